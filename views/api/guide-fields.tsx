type Word = { readonly word?: string; readonly shape?: string };

export type GuideField = {
  readonly name: string;
  /** In words, some of which are shapes that stand further down. */
  readonly type: readonly Word[];
  readonly required: boolean;
  readonly description: string | undefined;
};

/** A sentence in which `names` of things stand between backticks. */
export const Said = ({ text }: { readonly text: string }) => (
  <>{text.split("`").map((part, at) => (at % 2 === 1 ? <code safe>{part}</code> : <span safe>{part}</span>))}</>
);

/** A link to where a shape is described. */
export const Shape = ({ name }: { readonly name: string }) => (
  <a href={`#shape-${name}`} safe>
    {name}
  </a>
);

type FieldsProps = { readonly caption: string; readonly fields: readonly GuideField[] };

/** Fields of a shape, or what an address may say, as a table. */
export function Fields({ caption, fields }: FieldsProps) {
  return (
    <div class="table-scroll" tabindex="0" role="group" aria-label={caption}>
      <table class="table">
        <caption safe>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Is</th>
            <th scope="col">Says</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, required, description = "" }) => (
            <tr>
              <th scope="row">
                <code safe>{name}</code>
              </th>
              <td>
                {type.map(({ word = "", shape }) => (
                  <>{shape === undefined ? <span safe>{word}</span> : <Shape name={shape} />} </>
                ))}
                {required ? null : <span>(may be left out)</span>}
              </td>
              <td>
                <Said text={description} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
