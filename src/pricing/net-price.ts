import { halfUp } from "./exact.ts";
import { toCents, type Cents } from "./money.ts";
import { spanOf } from "./tax-span.ts";
import type { PricingInput, TaxRate } from "./totals.ts";

/** The net price inside a price that includes these taxes, rounded half up. */
export function netOf(price: Cents, taxes: readonly TaxRate[]): Cents {
  const { net, gross } = spanOf(taxes);
  return toCents(halfUp(price, net, 1, gross));
}

/** The price with these taxes on top, rounded half up: turns a net price into a shelf price, once, when it is saved. */
export function grossOf(price: Cents, taxes: readonly TaxRate[]): Cents {
  const { net, gross } = spanOf(taxes);
  return toCents(halfUp(price, gross, 1, net));
}

type Taxed = { readonly taxes: readonly TaxRate[]; readonly includesTax?: boolean };

export function includesTax(input: PricingInput, taxed: Taxed): boolean {
  return taxed.includesTax ?? input.pricesIncludeTax;
}

/** A price as it counts: the net price, rounded once, where an exempt buyer meets a price that includes tax. */
export function countedPrice(input: PricingInput, price: Cents, taxed: Taxed): Cents {
  return input.taxExempt === true && includesTax(input, taxed) ? netOf(price, taxed.taxes) : price;
}
