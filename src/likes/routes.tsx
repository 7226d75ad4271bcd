import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { link, paths } from "#src/paths.ts";
import { ownPath } from "#src/web/own-path.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { LikePart } from "#views/catalog/like.tsx";
import { LikesPage, SharedListPage } from "#views/likes/likes.tsx";
import { loadLiked, loadNamed, mostShared, toggleLike } from "./store.ts";

const unknown = "That one is not sold here, or not any more.";

/** Hearts: a guest's are kept by a cookie, a customer's with the account. */
export function likeRoutes(deps: Deps) {
  const { store, config } = deps;
  const routes = new Elysia({ name: "likes" }).use(screens(deps));
  if (!config.has("likes")) return routes;

  return (
    routes
      .get(paths.likes, async ({ screen, visitor }) => {
        const { currency } = await deps.shop.read();
        const { customer } = await visitor.load();
        const owner = customer ? `c:${customer.id}` : visitor.guest;
        const cards = owner === undefined ? [] : await loadLiked(store.read, owner);
        const props = { cards, currency, isCustomer: customer !== undefined };
        return screen({ page: (shell) => <LikesPage shell={shell} {...props} /> });
      })

      /** A list that somebody shares: it is in the address, so it names nobody and needs no account to be seen. */
      .get(paths.likesList, async ({ screen, request }) => {
        const of = new URL(request.url).searchParams.get("of") ?? "";
        const asked = of.split(",").filter((each) => each !== "" && !each.includes("\0")); // PostgreSQL takes no NUL
        const cards = await loadNamed(store.read, [...new Set(asked)].slice(0, mostShared));
        const { currency } = await deps.shop.read();
        return screen({ page: (shell) => <SharedListPage shell={shell} cards={cards} currency={currency} /> });
      })

      .post(paths.like, async ({ partial, visitor, screen, seeOther, params: { handle }, request }) => {
        const { customer } = await visitor.load();
        const owner = customer ? `c:${customer.id}` : visitor.startGuest();
        const liked = await store.write((tx) => toggleLike(tx, { owner, handle, at: deps.now() }));
        if (!liked) throw new ShopError("not_found", unknown);
        if (!partial) return seeOther(cameFrom(request, handle));
        // The heart on a product's page has an id, and keeps it: htmx says which element asked.
        const id = request.headers.get("HX-Source")?.endsWith("#like") ? { id: "like" } : {};
        const part = () => <LikePart handle={handle} title={liked.title} liked={liked.isLiked} {...id} />;
        return screen({ page: part, part });
      })
  );

  function cameFrom(request: Request, handle: string): string {
    const product = link(paths.product, { handle });
    const back = ownPath(request.headers.get("Referer"), new URL(request.url).origin) ?? product;
    return back.split("?")[0] === product ? `${back.split("#")[0]}#like` : back;
  }
}
