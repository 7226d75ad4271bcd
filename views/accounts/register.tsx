import { link, paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";

export type RegisterProps = {
  readonly shell: Shell;
  readonly fields: FieldRules<"displayName" | "email" | "password">;
  readonly next: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

const titleOf = ({ errors }: RegisterProps) =>
  Object.keys(errors).length > 0 ? "Error: Make an account" : "Make an account";

export function RegisterPage(props: RegisterProps) {
  return (
    <Layout shell={props.shell} title={titleOf(props)} robots="noindex" checks={["register"]}>
      <div class="wrap narrow page">
        <Register {...props} />
      </div>
    </Layout>
  );
}

/** What htmx puts in place: the form with what is wrong, and what was typed. */
export function RegisterPart(props: RegisterProps) {
  return (
    <>
      <title>{titleOf(props)}</title>
      <Register {...props} />
    </>
  );
}

function Register({ fields, next, typed, errors }: RegisterProps) {
  return (
    <div class="stack" id="register">
      <ErrorSummary errors={errors} />
      <h1>Make an account</h1>
      <p class="soft">Three things, and orders, addresses and liked things stay together. You can buy without.</p>
      <form
        class="stack"
        method="post"
        action={paths.register}
        hx-post={paths.register}
        hx-target="#register"
        hx-swap="outerMorph"
        data-checks="register"
        novalidate
      >
        <input type="hidden" name="next" value={next} />
        {[fields.displayName, fields.email, fields.password].map((rule) => (
          <FormField
            rule={rule}
            value={typed[rule.name]}
            error={errors[rule.name]}
            check={link(paths.accountCheck, { form: "register", field: rule.name })}
          />
        ))}
        <Button wide>Make the account</Button>
      </form>
      <p>
        Have one already? <a href={`${paths.login}?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </div>
  );
}
