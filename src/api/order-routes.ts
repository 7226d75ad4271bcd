import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { privateJson } from "#src/web/json-answer.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { PageQuery, pieceAsked, valuesOf } from "./asked.ts";
import { linkTo, pageOf } from "./page.ts";
import type { Orders } from "./source.ts";
import { customerOf, whoAsks } from "./who.ts";

/** A customer's own orders. Who is not signed in gets 401; another's order is as if it were not there. */
export function orderApi(deps: Deps, orders: Orders) {
  return new Elysia({ name: "api-orders" })
    .use(screens(deps))
    .derive(({ request, visitor, facts }) => ({
      customer: async () => customerOf(await whoAsks(deps, request, visitor, facts.address)),
    }))

    .get(
      paths.apiOrders,
      async ({ request, query, customer }) => {
        const { id } = await customer();
        const page = pageOf(request, await orders.orders(id, pieceAsked(valuesOf(query))));
        return privateJson(page, { headers: linkTo(page) });
      },
      { query: PageQuery.inQuery },
    )

    .get(paths.apiOrder, async ({ customer, params: { number } }) => {
      const { id } = await customer();
      const order = await orders.order(id, number);
      if (!order) throw new ShopError("not_found", "You have no such order.");
      return privateJson(order);
    });
}
