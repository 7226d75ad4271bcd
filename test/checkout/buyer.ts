import type { Store } from "#db/open.ts";
import { addItem } from "#src/cart/add-item.ts";
import { loadCart } from "#src/cart/store.ts";
import { termsReader } from "#src/cart/terms.ts";
import type { Draft } from "#src/checkout/draft.ts";
import { look, type Counter } from "#src/checkout/look.ts";
import { placeOrder, PlacingRefused, type Placed, type Refusal } from "#src/checkout/place-order.ts";
import { shownOf } from "#src/checkout/shown.ts";
import { placeOf, type Standing } from "#src/checkout/standing.ts";
import { loadKnown, saveDraft } from "#src/checkout/store.ts";
import { loadShop } from "#src/settings/store.ts";
import { actor } from "#test/orders/an-order.ts";
import type { TestClock } from "#test/support/clock.ts";

export const odile: Draft = {
  email: "odile@example.com",
  name: "Odile Bernard",
  country: "US",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
  ship: "parcel",
  pay: "transfer",
};

export type Pressed = { readonly placed: Placed } | { readonly refusal: Refusal };

/** Somebody with a cart, who has filled in everything and looks at the last page of the checkout. No HTTP in between. */
export async function buyer(store: Store, clock: TestClock, cartId: string, draft: Draft = odile) {
  const act = actor(clock);
  const counter = async (): Promise<Counter> => ({
    shop: await loadShop(store.read),
    terms: await termsReader(store).read(),
    now: clock.now(),
  });

  async function add(variantId: string, quantity: number) {
    const adding = { cartId, choice: { variantId }, quantity, at: clock.now(), newId: act.newId };
    const added = await store.write((tx) => addItem(tx, adding));
    if (!added.ok) throw new Error(`cannot add ${variantId}: ${added.why}`);
    const place = placeOf(draft) ?? { country: "", region: "", postcode: "" };
    await store.write((tx) => saveDraft(tx, { cartId, draft, place, methodId: null, pointId: null, at: clock.now() }));
  }

  /** The last page: what it comes to, and what its form carries. */
  async function see(): Promise<{ standing: Standing; total: number; shown: string }> {
    const cart = await loadCart(store.read, cartId);
    const known = await loadKnown(store.read, cartId, undefined);
    const standing = await look(store.read, await counter(), { cart, draft: known.draft });
    const { totals } = standing.quote;
    return { standing, total: totals.total, shown: shownOf(cart.lines, totals) };
  }

  /** Presses the button of the page that was seen. */
  async function press({ total, shown }: { total: number; shown: string }): Promise<Pressed> {
    const placing = { cartId, customerId: undefined, pay: draft.pay ?? "", total, shown };
    const till = await counter();
    try {
      return { placed: await store.write((tx) => placeOrder(tx, actor(clock), till, placing)) };
    } catch (cause) {
      if (cause instanceof PlacingRefused) return { refusal: cause.refusal };
      throw cause;
    }
  }

  return { add, see, press };
}
