import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Crumbs } from "#views/ui/crumbs.tsx";

type Props = {
  readonly shell: PageShell;
  readonly handle: string;
  readonly title: string;
  readonly signedIn: boolean;
  readonly accounts: boolean;
};

/** Who may say something, for those of whom the shop does not know that they bought it. */
export function ReviewGatePage({ shell, handle, title, signedIn, accounts }: Props) {
  const product = link(paths.product, { handle });
  const back = new URLSearchParams({ next: link(paths.productReview, { handle }) });
  return (
    <Layout shell={shell} title={`What you think of ${title}`} robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[{ title, href: product }]} here="What you think" />
        <div class="page-head">
          <h1>Did you buy it here?</h1>
          <p>
            Here, people speak of what they bought. The way in stands beside the goods of your order: open it by the
            link in the letter you got, or find it by its number.
          </p>
        </div>
        <p class="row">
          <Button href={paths.orderFind}>Find your order</Button>
          {accounts && !signedIn ? (
            <Button quiet href={`${paths.login}?${back}`}>
              Sign in
            </Button>
          ) : null}
          <a href={product}>Back to it</a>
        </p>
      </div>
    </Layout>
  );
}
