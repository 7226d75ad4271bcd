import { halfUp } from "./exact.ts";
import { sum, toCents, type Cents } from "./money.ts";
import { spanOf } from "./tax-span.ts";
import type { PricingInput, TaxRate } from "./totals.ts";

/** The net price inside a price that includes these taxes, rounded half up. */
export function netOf(price: Cents, taxes: readonly TaxRate[]): Cents {
  const { net, gross } = spanOf(taxes);
  return toCents(halfUp(price, net, 1, gross));
}

/** The price and each of these taxes on top, rounded half up: turns a net price into a shelf price once, when it is saved. */
export function grossOf(price: Cents, taxes: readonly TaxRate[]): Cents {
  return sum([price, ...spanOf(taxes).shares.map(({ top, bottom }) => toCents(halfUp(price, top, 1, bottom)))]);
}

type Mode = Pick<PricingInput, "pricesIncludeTax" | "taxExempt">;

export type Taxed = {
  readonly taxes: readonly TaxRate[];
  readonly includesTax?: boolean;
  readonly inside?: readonly TaxRate[];
};

export function includesTax(input: Mode, taxed: Taxed): boolean {
  return taxed.inside === undefined && (taxed.includesTax ?? input.pricesIncludeTax);
}

/** The taxes that come out of a price before it counts: for an exempt buyer, and where a shop keeps its net prices. */
export function taxesTakenOut(input: Mode, taxed: Taxed): readonly TaxRate[] {
  if (taxed.inside) return taxed.inside;
  return input.taxExempt === true && includesTax(input, taxed) ? taxed.taxes : [];
}

/** A price as it counts: the net price, rounded once, where taxes come out of it. */
export function countedPrice(input: Mode, price: Cents, taxed: Taxed): Cents {
  const out = taxesTakenOut(input, taxed);
  return out.length === 0 ? price : netOf(price, out);
}
