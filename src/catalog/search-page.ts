import type { Reader } from "#db/open.ts";
import { paths } from "#src/paths.ts";
import { searchProducts } from "./search-store.ts";
import type { Shelves } from "./shelves.ts";
import { loadEverything } from "./store.ts";

const perPage = 24;

type Asked = { readonly query: URLSearchParams; readonly currency: string };

/** The results for what was typed, or everything there is where nothing was: one query, two where a slip was mended. */
export async function loadSearchPage(db: Reader, shelves: Shelves, { query, currency }: Asked) {
  const q = (query.get("q") ?? "").replaceAll("\0", "").slice(0, 200);
  const page = pageOf(query.get("page"));
  const asked = { limit: perPage, offset: (page - 1) * perPage };
  const isEmpty = q.trim() === "";
  const found = isEmpty
    ? { ...(await loadEverything(db, asked)), meant: undefined }
    : await searchProducts(db, q, asked);
  const nothing = found.total === 0 && !isEmpty;
  return {
    q,
    currency,
    page,
    perPage,
    ...found,
    hrefOf: (other: number) =>
      `${paths.search}?${new URLSearchParams({ ...(isEmpty ? {} : { q }), page: String(other) })}`,
    collections: nothing || isEmpty ? (await shelves.all()).slice(0, 8) : await shelves.named(q),
    instead: nothing ? (await loadEverything(db, { limit: 4, offset: 0 })).cards : [],
  };
}

const pageOf = (text: string | null) => (text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1);

/** A few things and shelves for what stands in the search field so far. */
export async function loadSuggestions(db: Reader, shelves: Shelves, { query, currency }: Asked) {
  const q = (query.get("q") ?? "").replaceAll("\0", "").slice(0, 200);
  if ([...q.trim()].length < 2) return { q: "", products: [], currency, collections: [], total: 0 };
  const { cards, total } = await searchProducts(db, q, { limit: 6 });
  return { q, products: cards, currency, collections: await shelves.named(q), total };
}

/** What somebody may have been after who came to an address that leads nowhere, or a few new things. */
export async function loadGuesses(db: Reader, handle: string) {
  const looked = handle
    .replaceAll("\0", "")
    .replace(/[-_+]+/g, " ")
    .slice(0, 80);
  const { cards } = await searchProducts(db, looked, { limit: 4 });
  return { looked, cards: cards.length > 0 ? cards : (await loadEverything(db, { limit: 4, offset: 0 })).cards };
}
