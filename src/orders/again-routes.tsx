import { Elysia } from "elysia";
import { termsReader } from "#src/cart/terms.ts";
import type { Deps } from "#src/deps.ts";
import { digestOf } from "#src/keys.ts";
import { link, paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { GoElsewhere, ShopError } from "#src/web/shop-error.ts";
import { orderAgain } from "./order-again.ts";
import { loadOrderByLink } from "./store.ts";

/** A customer's own order once more: its goods go into the cart, which says what of it is otherwise. */
export function againRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "orders-again" })
    .use(screens(deps))
    .post(paths.orderAgain, async ({ params: { token }, visitor, goTo }) => {
      const { customer } = await visitor.signedIn();
      if (!customer) throw new GoElsewhere(`${paths.login}?next=${encodeURIComponent(link(paths.order, { token }))}`);
      const order = token.length <= 64 ? await loadOrderByLink(store.read, digestOf(token)) : undefined;
      if (!order || order.customerId !== customer.id)
        throw new ShopError("not_found", "There is no such order in your account.");

      const asked = { order, customerId: customer.id, newId, ...(await termsReader(store).readWithShop()) };
      const put = (cartId: string) => store.write((tx) => orderAgain(tx, { ...asked, cartId, at: now() }));
      if (!(await put(await visitor.startCart()))) await put(visitor.newCart());
      return goTo(paths.cart);
    });
}
