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
 * ties, each in proportion to what is still open of each rate. Taxes below zero come first, split by the rates alone.
 */
export function splitWithinTotals(
  taxes: readonly Cents[],
  totals: readonly Cents[],
  span: Span,
  ties: TieOrder,
): Cents[][] {
  if (totals.length === 1) return taxes.map((tax) => [tax]);
  if (sum(totals) < 0) return splitWithinTotals(opposite(taxes), opposite(totals), span, ties).map(opposite);
  const cells: Cents[][] = taxes.map(() => totals.map(() => zero));
  const below = (member: number) => Number((taxes[member] ?? 0) < 0);
  let open = totals;
  for (const member of taxes.map((_, index) => index).sort((a, b) => below(b) - below(a) || ties(a, b))) {
    const tax = taxes[member] ?? zero;
    if (tax === 0) continue;
    const row = tax < 0 ? splitOverRates(tax, span) : splitByLargestRemainder(tax, open);
    cells[member] = row;
    open = open.map((total, rate) => minus(total, row[rate] ?? zero));
  }
  return cells;
}

function opposite(amounts: readonly Cents[]): Cents[] {
  return amounts.map((amount) => minus(zero, amount));
}
