import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Desk, type DeskProps } from "../desk.tsx";

export type PageFormProps = {
  readonly desk: DeskProps;
  /** Of a page that is there; undefined for a new one. */
  readonly handle?: string | undefined;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly mayEdit: boolean;
  /** By which the answer is known to be about this page as it stands. */
  readonly seen?: string | undefined;
  /** Somebody else was quicker. */
  readonly isStale?: boolean;
};

const hint =
  "An empty line between paragraphs; ## before a heading, - before each point of a list, **bold**, [words](/address). What could run or load something is left out.";
const columns = [
  { value: "help", label: "At the foot, under Help" },
  { value: "shop", label: "At the foot, under The shop" },
  { value: "", label: "Nowhere: who has its address reads it" },
];

/** One page to read: its title, its words, and where it is named. */
export function PageForm(props: PageFormProps) {
  const { desk, handle, typed, errors, mayEdit, isStale, seen } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <Desk {...desk}>
      <ErrorSummary errors={errors} />
      {isStale ? (
        <Notice
          tone="bad"
          message="Somebody changed this page since you opened it. Nothing of yours is saved yet, and all that you typed is below. Save again to put yours in place of theirs."
        />
      ) : null}
      <div class="head">
        <p class="crumb">
          <a href={paths.adminPages}>Pages</a>
        </p>
        <h1 safe>{handle === undefined ? "New page" : (typed["title"] ?? "")}</h1>
        {handle === undefined ? null : (
          <div class="push row">
            <a class="button quiet" href={link(paths.page, { handle })}>
              See it in the shop
            </a>
          </div>
        )}
      </div>
      <form
        class="panel"
        method="post"
        action={handle === undefined ? paths.adminPageNew : link(paths.adminPage, { handle })}
        aria-label="The page"
        novalidate
      >
        <fieldset class="pad stacked" disabled={!mayEdit}>
          {seen === undefined ? null : <input type="hidden" name="seen" value={seen} />}
          <Field {...field("title")} label="Title" maxlength={120} required />
          <Field {...field("body")} label="What it says" hint={hint} rows={18} maxlength={60_000} required />
          <div class="fields">
            {handle === undefined ? (
              <Field {...field("handle")} label="Address" hint="/pages/... Empty: as its title" maxlength={80} />
            ) : null}
            <Field {...field("column")} label="Named" options={columns} />
          </div>
          {mayEdit ? (
            <p class="row">
              <button class="button">Save the page</button>
            </p>
          ) : null}
        </fieldset>
      </form>
      {mayEdit && handle !== undefined ? (
        <form method="post" action={link(paths.adminPageRemove, { handle })}>
          <input type="hidden" name="seen" value={seen ?? ""} />
          <details>
            <summary class="button quiet">Take it away</summary>
            <p class="row">
              <button class="button quiet">Yes, take it away</button>
              <span class="soft">Its words are gone then; links to it lead nowhere.</span>
            </p>
          </details>
        </form>
      ) : null}
    </Desk>
  );
}
