import { paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Icon } from "#views/ui/icon.tsx";

export type SignInProps = {
  readonly shell: Shell;
  readonly fields: FieldRules<"email" | "password">;
  readonly email: string;
  /** Where to go on to afterwards: a path of this shop. */
  readonly next: string;
  /** The one sentence for a wrong pair, which does not say which of the two it was. */
  readonly refused?: string | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** Things in the cart, which come along. */
  readonly cartCount: number;
};

const titleOf = ({ refused, errors = {} }: SignInProps) =>
  refused !== undefined || Object.keys(errors).length > 0 ? "Error: Sign in" : "Sign in";

export function SignInPage(props: SignInProps) {
  return (
    <Layout shell={props.shell} title={titleOf(props)} robots="noindex" scripts={["sign-in.js"]} checks={["sign-in"]}>
      <div class="wrap narrow page">
        <SignIn {...props} />
      </div>
    </Layout>
  );
}

/** What htmx puts in place: the form with what is wrong, and what was typed. */
export function SignInPart(props: SignInProps) {
  return (
    <>
      <title>{titleOf(props)}</title>
      <SignIn {...props} />
    </>
  );
}

function SignIn({ fields, email, next, refused, errors = {}, cartCount }: SignInProps) {
  return (
    <div class="stack" id="sign-in">
      <ErrorSummary errors={errors} />
      <h1>Sign in</h1>
      {refused ? (
        <div class="notice bad" role="alert" tabindex="-1" autofocus>
          <Icon name="circle-alert" />
          <p safe>{refused}</p>
        </div>
      ) : null}
      <form
        class="stack"
        method="post"
        action={paths.login}
        hx-post={paths.login}
        hx-target="#sign-in"
        hx-swap="outerMorph"
        data-checks="sign-in"
        novalidate
      >
        <input type="hidden" name="next" value={next} />
        <FormField rule={fields.email} value={email} error={errors["email"]} />
        <FormField rule={fields.password} error={errors["password"]} />
        <p>
          <a href={paths.forgot}>Forgotten your password?</a>
        </p>
        <Button wide>Sign in</Button>
      </form>
      <div class="form-part">
        <h2>New here?</h2>
        <p>
          You can buy without an account. With one, orders, addresses and liked things stay together.
          {cartCount > 0 ? " What is in your cart comes along." : ""}
        </p>
        <p>
          <Button href={`${paths.register}?next=${encodeURIComponent(next)}`} quiet>
            Make an account
          </Button>
        </p>
      </div>
    </div>
  );
}
