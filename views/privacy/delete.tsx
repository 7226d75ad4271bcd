import { paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Notice } from "#views/ui/notice.tsx";

export type DeleteProps = {
  readonly shell: Shell;
  readonly fields: FieldRules<"email" | "password">;
  /** Whether the address is known to be theirs. */
  readonly verified: boolean;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: Readonly<Record<string, string>>;
};

/** What goes, what stays and why; then the password, and the address typed out. */
export function DeletePage({ shell, fields, verified, typed = {}, errors = {} }: DeleteProps) {
  const isRefused = Object.keys(errors).length > 0;
  return (
    <Layout shell={shell} title={`${isRefused ? "Error: " : ""}Delete your account`} robots="noindex">
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.accountDelete} />
        <div class="stack">
          <ErrorSummary errors={errors} />
          <h1>Delete your account</h1>
          <p>This cannot be undone. You may want to save your data first.</p>
          <p>
            <a href={paths.accountData}>Download your data</a>
          </p>
        </div>
        <Goes verified={verified} />
        <Stays />
        <form class="stack form-part gap-above" method="post" action={paths.accountDelete} novalidate>
          <FormField rule={fields.email} value={typed["email"]} error={errors["email"]} />
          <FormField rule={fields.password} error={errors["password"]} />
          <Button wide>Delete my account for good</Button>
        </form>
      </div>
    </Layout>
  );
}

function Goes({ verified }: { readonly verified: boolean }) {
  return (
    <section class="stack form-part gap-above" aria-labelledby="goes-h">
      <h2 id="goes-h">What goes, at once</h2>
      <ul>
        <li>your account with name, email, addresses, password and second step; every device is signed out</li>
        <li>your addresses, cart, what you like and wait for, news, groups, and every link that we sent you</li>
        <li>the newsletter, and letters that are not about an order, sent or waiting</li>
        <li>your name at reviews: what everybody reads stays as the word of “A buyer”, the rest goes</li>
      </ul>
      {verified ? null : (
        <Notice message="You have not confirmed your address. The newsletter and reviews by it stay, since they may be somebody else’s. Confirm it first, and they go as well.">
          <form method="post" action={paths.accountVerifyAgain}>
            <Button quiet slim>
              Send it again
            </Button>
          </form>
        </Notice>
      )}
    </section>
  );
}

function Stays() {
  return (
    <section class="stack form-part gap-above" aria-labelledby="stays-h">
      <h2 id="stays-h">What stays, and why</h2>
      <ul>
        <li>
          Orders, with the name, addresses and letters that belong to them: tax law wants bills kept for years. That
          holds for orders without an account as well. Nobody finds them by your account any more.
        </li>
        <li>
          An order that is not paid or not sent yet stays open. Its own page shows it, and you can cancel it there.
        </li>
        <li>
          Our log of who did what has the number of your account and network addresses, never your name: it shows
          break-ins.
        </li>
        <li>Safety copies of our books, until newer ones take their place.</li>
      </ul>
    </section>
  );
}
