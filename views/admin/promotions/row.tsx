import type { PromotionState } from "#src/promotions/state.ts";
import { link, paths } from "#src/paths.ts";

export type PromotionRow = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly state: PromotionState;
  /** What it does, in one sentence. */
  readonly sentence: string;
  /** "12 of 50". */
  readonly used: string;
  /** "STAFF50", "500 codes, 480 of them free", or "" for one without. */
  readonly codes: string;
  /** "since 1 December", "until 24 December, 18:00", or "". */
  readonly when: string;
};

const looks: Readonly<Record<PromotionState, readonly [tone: string, words: string]>> = {
  live: ["ok", "Live"],
  scheduled: ["wait", "Scheduled"],
  expired: ["off", "Expired"],
  "used up": ["part", "Used up"],
  off: ["off", "Off"],
};

export const stateWords = (state: PromotionState): string => looks[state][1];

export function PromotionStatus({ state }: { readonly state: PromotionState }) {
  const [tone, words] = looks[state];
  return (
    <span class={`status ${tone}`} safe>
      {words}
    </span>
  );
}

type RowProps = { readonly promotion: PromotionRow; readonly mayEdit: boolean };

/** One promotion, as htmx puts it in place after it was switched. */
export function PromotionRows({ promotion, mayEdit }: RowProps) {
  const { id, name, state, sentence, used, codes, when } = promotion;
  return (
    <tbody id={`promotion-${id}`}>
      <tr>
        <th scope="row" class="grow">
          <a href={link(paths.adminPromotion, { id })} safe>
            {name}
          </a>
          <br />
          <small safe>{sentence}</small>
        </th>
        <td class="whole" safe>
          {codes}
        </td>
        <td>
          <PromotionStatus state={state} />
          {when === "" ? null : (
            <>
              <br />
              <small safe>{when}</small>
            </>
          )}
        </td>
        <td class="whole" safe>
          {used}
        </td>
        <td class="whole">{mayEdit ? <Switch promotion={promotion} from="list" /> : null}</td>
      </tr>
    </tbody>
  );
}

type SwitchProps = {
  readonly promotion: Pick<PromotionRow, "id" | "name" | "active">;
  readonly from: "list" | "page";
  /** It was just pressed. */
  readonly focused?: boolean;
};

/** On or off, where it stands: in the list or on its own page. */
export function Switch({ promotion: { id, name, active }, from, focused }: SwitchProps) {
  const action = link(paths.adminPromotionState, { id });
  return (
    <form
      method="post"
      action={action}
      hx-post={action}
      hx-target={from === "list" ? "closest tbody" : "#promotion"}
      hx-swap="outerHTML"
    >
      <input type="hidden" name="from" value={from} />
      <button class="button quiet" id={`switch-${id}`} name="active" value={active ? "no" : "yes"} autofocus={focused}>
        {active ? "Switch off" : "Switch on"}
        <span class="visually-hidden" safe>{` ${name}`}</span>
      </button>
    </form>
  );
}

/** Said to those who do not see it change. */
export function Said({ words }: { readonly words: string }) {
  return (
    <hx-partial hx-target="#live" hx-swap="textContent">
      <span safe>{words}</span>
    </hx-partial>
  );
}
