import { link, paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Door } from "./door.tsx";

type Typed = Readonly<Record<string, string>>;

export type DeskSignInProps = {
  readonly shopName: string;
  readonly fields: FieldRules<"email" | "password">;
  readonly email: string;
  readonly next: string;
  readonly refused?: string | undefined;
};

export function DeskSignInPage({ shopName, fields, email, next, refused }: DeskSignInProps) {
  return (
    <Door title={refused ? "Error: Sign in at the desk" : "Sign in at the desk"} shopName={shopName}>
      <div class="stack">
        <h1>Sign in at the desk</h1>
        {refused ? (
          <p class="notice bad" role="alert" tabindex="-1" autofocus>
            <span safe>{refused}</span>
          </p>
        ) : null}
        <form class="stack" method="post" action={paths.adminLogin} novalidate>
          <input type="hidden" name="next" value={next} />
          <FormField rule={fields.email} value={email} />
          <FormField rule={fields.password} plain />
          <p>
            <a href={paths.adminForgot}>Forgotten your password?</a>
          </p>
          <Button wide>Sign in</Button>
        </form>
      </div>
    </Door>
  );
}

export type SetupProps = {
  readonly shopName: string;
  readonly fields: FieldRules<"displayName" | "email" | "password">;
  readonly token: string;
  readonly typed: Typed;
  readonly errors: Typed;
};

/** The first account of the shop, made once by who holds the link that the start printed. */
export function SetupPage({ shopName, fields, token, typed, errors }: SetupProps) {
  const wrong = Object.keys(errors).length > 0;
  return (
    <Door title={wrong ? "Error: Make the owner's account" : "Make the owner's account"} shopName={shopName}>
      <div class="stack">
        <ErrorSummary errors={errors} />
        <h1>Make the owner’s account</h1>
        <p>This link works once. Whoever uses it owns the shop.</p>
        <form class="stack" method="post" action={link(paths.adminSetup, { token })} novalidate>
          {[fields.displayName, fields.email, fields.password].map((rule) => (
            <FormField rule={rule} value={typed[rule.name]} error={errors[rule.name]} plain />
          ))}
          <Button wide>Open the desk</Button>
        </form>
      </div>
    </Door>
  );
}
