import { link, paths } from "#src/paths.ts";
import type { PageShell } from "./shell.ts";
import { NewsletterForm } from "./content/newsletter.tsx";
import { personalMarks } from "./personal.tsx";

type Props = { readonly shell: PageShell };

/** Letter, help, the shop, day or night: on the same place of every page. */
export function SiteFooter({ shell }: Props) {
  const { shop, place = "" } = shell;
  return (
    <footer class="site-footer">
      <div class="wrap">
        <div class="columns">
          <section>
            <h2>A letter on Fridays</h2>
            <p class="soft">What came in, what is reduced. No more than that.</p>
            <NewsletterForm />
          </section>
          <Help shell={shell} />
          <About shell={shell} />
          <section>
            <h2>Day or night</h2>
            <form method="post" action={paths.theme}>
              {personalMarks.themeSwitch as "safe"}
            </form>
          </section>
        </div>
        <div class="base">
          <p safe>{[shop.name, place].filter((part) => part !== "").join(", ")}</p>
          <p safe>{waysToPay(shell).join(" · ")}</p>
        </div>
      </div>
    </footer>
  );
}

function Help({ shell }: Props) {
  const { email } = shell.shop;
  return (
    <section>
      <h2>Help</h2>
      <ul role="list">
        {email === "" ? null : (
          <li>
            <a href={`mailto:${email}`}>Write to us</a>
          </li>
        )}
        <li>
          <a href={paths.orderFind}>Where is my order?</a>
        </li>
        {shell.finder === undefined ? null : (
          <li>
            <a href={paths.finder} safe>
              {shell.finder}
            </a>
          </li>
        )}
        {shell.picksUp ? (
          <li>
            <a href={paths.pickup}>Where to pick up</a>
          </li>
        ) : null}
        <PageLinks shell={shell} column="help" />
      </ul>
    </section>
  );
}

function About({ shell }: Props) {
  if (!shell.shop.testMode && !shell.pages.some((page) => page.column === "shop")) return null;
  return (
    <section>
      <h2>The shop</h2>
      <ul role="list">
        <PageLinks shell={shell} column="shop" />
        {shell.shop.testMode && !shell.off?.includes("guide") ? (
          <li>
            <a href={paths.guide}>How this shop works</a>
          </li>
        ) : null}
        {shell.shop.testMode ? (
          <li>
            <a href={paths.api}>For programs</a>
          </li>
        ) : null}
        {shell.shop.testMode ? <li>{personalMarks.xraySwitch as "safe"}</li> : null}
      </ul>
    </section>
  );
}

function PageLinks({ shell, column }: Props & { readonly column: string }) {
  return (
    <>
      {shell.pages
        .filter((page) => page.column === column)
        .map(({ title, handle }) => (
          <li>
            <a href={link(paths.page, { handle })} safe>
              {title}
            </a>
          </li>
        ))}
    </>
  );
}

function waysToPay({ shop, picksUp }: PageShell): string[] {
  const { transfer, onDelivery, onPickup } = shop.payments;
  return [
    shop.testMode ? "Test mode: no money moves" : "",
    transfer ? "Bank transfer" : "",
    onDelivery ? "On delivery" : "",
    onPickup && picksUp ? "At pick-up" : "",
  ].filter((way) => way !== "");
}
