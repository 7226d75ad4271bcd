import type { Ability } from "./abilities.ts";
import type { sidesOf } from "./sides.ts";

/** Who does which part of a task. */
export function Sides({ sides }: { readonly sides: ReturnType<typeof sidesOf> }) {
  return (
    <div class="table-scroll full" tabindex="0" role="group" aria-label="Table, scrolls sideways on a narrow screen">
      <table class="table">
        <caption>Each row leads to the part of this shop where it runs.</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Browser</th>
            <th scope="col">Server</th>
            <th scope="col">See it here</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ task, browser, server, see, href }) => (
            <tr>
              <th scope="row" safe>
                {task}
              </th>
              <td safe>{browser}</td>
              <td safe>{server}</td>
              <td>
                <a href={href} safe>
                  {see}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What one side can do, each with the place in this shop where it does. */
export function Abilities({ says, abilities }: { readonly says: string; readonly abilities: readonly Ability[] }) {
  return (
    <div class="table-scroll full" tabindex="0" role="group" aria-label={`${says}: table, scrolls sideways`}>
      <table class="table">
        <caption safe>{says}</caption>
        <thead>
          <tr>
            <th scope="col">It can</th>
            <th scope="col">What for, in this shop, and where</th>
          </tr>
        </thead>
        <tbody>
          {abilities.map(({ name, here, see, href }) => (
            <tr>
              <th scope="row" safe>
                {name}
              </th>
              <td>
                <span safe>{here}</span>{" "}
                <a href={href} safe>
                  {see}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A mistake or a question, and what there is to say. */
export function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl class="stack">
      {pairs.map(([name, words]) => (
        <div>
          <dt safe>{name}</dt>
          <dd safe>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
