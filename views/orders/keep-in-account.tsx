import { link, paths } from "#src/paths.ts";
import { Button } from "#views/ui/button.tsx";
import { FieldError, describedBy } from "#views/ui/field.tsx";

type Props = {
  readonly token: string;
  readonly keepable: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

const hint = "Long is better than odd.";

/** An account after the order, for whoever wants one: one field, because the rest is known. */
export function KeepInAccount({ token, keepable, errors }: Props) {
  if (!keepable) return null;
  const error = errors["password"];
  return (
    <form class="slip no-print" method="post" action={link(paths.orderAccount, { token })}>
      <div>
        <h3>Keep this order in an account</h3>
        <p class="small soft">
          Your email is known already; a password is all that is missing.{" "}
          <a href={`${paths.login}?next=${encodeURIComponent(link(paths.order, { token }))}`}>Sign in</a> if you have
          one.
        </p>
      </div>
      <div class="field">
        <label for="password">Password</label>
        <p class="hint" id="password-hint">
          {hint}
        </p>
        <FieldError id="password" error={error} />
        <div class="with-button">
          <input
            class="input"
            type="password"
            id="password"
            name="password"
            autocomplete="new-password"
            aria-invalid={error ? "true" : undefined}
            aria-describedby={describedBy("password", hint, error)}
          />
          <Button quiet>Make it</Button>
        </div>
      </div>
    </form>
  );
}
