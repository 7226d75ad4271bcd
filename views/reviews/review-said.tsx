import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";

type Props = {
  readonly shell: PageShell;
  readonly token: string;
  readonly handle: string;
  readonly title: string;
};

/** After it was said: what happens now. */
export function ReviewSaidPage({ shell, token, handle, title }: Props) {
  return (
    <Layout shell={shell} title="Thank you" robots="noindex">
      <div class="wrap page">
        <div class="page-head">
          <h1>Thank you</h1>
          <p safe>{`What you think of ${title} stands below it once we have looked at it, mostly within a day.`}</p>
        </div>
        <p class="row">
          <Button href={link(paths.product, { handle })}>Back to it</Button>
          <Button quiet href={link(paths.order, { token })}>
            Your order
          </Button>
          <a href={link(paths.orderReview, { token, handle })}>Change what you said</a>
        </p>
      </div>
    </Layout>
  );
}
