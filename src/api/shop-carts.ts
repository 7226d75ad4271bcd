import { addItem } from "#src/cart/add-item.ts";
import { applyCode } from "#src/cart/apply-code.ts";
import { emptyCart, type Cart as ShopCart } from "#src/cart/cart.ts";
import { changeQuantity, type LineChange } from "#src/cart/change-quantity.ts";
import { keepCode } from "#src/cart/place-store.ts";
import { quoteCart } from "#src/cart/quote.ts";
import { loadCart } from "#src/cart/store.ts";
import { tillFor, whoIs } from "#src/cart/till.ts";
import type { Choice } from "#src/cart/wanted-store.ts";
import type { Deps } from "#src/deps.ts";
import { FieldsRefused, ShopError } from "#src/web/shop-error.ts";
import { cartOf } from "./shown-cart.ts";
import type { Carts, Wish } from "./source.ts";
import type { Who } from "./who.ts";

function choiceOf({ variant, product, options = [] }: Wish): Choice {
  if (variant !== undefined) return { variantId: variant };
  if (product === undefined) throw new FieldsRefused({ variant: "Name a variant, or a product and its options." });
  const [first = "", second = "", third = ""] = options;
  return { handle: product, options: [first, second, third] };
}

/** Carts in the shop's database, changed by the same verbs as its pages do it by. */
export function shopCarts(deps: Deps): Carts {
  const { store, now, newId, limits } = deps;
  const idOf = async (who: Who) => (await who.cart()) ?? "";

  async function show(cart: ShopCart, who: Who) {
    const till = await tillFor(deps, cart, who);
    return cartOf(cart, quoteCart(cart, till));
  }
  const showNow = async (who: Who, cartId: string) => show(await loadCart(store.read, cartId), who);

  async function changeLine(who: Who, lineId: string, change: LineChange) {
    const cartId = await idOf(who);
    const changed = await store.write((tx) => changeQuantity(tx, { cartId, lineId, change, at: now() }));
    if (changed.ok) return show(changed.cart, who);
    const isThere = changed.cart.lines.some(({ id }) => id === lineId);
    throw new ShopError(isThere ? "conflict" : "not_found", isThere ? changed.message : "There is no such line.");
  }

  return {
    cart: async (who) => showNow(who, await idOf(who)),

    async add(who, wish) {
      const choice = choiceOf(wish);
      const customerId = (await who.signedIn()).customer?.id;
      const put = (cartId: string) =>
        store.write((tx) => addItem(tx, { cartId, customerId, choice, quantity: wish.quantity, at: now(), newId }));
      let added = await put(await who.startCart());
      if (!added.ok && added.why === "closed") added = await put(who.newCart());
      if (added.ok) return show(added.cart, who);
      if (added.why === "refused") throw new ShopError("conflict", added.message);
      const field = "variantId" in choice ? "variant" : "product";
      throw new FieldsRefused({ [field]: "That is not on the stall, or not made like this. Choose again." });
    },

    change: changeLine,
    remove: (who, lineId) => changeLine(who, lineId, "remove"),

    async useCode(who, code) {
      const cartId = await idOf(who);
      // Both count: a new cart is quickly had, a new address as well.
      await limits.count("coupon", `address ${who.address}`);
      if (cartId !== "") await limits.count("coupon", `cart ${cartId}`);
      const { customer } = await who.signedIn();
      const till = await tillFor(deps, emptyCart());
      const asked = { cartId, typed: code, who: customer && whoIs(customer), till };
      const applied = await store.write((tx) => applyCode(tx, asked));
      if (!applied.ok) throw new FieldsRefused({ code: applied.message });
      return showNow(who, cartId);
    },

    async dropCode(who) {
      const cartId = await idOf(who);
      await store.write((tx) => keepCode(tx, cartId, ""));
      return showNow(who, cartId);
    },
  };
}
