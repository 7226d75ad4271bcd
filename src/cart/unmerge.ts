import type { Tx } from "#db/open.ts";
import type { Cart } from "./cart.ts";
import { recount } from "./line-store.ts";
import { forgetMerge, loadMerge, numberAgain, takeOutAgain } from "./merge-store.ts";
import { loadCart } from "./store.ts";

/** Makes the cart what it was before a sign-in brought another one in; what was added since stays. Nothing where there is nothing to undo. */
export async function unmerge(tx: Tx, cartId: string, at: Date): Promise<Cart> {
  const merge = await loadMerge(tx, cartId);
  if (merge) {
    const before = Object.entries(merge.before);
    const brought = before.filter(([, quantity]) => quantity === 0).map(([variantId]) => variantId);
    await takeOutAgain(tx, { cartId, variantIds: brought, at });
    for (const [variantId, quantity] of before)
      if (quantity > 0) await numberAgain(tx, { cartId, variantId, quantity });
    await forgetMerge(tx, cartId);
    await recount(tx, cartId, at);
  }
  return loadCart(tx, cartId);
}
