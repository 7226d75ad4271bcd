import { divide } from "./exact.ts";
import { toCents, type Cents } from "./money.ts";

/** What one of so many costs, rounded half up where it is no whole amount. */
export function unitPrice(sum: Cents, units: number): { readonly each: Cents; readonly isRounded: boolean } {
  const { whole, rest } = divide(sum, 1, 1, units);
  return { each: toCents(rest * 2 >= units ? whole + 1 : whole), isRounded: rest > 0 };
}
