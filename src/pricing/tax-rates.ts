import { minus, sum, zero, type Cents } from "./money.ts";
import { splitByLargestRemainder, type TieOrder } from "./split.ts";
import type { Span } from "./tax-span.ts";

/** Splits the tax inside one amount over the rates it is made of, by largest remainder. */
export function splitOverRates(tax: Cents, { shares }: Span): Cents[] {
  if (shares.length === 1) return [tax];
  const bottom = shares.reduce((all, share) => all * BigInt(share.bottom), 1n);
  return splitByLargestRemainder(
    tax,
    shares.map((share) => (BigInt(share.top) * bottom) / BigInt(share.bottom)),
  );
}

/**
 * Splits each member's tax over the rates so that members and rates both add up: member after member, in the order of
 * ties, each in proportion to what is still open of each rate. Where amounts below zero are among them, each member is
 * split for itself and the rates are what that adds up to.
 */
export function splitWithinTotals(
  taxes: readonly Cents[],
  totals: readonly Cents[],
  span: Span,
  ties: TieOrder,
): Cents[][] {
  if (totals.length === 1) return taxes.map((tax) => [tax]);
  if (taxes.some((tax) => tax < 0)) return taxes.map((tax) => splitOverRates(tax, span));
  const cells: Cents[][] = taxes.map(() => totals.map(() => zero));
  let open = totals;
  for (const member of taxes.map((_, index) => index).sort(ties)) {
    const row = sum(open) === 0 ? totals.map(() => zero) : splitByLargestRemainder(taxes[member] as Cents, open);
    cells[member] = row;
    open = open.map((total, rate) => minus(total, row[rate] as Cents));
  }
  return cells;
}
