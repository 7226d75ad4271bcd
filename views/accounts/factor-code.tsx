import { paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Door } from "./door.tsx";

type CodeProps = {
  readonly fields: FieldRules<"code">;
  readonly ticket: string;
  readonly next: string;
  readonly error?: string | undefined;
};

const codeTitle = (error: string | undefined) => (error === undefined ? "One more step" : "Error: One more step");

export function CodePage({ shell, ...props }: CodeProps & { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title={codeTitle(props.error)} robots="noindex">
      <div class="wrap narrow page">
        <Code {...props} action={paths.loginCode} />
      </div>
    </Layout>
  );
}

/** What htmx puts in the place of the form to sign in. */
export function CodePart(props: CodeProps) {
  return (
    <>
      <title>{codeTitle(props.error)}</title>
      <Code {...props} action={paths.loginCode} />
    </>
  );
}

export function DeskCodePage({ shopName, ...props }: CodeProps & { readonly shopName: string }) {
  return (
    <Door title={codeTitle(props.error)} shopName={shopName}>
      <Code {...props} action={paths.adminLoginCode} />
    </Door>
  );
}

/** Plain on purpose: it stands where the form to sign in stood, in the shop and at the desk. */
function Code({ fields, ticket, next, error, action }: CodeProps & { readonly action: string }) {
  return (
    <div class="stack" id="sign-in">
      <ErrorSummary errors={error === undefined ? {} : { code: error }} />
      <h1 tabindex="-1" autofocus={error === undefined}>
        One more step
      </h1>
      <p class="soft">Your password is right. Now the code that your app shows.</p>
      <form class="stack" method="post" action={action} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <input type="hidden" name="next" value={next} />
        <FormField rule={fields.code} error={error} />
        <Button wide>Sign in</Button>
      </form>
      <details>
        <summary>The app is lost</summary>
        <form class="stack" method="post" action={action} novalidate>
          <input type="hidden" name="ticket" value={ticket} />
          <input type="hidden" name="next" value={next} />
          <Field
            id="recovery"
            name="code"
            label="Recovery code"
            hint="One of the ten that you were shown when you set the app up. It works once."
            autocomplete="off"
          />
          <Button quiet>Sign in with it</Button>
        </form>
      </details>
    </div>
  );
}
