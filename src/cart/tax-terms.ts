import type { Cents } from "#src/pricing/money.ts";
import { countedPrice } from "#src/pricing/net-price.ts";
import type { PricingInput, TaxRate } from "#src/pricing/totals.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import type { Place } from "#src/shipping/place.ts";
import { taxesFor, type TaxZone } from "#src/shipping/tax.ts";

type Taxed = { readonly taxes: readonly TaxRate[]; readonly inside?: readonly TaxRate[] };

/** How a cart is taxed: the price mode, and the taxes on goods of a class and on their delivery. */
export type TaxTerms = Required<Pick<PricingInput, "pricesIncludeTax" | "taxRounding" | "taxExempt">> & {
  readonly goods: (taxClass: string) => Taxed;
  readonly shipping: (taxClass: string) => Taxed;
  /** What a price counts as. */
  readonly counted: (price: Cents, taxed: Taxed) => Cents;
};

type Given = {
  readonly shop: ShopSettings;
  readonly zones: readonly TaxZone[];
  /** Where the shop is. */
  readonly home: Place;
  readonly place: Place;
  readonly exempt: boolean;
  /** Of everything that is sold, and of its delivery. */
  readonly classes: { readonly goods: readonly string[]; readonly shipping: readonly string[] };
};

type On = "goods" | "shipping";

/**
 * The taxes of the buyer's zone. Of a price that includes tax, an exempt buyer pays what is left without the shop's own
 * taxes. A shop that keeps its net prices takes its own out and puts the buyer's on top, wherever any of them differs:
 * one price mode for an order.
 */
export function taxTerms({ shop, zones, home, place, exempt, classes }: Given): TaxTerms {
  const known = new Map<string, readonly TaxRate[]>();
  const taxesAt = (where: Place, taxClass: string, on: On): readonly TaxRate[] => {
    const key = `${where === home} ${on} ${taxClass}`;
    const taxes = known.get(key) ?? taxesFor(zones, where, taxClass, on);
    known.set(key, taxes);
    return taxes;
  };
  const { pricesIncludeTax, taxRounding, taxElsewhere } = shop;
  const differs = (on: On) =>
    classes[on].some((taxClass) => !sameTaxes(taxesAt(home, taxClass, on), taxesAt(place, taxClass, on)));
  const keepsNet =
    pricesIncludeTax && !exempt && taxElsewhere === "keep-net" && (differs("goods") || differs("shipping"));
  const taxed = (on: On) => (taxClass: string) => {
    if (keepsNet) return { taxes: taxesAt(place, taxClass, on), inside: taxesAt(home, taxClass, on) };
    return { taxes: taxesAt(exempt ? home : place, taxClass, on) };
  };
  const mode = { pricesIncludeTax: pricesIncludeTax && !keepsNet, taxRounding, taxExempt: exempt };
  return {
    ...mode,
    counted: (price, tax) => countedPrice(mode, price, tax),
    goods: taxed("goods"),
    shipping: taxed("shipping"),
  };
}

const sameTaxes = (some: readonly TaxRate[], others: readonly TaxRate[]): boolean =>
  some === others || (some.length === others.length && some.every(({ id }, at) => id === others[at]?.id));
