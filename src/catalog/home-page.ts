import type { Reader } from "#db/open.ts";
import { link, paths } from "#src/paths.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { loadHome, type Card } from "./store.ts";

/**
 * The front page: one query. Where the shopkeeper has chosen no goods for it, it shows the newest. `tagged` are the
 * handles of goods in its picture that carry their price there.
 */
export async function loadHomePage(
  db: Reader,
  { home, name, tagline, currency, seoTitle, seoDescription }: ShopSettings,
  tagged: readonly string[] = [],
) {
  const rows = await loadHome(db, [...new Set([...tagged, ...home.rows.flatMap((row) => row.products)])]);
  const cards = new Map(rows.cards.map((card) => [card.handle, card]));
  const chosen = home.rows.map(({ title, products }) => ({ title, cards: cardsOf(products, cards) }));
  const shown = chosen.some((row) => row.cards.length > 0)
    ? chosen
    : [{ title: "New on the cart", cards: rows.newest }];
  const all = { label: rows.isMore ? "Everything" : `All ${rows.total} things`, href: paths.search };
  // What does not fill a row of four is not shown: see the page.
  const isAllShown = rows.total <= (shown[0]?.cards.length ?? 0) && (rows.total < 4 || rows.total % 4 === 0);
  return {
    currency,
    seoTitle,
    seoDescription,
    hero: {
      heading: home.heading || name,
      text: home.text || tagline,
      picture: home.picture,
      alt: home.alt,
      action: actionOf(home.action, rows.total),
      goods: [...rows.cards, ...rows.newest],
    },
    trust: home.trust,
    rows: shown.map((row, at) => (at === 0 && !isAllShown ? { ...row, more: all } : row)),
    collections: rows.shelves,
    story: storyOf(rows.about[0]),
  };
}

/** Where the big button leads: to the shelf that the shopkeeper chose, else to all there is, if there is anything. */
function actionOf({ label, collection }: ShopSettings["home"]["action"], total: number) {
  if (label !== "" && collection !== "") return { label, href: link(paths.collection, { handle: collection }) };
  return total > 0 ? { label: "See what is on the cart", href: paths.search } : undefined;
}

const cardsOf = (handles: readonly string[], cards: ReadonlyMap<string, Card>) =>
  handles.flatMap((handle) => cards.get(handle) ?? []);

/** The beginning of the page "about", where it has a picture. */
function storyOf(page: { readonly title: string; readonly body: string } | undefined) {
  const picture = page && /^!\[[^\]]*\]\(\/pictures\/([\w.-]+)\)/.exec(page.body)?.[1];
  if (!page || picture === undefined) return undefined;
  const paragraph = page.body.split(/\n\s*\n/).find((part) => /^[\p{L}\p{N}"“]/u.test(part)) ?? "";
  const more = { label: "Read on", href: link(paths.page, { handle: "about" }) };
  return { picture, heading: page.title, text: paragraph.replace(/[*_`]/g, ""), more };
}
