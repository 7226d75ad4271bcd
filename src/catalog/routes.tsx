import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { link, paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { BuyBoxPart } from "#views/catalog/buy-box.tsx";
import { CollectionMorePart, CollectionPage, CollectionPart } from "#views/catalog/collection.tsx";
import { Gallery } from "#views/catalog/gallery.tsx";
import { HomePage } from "#views/catalog/home.tsx";
import { ProductPage } from "#views/catalog/product.tsx";
import { stallGoods } from "#views/catalog/stall-hero.tsx";
import { SearchPage } from "#views/catalog/search.tsx";
import { SuggestPart } from "#views/catalog/suggest.tsx";
import { loadCollectionPage } from "./collection-page.ts";
import { methodReader } from "./delivery-store.ts";
import { loadHomePage } from "./home-page.ts";
import { pageKeys } from "./page-keys.ts";
import { loadPreview, loadProduct } from "./product-page.ts";
import { loadMoved } from "./product-store.ts";
import { loadSearchPage, loadSuggestions } from "./search-page.ts";
import { shelves } from "./shelves.ts";

const gone = { product: "That one is not sold here, or not any more.", collection: "There is no such shelf." } as const;

export function catalogRoutes(deps: Deps) {
  const { store } = deps;
  const methods = methodReader(store);
  const names = shelves(store);
  const keys = pageKeys();
  const queryOf = (request: Request) => new URL(request.url).searchParams;

  /** Where it is now, for good; or that it is nowhere. */
  async function moved(what: "product" | "collection", handle: string): Promise<Response> {
    const now = await loadMoved(store.read, what, handle);
    if (now === undefined) throw new ShopError("not_found", gone[what]);
    const location =
      what === "product" ? link(paths.product, { handle: now }) : link(paths.collection, { handle: now });
    return new Response(null, {
      status: 301,
      headers: { Location: location, "Cache-Control": "private, max-age=3600" },
    });
  }

  return new Elysia({ name: "catalog" })
    .use(screens(deps))

    .get(paths.home, ({ kept }) =>
      kept(["catalog", "pages"], async () => {
        const shop = await deps.shop.read();
        const home = await loadHomePage(store.read, shop, stallGoods[shop.home.picture]);
        return { page: (shell) => <HomePage shell={shell} home={home} /> };
      }),
    )

    .get(paths.collection, ({ kept, partial, params, request }) =>
      kept([`collection:${params.handle}`], async () => {
        const query = queryOf(request);
        const { currency } = await deps.shop.read();
        const collection = await loadCollectionPage(store.read, { handle: params.handle, query, currency });
        if (!collection) return moved("collection", params.handle);
        const { list } = collection;
        const isMore = query.has("more");
        return {
          page: (shell) => <CollectionPage shell={shell} collection={collection} />,
          part: () => (isMore ? <CollectionMorePart list={list} /> : <CollectionPart list={list} />),
          headers: isMore || !partial ? {} : { "HX-Push-Url": list.hrefOf(list.page) },
        };
      }),
    )

    .get(paths.product, ({ kept, params: { handle }, request }) =>
      kept(keys.of(handle), async () => {
        const query = Object.fromEntries(queryOf(request));
        const seen = { query, shop: await deps.shop.read(), methods: await methods.read() };
        const product = await loadProduct(store.read, handle, seen);
        if (!product) return moved("product", handle);
        return {
          page: (shell) => <ProductPage shell={shell} product={product} />,
          part: () => <Gallery {...product.gallery} />,
          ...(keys.learn(handle, product.tells) ? {} : { until: deps.now() }),
        };
      }),
    )

    .get(paths.productPreview, async ({ screen, seeOther, partial, params: { handle }, request }) => {
      const query = queryOf(request);
      if (!partial) return seeOther(`${link(paths.product, { handle })}?${query}`);
      const preview = await loadPreview(store.read, handle, {
        query: Object.fromEntries(query),
        shop: await deps.shop.read(),
      });
      if (!preview) throw new ShopError("not_found", gone.product);
      const part = (
        <>
          <BuyBoxPart buy={preview.buy} />
          {preview.gallery.pictures.length > 1 ? (
            <hx-partial hx-target="#gallery" hx-swap="outerMorph">
              <Gallery {...preview.gallery} />
            </hx-partial>
          ) : null}
        </>
      );
      // What was chosen stands in the address bar, to be kept or sent to somebody.
      const chosen = [...query].filter(([name]) => /^option[1-3]$/.test(name));
      const address = `${link(paths.product, { handle })}?${new URLSearchParams(chosen)}`;
      const headers: Record<string, string> = chosen.length > 0 ? { "HX-Replace-Url": address } : {};
      return screen({ page: () => part, part: () => part, headers });
    })

    .get(paths.search, ({ kept, facts, request }) =>
      kept(["catalog"], async () => {
        await deps.limits.count("search", facts.address);
        const { currency } = await deps.shop.read();
        const search = await loadSearchPage(store.read, names, { query: queryOf(request), currency });
        return { page: (shell) => <SearchPage shell={shell} search={search} /> };
      }),
    )

    .get(paths.suggest, async ({ kept, seeOther, partial, facts, request }) => {
      const query = queryOf(request);
      if (!partial) return seeOther(`${paths.search}?${new URLSearchParams({ q: query.get("q") ?? "" })}`);
      return kept(["catalog"], async () => {
        await deps.limits.count("search", facts.address);
        const { currency } = await deps.shop.read();
        const suggest = await loadSuggestions(store.read, names, { query, currency });
        const part = <SuggestPart {...suggest} />;
        return { page: () => part, part: () => part };
      });
    });
}
