import type { Store } from "#db/open.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { loadAutomatic } from "#src/promotions/store.ts";
import { loadShippingTable, type ShippingTable } from "#src/shipping/store.ts";

/** What a cart is reckoned by, the same for everybody: ways and places of delivery, taxes, promotions without a code. */
export type Terms = ShippingTable & { readonly promotions: readonly Promotion[] };
export type TermsReader = { read(): Promise<Terms> };

const readers = new WeakMap<Store, TermsReader>();

/** Keeps the terms in memory until a write moves the version of one of its parts. One for each store, whoever asks. */
export function termsReader(store: Store): TermsReader {
  const known = readers.get(store);
  if (known) return known;
  let kept: { readonly stamp: string; readonly terms: Terms } | undefined;
  const reader: TermsReader = {
    async read() {
      const stamp = await store.stamp(["promotions", "shipping", "settings"]);
      if (kept?.stamp !== stamp) {
        const table = await loadShippingTable(store.read);
        kept = { stamp, terms: { ...table, promotions: await loadAutomatic(store.read) } };
      }
      return kept.terms;
    },
  };
  readers.set(store, reader);
  return reader;
}
