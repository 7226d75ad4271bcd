import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { pictureAddress } from "#views/ui/picture.tsx";
import { cartApi } from "./cart-routes.ts";
import { catalogueApi } from "./catalogue-routes.ts";
import { notAllowed } from "#src/web/problem.ts";
import { documentRoutes } from "./document-routes.tsx";
import { methodsByPath } from "./operations.ts";
import { orderApi } from "./order-routes.ts";
import { shopCarts } from "./shop-carts.ts";
import { shopCatalogue } from "./shop-catalogue.ts";
import { shopOrders } from "./shop-orders.ts";
import type { Source } from "./source.ts";

/** The interface for programs. `source` is where its answers come from. */
export function apiRoutes(deps: Deps, source: Source = shopSource(deps)) {
  return new Elysia({ name: "api" })
    .use(catalogueApi(deps, source.catalogue))
    .use(cartApi(deps, source.carts))
    .use(orderApi(deps, source.orders))
    .use(otherMethods())
    .use(documentRoutes(deps));
}

/** An address that is there, asked for in a way that it does not have. */
function otherMethods() {
  const others = new Elysia({ name: "api-others" });
  for (const [path, methods] of methodsByPath) others.all(path, ({ request }) => notAllowed(request, methods));
  return others;
}

const shopSource = (deps: Deps): Source => ({
  catalogue: shopCatalogue(deps, (file) => pictureAddress(file)),
  carts: shopCarts(deps),
  orders: shopOrders(deps),
});
