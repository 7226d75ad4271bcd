import type { Store } from "#db/open.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { loadAutomatic } from "#src/promotions/store.ts";
import { inForce, type ShopSettings } from "#src/settings/shop.ts";
import { loadShop } from "#src/settings/store.ts";
import { loadShippingTable, type ShippingTable } from "#src/shipping/store.ts";

/** What a cart is reckoned by, the same for everybody: ways and places of delivery, taxes, promotions without a code. */
export type Terms = ShippingTable & { readonly promotions: readonly Promotion[] };
type ShopAndTerms = { readonly shop: ShopSettings; readonly terms: Terms };

export type TermsReader = {
  read(): Promise<Terms>;
  /** With the settings of the same moment, so that both cost one look at the versions. */
  readWithShop(): Promise<ShopAndTerms>;
};

const readers = new WeakMap<Store, TermsReader>();

/** Keeps the terms in memory until a write moves the version of one of its parts. One for each store, whoever asks. */
export function termsReader(store: Store): TermsReader {
  const known = readers.get(store);
  if (known) return known;
  let kept: (ShopAndTerms & { readonly stamp: string }) | undefined;

  async function readWithShop(): Promise<ShopAndTerms> {
    const stamp = await store.stamp(["promotions", "shipping", "settings"]);
    if (kept?.stamp !== stamp) {
      const table = await loadShippingTable(store.read);
      const promotions = await loadAutomatic(store.read);
      kept = { stamp, shop: inForce(await loadShop(store.read)), terms: { ...table, promotions } };
    }
    return kept;
  }

  const reader = { readWithShop, read: async () => (await readWithShop()).terms };
  readers.set(store, reader);
  return reader;
}
