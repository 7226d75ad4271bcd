import type { Store } from "#db/open.ts";
import { asksWho, loadBuyer, type Who } from "#src/promotions/buyer-store.ts";
import { loadByCode } from "#src/promotions/store.ts";
import type { Cart } from "./cart.ts";
import type { Till } from "./quote.ts";
import { termsReader } from "./terms.ts";

export type TillParts = { readonly store: Store; readonly now: () => Date };

/** Somebody with perhaps a session; asked only where it matters who they are. */
export type Somebody = {
  signedIn(): Promise<{ readonly customer?: { readonly id: string; readonly email: string } | undefined }>;
};

/** All that a cart is reckoned by at this moment. A query for its code, and one more where a promotion asks who buys. */
export async function tillFor({ store, now }: TillParts, cart: Cart, somebody?: Somebody): Promise<Till> {
  const { shop, terms } = await termsReader(store).readWithShop();
  const found = cart.codeKey === "" ? undefined : await loadByCode(store.read, cart.codeKey);
  const coded = found?.active ? found : undefined;
  const promotions = coded ? [...terms.promotions, coded] : terms.promotions;
  const customer = promotions.some(asksWho) ? (await somebody?.signedIn())?.customer : undefined;
  const buyer = customer && (await loadBuyer(store.read, whoIs(customer), promotions));
  return { shop, terms, now: now(), coded, buyer };
}

export const whoIs = ({ id, email }: { readonly id: string; readonly email: string }): Who => ({
  customer: customerKey(email),
  customerId: id,
});

/** As the database compares e-mail addresses: trimmed, in small letters. */
export const customerKey = (email: string | undefined): string => email?.trim().toLowerCase() ?? "";
