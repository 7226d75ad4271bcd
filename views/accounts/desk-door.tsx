import { link, paths } from "#src/paths.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Door } from "./door.tsx";
import { NameAndEmail } from "./name-and-email.tsx";

type Typed = Readonly<Record<string, string>>;

export type DeskSignInProps = {
  readonly shopName: string;
  readonly email: string;
  readonly next: string;
  readonly refused?: string | undefined;
};

export function DeskSignInPage({ shopName, email, next, refused }: DeskSignInProps) {
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
          <Field name="email" label="Email" type="email" autocomplete="username" value={email} maxlength={254} />
          <Field name="password" label="Password" type="password" autocomplete="current-password" />
          <Button wide>Sign in</Button>
        </form>
      </div>
    </Door>
  );
}

export type SetupProps = {
  readonly shopName: string;
  readonly token: string;
  readonly typed: Typed;
  readonly errors: Typed;
};

/** The first account of the shop, made once by who holds the link that the start printed. */
export function SetupPage({ shopName, token, typed, errors }: SetupProps) {
  const wrong = Object.keys(errors).length > 0;
  return (
    <Door title={wrong ? "Error: Make the owner's account" : "Make the owner's account"} shopName={shopName}>
      <div class="stack">
        <ErrorSummary errors={errors} />
        <h1>Make the owner’s account</h1>
        <p>This link works once. Whoever uses it owns the shop.</p>
        <form class="stack" method="post" action={link(paths.adminSetup, { token })} novalidate>
          <NameAndEmail typed={typed} errors={errors} />
          <Field
            name="password"
            label="Password"
            hint="At least 8 characters. Long is better than odd."
            type="password"
            autocomplete="new-password"
            error={errors["password"]}
          />
          <Button wide>Open the desk</Button>
        </form>
      </div>
    </Door>
  );
}
