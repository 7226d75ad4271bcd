import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Notice } from "#views/ui/notice.tsx";

export type WordsName =
  "title" | "subtitle" | "description" | "vendor" | "type" | "tags" | "handle" | "seoTitle" | "seoDescription";

export type WordsProps = {
  readonly id: string;
  readonly version: number;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** Where somebody else changed it meanwhile: what stands there now in place of what was typed. */
  readonly differs?: readonly { readonly label: string; readonly now: string; readonly typed: string }[] | undefined;
  readonly saved?: boolean | undefined;
};

type Row = {
  readonly name: WordsName;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly maxlength: number;
};

const main: readonly Row[] = [
  { name: "title", label: "Name", maxlength: 200 },
  { name: "subtitle", label: "One line below it", hint: "Such as: Stoneware, 350 ml", maxlength: 200 },
  {
    name: "description",
    label: "Description",
    hint: "Plain words, an empty line between paragraphs; or simple HTML. What could run or load something is left out.",
    rows: 10,
    maxlength: 40_000,
  },
];
const beside: readonly Row[] = [
  { name: "vendor", label: "Maker", hint: "Shown on its page", maxlength: 120 },
  { name: "type", label: "Type", hint: "What kind of thing it is", maxlength: 120 },
  { name: "tags", label: "Tags", hint: "With commas between them", maxlength: 1000 },
];
const found: readonly Row[] = [
  {
    name: "handle",
    label: "Address",
    hint: "/products/... Who has the old address is led on. An import finds a product by its address.",
    maxlength: 200,
  },
  { name: "seoTitle", label: "Title in search results", hint: "The name where this is empty", maxlength: 200 },
  { name: "seoDescription", label: "Text in search results", rows: 3, maxlength: 400 },
];

export const wordLabels: Readonly<Record<string, string>> = Object.fromEntries(
  [...main, ...beside, ...found].map(({ name, label }) => [name, label]),
);

/** What a product is called and said to be, saved together. Also the answer to that. */
export function WordsForm({ id, version, typed, errors = {}, differs = [], saved }: WordsProps) {
  const action = link(paths.adminProductWords, { id });
  const field = ({ name, ...row }: Row) => <Field {...row} name={name} value={typed[name]} error={errors[name]} />;
  return (
    <form
      class="panel"
      id="words"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#words"
      hx-swap="outerMorph"
      aria-labelledby="words-h"
      novalidate
    >
      <div class="bar">
        <h2 id="words-h">Words</h2>
        {saved ? (
          <span class="soft" role="status">
            Saved
          </span>
        ) : null}
      </div>
      <div class="pad stack">
        <ErrorSummary errors={errors} />
        {differs.length === 0 ? null : <Differs rows={differs} />}
        <input type="hidden" name="version" value={String(version)} />
        {main.map(field)}
        <div class="fields">{beside.map(field)}</div>
        {found.map(field)}
        <p class="row">
          <button class="button">Save the words</button>
        </p>
      </div>
    </form>
  );
}

function Differs({ rows }: { readonly rows: NonNullable<WordsProps["differs"]> }) {
  return (
    <div class="differs" role="alert" tabindex="-1" autofocus id="differs">
      <Notice
        tone="bad"
        alert={false}
        message="Somebody changed this since you opened it. Nothing of yours is saved yet, and all that you typed is still below. Save again to put yours in place of theirs."
      />
      <div class="scroll" tabindex="0" role="group" aria-label="What differs, scrolls sideways on a narrow screen">
        <table class="table">
          <caption class="visually-hidden">What differs</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">As it stands now</th>
              <th scope="col">As you typed it</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row" safe>
                  {row.label}
                </th>
                <td safe>{row.now}</td>
                <td safe>{row.typed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
