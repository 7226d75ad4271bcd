import type { Tx } from "#db/open.ts";
import { tooMany, type Cart, type CartLine } from "./cart.ts";
import { countIn, putLine } from "./line-store.ts";
import { loadCart } from "./store.ts";
import { loadWanted, type Choice, type Wanted } from "./wanted-store.ts";

/** More different things than anybody carries home; a cart that a program fills stops here. */
export const mostKinds = 100;

export type Adding = {
  readonly cartId: string;
  /** Whose cart it is when it is made by this; it then comes along to wherever they sign in. */
  readonly customerId?: string | undefined;
  readonly choice: Choice;
  readonly quantity: number;
  readonly at: Date;
  readonly newId: () => string;
};

export type Added =
  | { readonly ok: true; readonly cart: Cart; readonly line: CartLine }
  /** The cart has become an order meanwhile: the next one needs another name. */
  | { readonly ok: false; readonly why: "closed" }
  | { readonly ok: false; readonly why: "unknown" }
  | { readonly ok: false; readonly why: "refused"; readonly wanted: Wanted; readonly message: string };

/** The shelf was emptied between our look at it and our taking: PostgreSQL is asked to run the write again. */
class CartRaced extends Error {
  override readonly name = "CartRaced";
  readonly code = "40001";
}

/** Puts so many of a variant into a cart, or says why not and changes nothing. Four statements. */
export async function addItem(tx: Tx, { cartId, customerId, choice, quantity, at, newId }: Adding): Promise<Added> {
  const wanted = await loadWanted(tx, cartId, choice);
  if (!wanted || !wanted.shown) return { ok: false, why: "unknown" };
  const message = refusal(wanted, quantity);
  if (message !== undefined) return { ok: false, why: "refused", wanted, message };

  if (!(await countIn(tx, { cartId, customerId, units: quantity, at }))) return { ok: false, why: "closed" };
  const { variantId, price } = wanted;
  const put = await putLine(tx, { cartId, lineId: newId(), variantId, quantity, price, at });
  if (!put) throw new CartRaced("The shelf was emptied meanwhile.");
  const cart = await loadCart(tx, cartId);
  const line = cart.lines.find((each) => each.variantId === variantId);
  if (!line) throw new Error(`the line of ${variantId} is not in its cart`);
  return { ok: true, cart, line };
}

function refusal(wanted: Wanted, quantity: number): string | undefined {
  if (wanted.inCart === 0 && wanted.kinds >= mostKinds) return `A cart holds ${mostKinds} different things at most.`;
  return tooMany(wanted, quantity, wanted.inCart);
}
