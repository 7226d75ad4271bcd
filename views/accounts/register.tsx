import { paths } from "#src/paths.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { NameAndEmail } from "./name-and-email.tsx";
import { PasswordField } from "./password-field.tsx";

export type RegisterProps = {
  readonly shell: Shell;
  readonly next: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

const titleOf = ({ errors }: RegisterProps) =>
  Object.keys(errors).length > 0 ? "Error: Make an account" : "Make an account";

export function RegisterPage(props: RegisterProps) {
  return (
    <Layout shell={props.shell} title={titleOf(props)} robots="noindex">
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

function Register({ next, typed, errors }: RegisterProps) {
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
        novalidate
      >
        <input type="hidden" name="next" value={next} />
        <NameAndEmail typed={typed} errors={errors} />
        <PasswordField
          hint="At least 8 characters. Long is better than odd."
          autocomplete="new-password"
          error={errors["password"]}
        />
        <Button wide>Make the account</Button>
      </form>
      <p>
        Have one already? <a href={`${paths.login}?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </div>
  );
}
