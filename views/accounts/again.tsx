import { paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Door } from "./door.tsx";

type Asked = {
  readonly fields: FieldRules<"password">;
  readonly email: string;
  readonly next: string;
  readonly error?: string | undefined;
};

const title = "Your password, once more";
const titleOf = (error: string | undefined) => (error === undefined ? title : `Error: ${title}`);
const errorsOf = (error: string | undefined) => (error === undefined ? {} : { password: error });
const why = "What comes next is for you alone, and it is a while since you signed in.";

/** Asks a customer for the password before something that is theirs alone. */
export function AgainPage({ shell, fields, email, next, error }: Asked & { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title={titleOf(error)} robots="noindex">
      <div class="wrap narrow page">
        <div class="stack">
          <ErrorSummary errors={errorsOf(error)} />
          <h1>{title}</h1>
          <p class="soft">{why}</p>
          <form class="stack" method="post" action={paths.accountAgain} novalidate>
            <input type="hidden" name="next" value={next} />
            <Username email={email} />
            <FormField rule={fields.password} error={error} />
            <Button wide>Go on</Button>
          </form>
        </div>
      </div>
    </Layout>
  );
}

/** The same at the desk. */
export function DeskAgainPage({ shopName, fields, email, next, error }: Asked & { readonly shopName: string }) {
  return (
    <Door title={titleOf(error)} shopName={shopName}>
      <div class="stack">
        <ErrorSummary errors={errorsOf(error)} />
        <h1>{title}</h1>
        <p class="soft">{why}</p>
        <form class="stack" method="post" action={paths.adminAgain} novalidate>
          <input type="hidden" name="next" value={next} />
          <Username email={email} />
          <FormField rule={fields.password} error={error} plain />
          <Button wide>Go on</Button>
        </form>
      </div>
    </Door>
  );
}

/** For programs that remember passwords: whose it is. Nobody else needs it. */
function Username({ email }: { readonly email: string }) {
  return <input type="hidden" name="username" autocomplete="username" value={email} />;
}
