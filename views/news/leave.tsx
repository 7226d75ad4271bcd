import { paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";

type Props = {
  readonly shell: PageShell;
  readonly heading: string;
  readonly text: string;
  /** Where a last press goes. */
  readonly action?: string | undefined;
};

/** Where the letters about goods that are back lead who wants no more of them. */
export function LeavePage({ shell, heading, text, action }: Props) {
  return (
    <Layout shell={shell} title={heading} robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here={heading} />
        <div class="stack">
          <h1 safe>{heading}</h1>
          <p safe>{text}</p>
          {action === undefined ? null : (
            <form method="post" action={action}>
              <button class="button">Stop them</button>
            </form>
          )}
        </div>
      </div>
    </Layout>
  );
}
