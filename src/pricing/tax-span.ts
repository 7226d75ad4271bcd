import { greatestCommonDivisor, safe } from "./exact.ts";
import { checkedRate } from "./limits.ts";
import { whole } from "./rate.ts";
import type { TaxRate } from "./totals.ts";

/** A fraction of an amount without tax: `top / bottom`, in lowest terms. */
export type Ratio = { readonly top: number; readonly bottom: number };

/** How much of a price is tax: `gross / net` is 6/5 for one rate of 20 %, and `shares` are the rates' parts of the net. */
export type Span = { readonly gross: number; readonly net: number; readonly shares: readonly Ratio[] };

const none: Span = { gross: 1, net: 1, shares: [] };

/**
 * Adds up rates exactly. A compound rate works on the net amount plus all taxes that are not compound.
 *
 * @throws RangeError for a rate that is no whole number of millionths, or above 1000 %.
 */
export function spanOf(taxes: readonly TaxRate[]): Span {
  if (taxes.length === 0) return none;
  let simple = whole;
  let compound = whole;
  for (const tax of taxes) {
    const rate = checkedRate(tax.rate, 10 * whole);
    if (tax.compound === true) compound += rate;
    else simple += rate;
  }
  const { top: gross, bottom: net } =
    compound === whole ? lowest(simple, whole) : lowest(safe(simple * compound), whole * whole);
  const shares = taxes.map(({ rate, compound: onTop }) =>
    onTop === true ? lowest(safe(simple * rate), whole * whole) : lowest(rate, whole),
  );
  return { gross, net, shares };
}

function lowest(top: number, bottom: number): Ratio {
  const shared = greatestCommonDivisor(top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}
