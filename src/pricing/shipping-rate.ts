import { plus, times, zero, type Cents } from "./money.ts";

/** A price for the first item and one for each further, up to `maxItems` items; 0 is no limit. No items cost nothing. */
export type ItemRate = { readonly first: Cents; readonly additional: Cents; readonly maxItems: number };

export function itemRatePrice({ first, additional, maxItems }: ItemRate, quantity: number): Cents {
  if (quantity === 0) return zero;
  const paid = maxItems === 0 ? quantity : Math.min(quantity, maxItems);
  return plus(first, times(additional, paid - 1));
}
