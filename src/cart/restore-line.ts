import type { Tx } from "#db/open.ts";
import type { Cart } from "./cart.ts";
import { recount, restoreLine } from "./line-store.ts";
import { loadCart } from "./store.ts";

/** Puts back a line that was taken out; nothing changes where it is in the cart already, or was never in this one. */
export async function putBack(tx: Tx, cartId: string, lineId: string, at: Date): Promise<Cart> {
  if (await restoreLine(tx, cartId, lineId)) await recount(tx, cartId, at);
  return loadCart(tx, cartId);
}
