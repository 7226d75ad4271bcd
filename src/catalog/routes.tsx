import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { link, paths } from "#src/paths.ts";
import type { RequestFacts } from "#src/web/request-facts.ts";
import type { Shell } from "#src/web/shell.ts";
import { screens, type Screen } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import type { Visitor } from "#src/web/visitor.ts";
import { BuyBoxPart } from "#views/catalog/buy-box.tsx";
import { CollectionMorePart, CollectionPage, CollectionPart } from "#views/catalog/collection.tsx";
import { Gallery } from "#views/catalog/gallery.tsx";
import { HomePage } from "#views/catalog/home.tsx";
import { ProductPage } from "#views/catalog/product.tsx";
import { stallGoods } from "#views/catalog/stall-hero.tsx";
import { SearchPage } from "#views/catalog/search.tsx";
import { SuggestPart } from "#views/catalog/suggest.tsx";
import { ErrorPage } from "#views/errors.tsx";
import { loadCollectionPage } from "./collection-page.ts";
import { deviceRoutes } from "./device/routes.tsx";
import { methodReader } from "./delivery-store.ts";
import { loadHomePage } from "./home-page.ts";
import { pageKeys } from "./page-keys.ts";
import { loadPreview, loadProduct } from "./product-page.ts";
import { isArchived, loadMoved } from "./product-store.ts";
import { loadGuesses, loadSearchPage, loadSuggestions } from "./search-page.ts";
import type { ProductTill } from "./reckoning.ts";
import { shelves } from "./shelves.ts";

const gone = { product: "That one is not sold here, or not any more.", collection: "There is no such shelf." } as const;
const sold = "That one is not sold here any more.";

/** The page shows the pictures of this very combination already, or another one that somebody chose to look at. */
function isSeen(query: URLSearchParams): boolean {
  const chosen = [...query].filter(([name]) => /^option[1-3]$/.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return (query.get("seen") ?? (chosen.length > 0 ? undefined : "")) === chosen.map(([, value]) => value).join("|");
}

/** What is known of a request where its answer is drawn. */
type Asked = {
  readonly partial: boolean;
  readonly facts: RequestFacts;
  readonly visitor: Visitor;
  screen(wanted: Screen): Promise<Response>;
};

const movedTo = (location: string) =>
  new Response(null, { status: 301, headers: { Location: location, "Cache-Control": "private, max-age=3600" } });

/** Home, collections, products and the search: what a visitor sees before there is a cart. */
export function catalogRoutes(deps: Deps, till: ProductTill) {
  const { store } = deps;
  const methods = methodReader(store);
  const names = shelves(store);
  const keys = pageKeys();
  const queryOf = (request: Request) => new URL(request.url).searchParams;

  /** Where it is now, for good; or a page that says it is nowhere, and what else there is. */
  async function movedOrMissing(what: "product" | "collection", handle: string, asked: Asked): Promise<Response> {
    const now = await loadMoved(store.read, what, handle);
    if (now) return movedTo(link(now.what === "product" ? paths.product : paths.collection, { handle: now.handle }));
    const isOver = what === "product" && (await isArchived(store.read, handle));
    const said = isOver ? sold : gone[what];
    if (asked.partial) throw new ShopError(isOver ? "gone" : "not_found", said);
    const { currency } = await deps.shop.read();
    const { looked, cards } = await loadGuesses(store.read, handle);
    const personal = await asked.visitor.personal();
    const status = isOver ? 410 : 404;
    const told = { status, message: said, requestId: asked.facts.id, looked, guesses: { cards, currency } };
    return asked.screen({ status, page: (shell) => <ErrorPage {...told} shell={shell} personal={personal} /> });
  }

  return new Elysia({ name: "catalog" })
    .use(screens(deps))
    .use(deviceRoutes(deps))

    .get(paths.home, ({ kept }) =>
      kept(["catalog", "pages"], async () => {
        const shop = await deps.shop.read();
        const home = await loadHomePage(store.read, shop, stallGoods[shop.home.picture]);
        return { page: (shell) => <HomePage shell={shell} home={home} /> };
      }),
    )

    .get(paths.collection, ({ kept, partial, visitor, facts, screen, params, request }) =>
      kept([`collection:${params.handle}`], async () => {
        const query = queryOf(request);
        const { currency } = await deps.shop.read();
        const collection = await loadCollectionPage(store.read, { handle: params.handle, query, currency });
        if (!collection) return movedOrMissing("collection", params.handle, { partial, visitor, facts, screen });
        const { list } = collection;
        const isMore = query.has("more");
        return {
          page: (shell) => <CollectionPage shell={shell} collection={collection} />,
          part: () => (isMore ? <CollectionMorePart list={list} /> : <CollectionPart list={list} />),
          headers: isMore || !partial ? {} : { "HX-Push-Url": list.hrefOf(list.page) },
        };
      }),
    )

    .get(paths.product, async ({ kept, partial, visitor, facts, screen, params: { handle }, request }) => {
      const { destination } = await visitor.load();
      const draw = async () => {
        const query = Object.fromEntries(queryOf(request));
        const { reckon, until } = await till.open(destination);
        const seen = { query, shop: await deps.shop.read(), methods: await methods.read(), reckon };
        const product = await loadProduct(store.read, handle, seen);
        if (!product) return movedOrMissing("product", handle, { partial, visitor, facts, screen });
        return {
          page: (shell: Shell) => <ProductPage shell={shell} product={product} />,
          part: () => <Gallery {...product.gallery} />,
          ...(keys.learn(handle, product.tells) ? until && { until } : { until: deps.now() }),
          isPlaced: true,
        };
      };
      if (!destination) return kept(keys.of(handle), draw);
      const drawn = await draw();
      return drawn instanceof Response ? drawn : screen(drawn);
    })

    .get(paths.productPreview, async ({ screen, seeOther, partial, visitor, params: { handle }, request }) => {
      const query = queryOf(request);
      if (!partial) return seeOther(`${link(paths.product, { handle })}?${query}`);
      const { reckon } = await till.open((await visitor.load()).destination);
      const preview = await loadPreview(store.read, handle, {
        query: Object.fromEntries(query),
        shop: await deps.shop.read(),
        reckon,
      });
      if (!preview) throw new ShopError("not_found", gone.product);
      const part = (
        <>
          <BuyBoxPart buy={preview.buy} />
          {preview.gallery.pictures.length > 1 && !isSeen(query) ? (
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
        await deps.limits.count("suggest", facts.address);
        const { currency } = await deps.shop.read();
        const suggest = await loadSuggestions(store.read, names, { query, currency });
        const part = <SuggestPart {...suggest} />;
        return { page: () => part, part: () => part };
      });
    });
}
