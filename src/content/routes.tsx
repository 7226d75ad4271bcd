import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { noMailbox } from "#src/mail/letter.ts";
import { link, paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { NewsletterPage } from "#views/content/newsletter-page.tsx";
import { NewsletterForm } from "#views/content/newsletter.tsx";
import { ContentPage } from "#views/content/page.tsx";
import { digestOf } from "../keys.ts";
import { SubscribeForm } from "./forms.ts";
import { readPage } from "./markdown.ts";
import { robots } from "./sitemap.ts";
import { sitemapReader } from "./sitemap-reader.ts";
import { dropSubscriber, isOpenLink, loadPage } from "./store.ts";
import { confirm, subscribe } from "./subscribe.ts";

const told = {
  asked: "Look into your mail: one press there, and the letter comes.",
  confirmed: "Thank you. The letter comes on Fridays, until you say stop.",
  left: "No more letters come to that address. It is off the list, and we keep nothing of it there.",
  dead: "That link has been used, or is too old. Put your address down again for a new one.",
} as const;
const heading = "A letter on Fridays";

/** Pages to read, what search engines read, and the letter. */
export function contentRoutes(deps: Deps) {
  const { store, config } = deps;
  const readSitemap = sitemapReader(store, config.url);
  const text = (body: string, type: string) =>
    new Response(body, { headers: { "Content-Type": type, "Cache-Control": "public, max-age=3600" } });

  const pages = new Elysia({ name: "content" })
    .use(screens(deps))
    .get(paths.page, ({ kept, params }) =>
      kept(["pages"], async () => {
        const page = await loadPage(store.read, params.handle);
        if (!page) throw new ShopError("not_found", "There is no such page. Try the search, or the front of the shop.");
        const path = link(paths.page, { handle: page.handle });
        const view = { ...readPage(page.body), title: page.title, path };
        return { page: (shell) => <ContentPage shell={shell} page={view} /> };
      }),
    )
    .get(paths.robots, () => text(robots(config.url), "text/plain; charset=utf-8"))
    .get(paths.sitemap, async ({ request }) => {
      const part = new URL(request.url).searchParams.get("part") ?? "";
      return text(await readSitemap(/^[1-9]\d{0,3}$/.test(part) ? Number(part) : undefined), "application/xml");
    });
  return config.has("newsletter") ? pages.use(newsletterRoutes(deps)) : pages;
}

function newsletterRoutes(deps: Deps) {
  const { store, now, newId, newToken } = deps;
  return (
    new Elysia({ name: "newsletter" })
      .use(screens(deps))
      .get(paths.newsletter, async ({ screen, visitor }) => {
        const { customer } = await visitor.signedIn();
        const props = { ...asking(customer?.email), isCustomer: customer !== undefined };
        return screen({ page: (shell) => <NewsletterPage shell={shell} {...props} /> });
      })
      .post(
        paths.newsletter,
        async ({ screen, body, facts }) => {
          if (!body.ok) {
            const email = body.typed["email"] ?? "";
            return screen({
              status: 422,
              page: (shell) => <NewsletterPage shell={shell} {...asking(email, noMailbox)} />,
              part: () => <NewsletterForm typed={email} error={noMailbox} />,
            });
          }
          await deps.limits.count("newsletter", facts.address);
          const shop = await deps.shop.read();
          const signingUp = {
            email: body.value.email,
            token: newToken(),
            at: now(),
            newId,
            shop,
            url: deps.config.url,
          };
          await store.write((tx) => subscribe(tx, signingUp));
          return screen({
            page: (shell) => <NewsletterPage shell={shell} heading={heading} text={told.asked} />,
            part: () => <NewsletterForm thanks={told.asked} />,
          });
        },
        { body: SubscribeForm },
      )
      .get(paths.newsletterConfirm, async ({ screen, params: { token } }) => {
        if (!(await isOpenLink(store.read, digestOf(token), now()))) throw new ShopError("gone", told.dead);
        const confirm = { action: link(paths.newsletterConfirm, { token }), label: "Yes, send me the letter" };
        const question = "Press once more, and it comes on Fridays.";
        return screen({
          page: (shell) => <NewsletterPage shell={shell} heading={heading} text={question} confirm={confirm} />,
        });
      })
      .post(paths.newsletterConfirm, async ({ screen, params: { token } }) => {
        const confirming = {
          tokenId: digestOf(token),
          at: now(),
          newId,
          url: deps.config.url,
          key: deps.keys.newsletter,
        };
        const shop = await deps.shop.read();
        if (!(await store.write((tx) => confirm(tx, { ...confirming, shop })))) throw new ShopError("gone", told.dead);
        return screen({ page: (shell) => <NewsletterPage shell={shell} heading={heading} text={told.confirmed} /> });
      })
      .get(paths.newsletterLeave, ({ screen, params: { token } }) => {
        const confirm = { action: link(paths.newsletterLeave, { token }), label: "Stop these letters" };
        const text = "One press, and no letter comes any more.";
        return screen({
          page: (shell) => <NewsletterPage shell={shell} heading="Stop the letter" text={text} confirm={confirm} />,
        });
      })
      // Mail programs send this themselves, without a cookie. Whoever was not on the list is told the same.
      .post(paths.newsletterLeave, async ({ screen, params: { token } }) => {
        await store.write((tx) => dropSubscriber(tx, digestOf(token)));
        return screen({ page: (shell) => <NewsletterPage shell={shell} heading="Stopped" text={told.left} /> });
      })
  );
}

const asking = (typed = "", error?: string) => ({
  heading,
  text: "What came in, what is reduced. No more than that.",
  ask: { typed, error },
});
