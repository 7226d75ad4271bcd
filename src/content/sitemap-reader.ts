import type { Store } from "#db/open.ts";
import { placesPerFile, sitemap, sitemapIndex } from "./sitemap.ts";
import { countShown, loadListPlaces, loadPagePlaces, loadProductPlaces } from "./store.ts";

/** The files of the sitemap, made again only after a write has moved what they name. The last one asked for is kept. */
export function sitemapReader(store: Store, origin: string): (part: number | undefined) => Promise<string> {
  let kept: { readonly key: string; readonly text: string } | undefined;

  async function make(part: number | undefined): Promise<string> {
    const files = Math.max(1, Math.ceil((await countShown(store.read)) / placesPerFile));
    if (part === undefined && files > 1) return sitemapIndex(origin, files);
    const at = part ?? 1;
    const page = { limit: placesPerFile, offset: (at - 1) * placesPerFile };
    const [lists, pages] =
      at === 1 ? await Promise.all([loadListPlaces(store.read), loadPagePlaces(store.read)]) : [[], []];
    return sitemap(origin, { lists, pages, products: await loadProductPlaces(store.read, page) }, at === 1);
  }

  return async (part) => {
    const key = `${part} ${await store.stamp(["catalog", "pages", "shell"])}`;
    if (kept?.key !== key) kept = { key, text: await make(part) };
    return kept.text;
  };
}
