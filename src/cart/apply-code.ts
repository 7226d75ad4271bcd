import type { Tx } from "#db/open.ts";
import { codeKey } from "#src/promotions/code.ts";
import { loadByCode } from "#src/promotions/store.ts";
import { keepCode } from "./place-store.ts";
import { quoteCart, type Till } from "./quote.ts";
import { loadCart } from "./store.ts";

export type Applying = {
  readonly cartId: string;
  readonly typed: string;
  /** Normalised e-mail of who is signed in; "" for a guest. */
  readonly customer: string;
  readonly till: Omit<Till, "coded" | "buyer">;
};

export type CodeApplied = { readonly ok: true } | { readonly ok: false; readonly message: string };

const unknown = "That code does not work here. Look how it is written and try again.";

/**
 * Keeps a code for this cart where it holds, or says why not; a code that was kept before then stays. What is said of a
 * code that does not exist and of one that is switched off is the same, and never names another.
 */
export async function applyCode(tx: Tx, { cartId, typed, customer, till }: Applying): Promise<CodeApplied> {
  const key = codeKey(typed);
  const found = await loadByCode(tx, key, customer);
  const cart = await loadCart(tx, cartId);
  if (!found?.promotion.active) return { ok: false, message: unknown };
  if (cart.lines.length === 0) return { ok: false, message: "Put something into your cart first, then use the code." };

  const { promotion, usedByCustomer } = found;
  const buyer = customer === "" ? undefined : { orders: 0, uses: new Map([[promotion.id, usedByCustomer]]) };
  const { coupon } = quoteCart(cart, { ...till, coded: promotion, buyer });
  if (coupon?.state === "refused") return { ok: false, message: `That code ${coupon.why}.` };
  await keepCode(tx, cartId, key);
  return { ok: true };
}
