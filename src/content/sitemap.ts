import { link, paths } from "../paths.ts";
import type { Place } from "./store.ts";

/** The most addresses that a file of a sitemap may have is 50,000. */
export const placesPerFile = 45_000;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const entry = (origin: string, path: string, at?: Date | null) =>
  `<url><loc>${escaped(origin + path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ""}</url>`;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export type Places = {
  readonly lists: readonly Pick<Place, "handle">[];
  readonly pages: readonly Place[];
  readonly products: readonly Place[];
};

/** One file of addresses; the first names the front page. */
export function sitemap(origin: string, { lists, pages, products }: Places, isFirst = true): string {
  const entries = [
    ...(isFirst ? [entry(origin, paths.home)] : []),
    ...lists.map(({ handle }) => entry(origin, link(paths.collection, { handle }))),
    ...pages.map(({ handle, at }) => entry(origin, link(paths.page, { handle }), at)),
    ...products.map(({ handle, at }) => entry(origin, link(paths.product, { handle }), at)),
  ];
  return `${head}<urlset ${space}>${entries.join("\n")}</urlset>`;
}

/** Where the files are, when there is more than one. */
export function sitemapIndex(origin: string, files: number): string {
  const entries = Array.from(
    { length: files },
    (_, at) => `<sitemap><loc>${escaped(`${origin}${paths.sitemap}?part=${at + 1}`)}</loc></sitemap>`,
  );
  return `${head}<sitemapindex ${space}>${entries.join("\n")}</sitemapindex>`;
}

/**
 * What search engines may leave alone: what is personal, and lists without end. Not cart and checkout: who comes without a
 * cookie finds an empty cart there, which says of itself that it is not to be found; what is closed here says nothing.
 */
export function robots(origin: string): string {
  const closed = [paths.account, paths.admin, paths.search, paths.likes, "/orders", "/api", "/auth"];
  return ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${origin}${paths.sitemap}`, ""].join(
    "\n",
  );
}
