import { paths } from "#src/paths.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";

type Props = {
  readonly shell: PageShell;
  readonly heading: string;
  readonly text: string;
  /** Asks for the address, with what was typed and what is wrong with it. */
  readonly ask?: { readonly typed: string; readonly error: string | undefined } | undefined;
  /** In an account: with the way to its other pages. */
  readonly isCustomer?: boolean | undefined;
  /** Asks for a last press of a button, at this address. */
  readonly confirm?: { readonly action: string; readonly label: string } | undefined;
};

/** The letter on Fridays, for those who come without scripts or from a letter. */
export function NewsletterPage({ shell, heading, text, ask, isCustomer = false, confirm }: Props) {
  const errors = ask?.error === undefined ? {} : { "subscribe-email": ask.error };
  return (
    <Layout
      shell={shell}
      title={(ask?.error === undefined ? "" : "Error: ") + heading}
      robots="noindex"
      checks={ask ? ["newsletter"] : []}
    >
      <div class="wrap narrow page">
        <ErrorSummary errors={errors} />
        {isCustomer ? (
          <AccountNav shell={shell} here={paths.newsletter} />
        ) : (
          <Crumbs trail={[{ title: "Stall", href: paths.home }]} here={heading} />
        )}
        <div class="stack">
          <h1 safe>{heading}</h1>
          <p safe>{text}</p>
          {ask ? (
            <form class="stack" method="post" action={paths.newsletter} data-checks="newsletter" novalidate>
              <Field
                name="email"
                id="subscribe-email"
                label="Your email"
                type="email"
                autocomplete="email"
                maxlength={254}
                value={ask.typed}
                error={ask.error}
              />
              <p>
                <button class="button">Send it</button>
              </p>
            </form>
          ) : null}
          {confirm ? (
            <form method="post" action={confirm.action}>
              <button class="button" safe>
                {confirm.label}
              </button>
            </form>
          ) : null}
        </div>
      </div>
    </Layout>
  );
}
