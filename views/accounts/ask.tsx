import type { Children } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import type { FieldRule } from "#src/web/forms.ts";
import type { CheckedForm } from "#src/web/judge.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { AccountNav } from "./account-nav.tsx";
import { Door } from "./door.tsx";
import { Notice } from "#views/ui/notice.tsx";

type Typed = Readonly<Record<string, string | undefined>>;

export type AskProps = {
  /** In the account: the page of it to which this belongs. */
  readonly room?: string | undefined;
  readonly title: string;
  readonly intro?: string | undefined;
  readonly action: string;
  readonly fields: readonly FieldRule[];
  readonly button: string;
  /** Its name where its fields are checked as they are left. */
  readonly form?: CheckedForm | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly typed?: Typed | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** What went wrong with all of it, not with one field. */
  readonly refused?: string | undefined;
  /** On a page without scripts of ours. */
  readonly plain?: boolean | undefined;
  /** Below the form. */
  readonly children?: Children;
};

const titleOf = ({ title, errors = {}, refused }: AskProps) =>
  refused !== undefined || Object.keys(errors).length > 0 ? `Error: ${title}` : title;

/** A page with one short form about an account. */
export function AskPage({ shell, ...props }: AskProps & { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title={titleOf(props)} robots="noindex" checks={props.form ? [props.form] : []}>
      <div class="wrap narrow page">
        {props.room === undefined ? null : <AccountNav shell={shell} here={props.room} isWithin />}
        <Ask {...props} />
      </div>
    </Layout>
  );
}

/** The same before the desk. */
export function DeskAskPage({ shopName, ...props }: AskProps & { readonly shopName: string }) {
  return (
    <Door title={titleOf(props)} shopName={shopName}>
      <Ask {...props} plain />
    </Door>
  );
}

/** What htmx puts in place. */
export function AskPart(props: AskProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <Ask {...props} />
    </>
  );
}

function Ask({ title, intro, action, fields, button, form, hidden = {}, typed = {}, errors = {}, ...rest }: AskProps) {
  return (
    <div class="stack" id="ask">
      <ErrorSummary errors={errors} />
      <h1 safe>{title}</h1>
      {rest.refused === undefined ? null : <Notice message={rest.refused} tone="bad" focused />}
      {intro === undefined ? null : (
        <p class="soft" safe>
          {intro}
        </p>
      )}
      <form
        class="stack"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#ask"
        hx-swap="outerMorph"
        data-checks={form}
        novalidate
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((rule) => (
          <FormField
            rule={rule}
            value={typed[rule.name]}
            error={errors[rule.name]}
            plain={rest.plain}
            check={form === undefined ? undefined : link(paths.accountCheck, { form, field: rule.name })}
          />
        ))}
        <Button wide>
          <span safe>{button}</span>
        </Button>
      </form>
      {rest.children as "safe"}
    </div>
  );
}
