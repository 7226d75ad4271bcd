import { paths } from "#src/paths.ts";
import type { Shell } from "#src/web/shell.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";

/** All that the shop knows of a customer, in one file. */
export function DataPage({ shell }: { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title="Your data" robots="noindex">
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.accountData} />
        <div class="stack">
          <h1>Your data</h1>
          <p>One file with everything that we know of you: as JSON for programs, and as tables for a spreadsheet.</p>
          <p class="soft">
            Your account and address book, orders with lines, addresses and payments, what is in your cart, what you
            like and wait for, reviews, news, devices, the newsletter, promotions that you used, what our staff noted,
            which letters we wrote, and what was done in your account. Not your password: we do not know it.
          </p>
          <form method="post" action={paths.accountData}>
            <Button>Download my data</Button>
          </form>
        </div>
        <section class="stack form-part gap-above" aria-labelledby="end-h">
          <h2 id="end-h">An end to it</h2>
          <p>
            <a href={paths.accountDelete}>Delete your account</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}
