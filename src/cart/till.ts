import type { Store } from "#db/open.ts";
import { loadByCode } from "#src/promotions/store.ts";
import type { Cart } from "./cart.ts";
import type { Till } from "./quote.ts";
import { termsReader } from "./terms.ts";

export type TillParts = { readonly store: Store; readonly now: () => Date };

/**
 * All that a cart is reckoned by at this moment. One query, and only where the cart has a code; `customer` is the
 * normalised e-mail of who buys, or "" while nobody knows.
 */
export async function tillFor({ store, now }: TillParts, cart: Cart, customer = ""): Promise<Till> {
  const { shop, terms } = await termsReader(store).readWithShop();
  const base = { shop, terms, now: now() };
  const coded = cart.codeKey === "" ? undefined : await loadByCode(store.read, cart.codeKey, customer);
  if (!coded?.promotion.active) return base;
  const { promotion, usedByCustomer } = coded;
  const buyer = customer === "" ? undefined : { orders: 0, uses: new Map([[promotion.id, usedByCustomer]]) };
  return { ...base, coded: promotion, buyer };
}

/** As the database compares e-mail addresses: trimmed, in small letters. */
export const customerKey = (email: string | undefined): string => email?.trim().toLowerCase() ?? "";
