import { divide, halfUp } from "./exact.ts";
import { minus, plus, sum, toCents, type Cents } from "./money.ts";
import { handOut, type TieOrder } from "./split.ts";
import { splitOverRates, splitWithinTotals } from "./tax-rates.ts";
import type { TaxGroup, Taxables } from "./tax-groups.ts";
import type { Ratio } from "./tax-span.ts";
import type { TaxRounding } from "./totals.ts";

/** Tax on each member of a group: in all, and for each rate of the group. Side by side with its members. */
export type GroupTax = { readonly taxes: readonly Cents[]; readonly byRate: readonly (readonly Cents[])[] };

/** What the shopper pays for these amounts: their sum and every tax that is not inside them. */
export function payable({ groups }: Taxables, amounts: readonly Cents[], rounding: TaxRounding): Cents {
  let total = sum(amounts);
  for (const { includesTax, span, members } of groups) {
    if (includesTax) continue;
    const taken = members.map((member) => amounts[member] as Cents);
    for (const base of rounding === "line" ? taken : [sum(taken)]) {
      for (const { top, bottom } of span.shares) total = plus(total, toCents(halfUp(base, top, 1, bottom)));
    }
  }
  return total;
}

/** The tax of one group on its members' amounts, rounded for each member or once for the document. */
export function taxOf(group: TaxGroup, amounts: readonly Cents[], rounding: TaxRounding, { ties }: Taxables): GroupTax {
  const taken = group.members.map((member) => amounts[member] as Cents);
  const order = (a: number, b: number) => ties(group.members[a] ?? 0, group.members[b] ?? 0);
  if (group.includesTax) return rounding === "line" ? insideEach(group, taken) : insideAll(group, taken, order);
  const columns = group.span.shares.map((share) =>
    rounding === "line"
      ? taken.map((amount) => onTop(amount, share))
      : spread(onTop(sum(taken), share), taken, share, order),
  );
  const byRate = taken.map((_, member) => columns.map((column) => column[member] as Cents));
  return { byRate, taxes: byRate.map(sum) };
}

/** The tax inside a gross amount: what the net amount, rounded half up, leaves. */
export function taxInside(gross: Cents, { net, gross: whole }: TaxGroup["span"]): Cents {
  return minus(gross, toCents(halfUp(gross, net, 1, whole)));
}

function onTop(net: Cents, { top, bottom }: Ratio): Cents {
  return toCents(halfUp(net, top, 1, bottom));
}

function insideEach({ span }: TaxGroup, taken: readonly Cents[]): GroupTax {
  const taxes = taken.map((amount) => taxInside(amount, span));
  return { taxes, byRate: taxes.map((tax) => splitOverRates(tax, span)) };
}

function insideAll({ span }: TaxGroup, taken: readonly Cents[], ties: TieOrder): GroupTax {
  const tax = taxInside(sum(taken), span);
  const taxes = spread(tax, taken, { top: span.gross - span.net, bottom: span.gross }, ties);
  return { taxes, byRate: splitWithinTotals(taxes, splitOverRates(tax, span), span, ties) };
}

/** Spreads a rounded tax back by the largest remainders of the exact taxes: each gets its own, rounded down or up. */
function spread(tax: Cents, taken: readonly Cents[], { top, bottom }: Ratio, ties: TieOrder): Cents[] {
  const shares: number[] = [];
  const rests: number[] = [];
  let left: number = tax;
  for (const amount of taken) {
    const { whole, rest } = divide(amount, top, 1, bottom);
    shares.push(whole);
    rests.push(rest);
    left -= whole;
  }
  handOut<number>(left, shares, rests, taken, ties);
  return shares.map(toCents);
}
