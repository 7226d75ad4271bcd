import { link, paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Door } from "./door.tsx";

export type JoinProps = {
  readonly shopName: string;
  readonly fields: FieldRules<"displayName" | "password">;
  readonly token: string;
  readonly email: string;
  readonly displayName: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** Where an invitation to the desk leads: a name, a password, and one is in. */
export function JoinPage({ shopName, fields, token, email, displayName, errors }: JoinProps) {
  const wrong = Object.keys(errors).length > 0;
  return (
    <Door title={wrong ? "Error: Come to the desk" : "Come to the desk"} shopName={shopName}>
      <div class="stack">
        <ErrorSummary errors={errors} />
        <h1>Come to the desk</h1>
        <p>
          You sign in as <strong safe>{email}</strong>. This link works once.
        </p>
        <form class="stack" method="post" action={link(paths.adminJoin, { token })} novalidate>
          <input type="hidden" name="username" autocomplete="username" value={email} />
          <FormField rule={fields.displayName} value={displayName} error={errors["displayName"]} plain />
          <FormField rule={fields.password} error={errors["password"]} plain />
          <Button wide>Open the desk</Button>
        </form>
      </div>
    </Door>
  );
}
