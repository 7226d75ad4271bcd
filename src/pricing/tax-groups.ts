import { includesTax } from "./net-price.ts";
import { byText, type Sheet } from "./sheet.ts";
import type { TieOrder } from "./split.ts";
import { spanOf, type Span } from "./tax-span.ts";
import type { PricingFee, PricingInput, PricingLine, PricingShipping, TaxRate } from "./totals.ts";

/** Whatever is taxed by the same set of rates, in the same price mode. Members are positions of `Taxables.all`. */
export type TaxGroup = {
  readonly includesTax: boolean;
  /** Simple ones first, higher ones first. */
  readonly taxes: readonly TaxRate[];
  readonly span: Span;
  readonly members: number[];
};

/** All that is taxed: first the lines, then the fees, then the shipping. */
export type Taxables = {
  readonly all: readonly (PricingLine | PricingFee | PricingShipping)[];
  readonly groups: readonly TaxGroup[];
  /** By the order of the lines; then fees by their id; shipping last. */
  readonly ties: TieOrder;
};

export function groupByRates(input: PricingInput, sheet: Sheet): Taxables {
  const { lines, fees = [], shipping } = input;
  const all = [...lines, ...fees, ...(shipping ? [shipping] : [])];
  return { all, groups: input.taxExempt === true ? [] : groupsOf(input, all), ties: tieOrder(sheet, fees) };
}

/** Simple rates before compound ones, then the higher rate, then the lower id: whatever order they came in. */
export function inRateOrder<Rate extends TaxRate>(taxes: readonly Rate[]): readonly Rate[] {
  if (taxes.length < 2) return taxes;
  return taxes.toSorted(
    (a, b) => Number(a.compound === true) - Number(b.compound === true) || b.rate - a.rate || byText(a.id, b.id),
  );
}

export function rateKey({ id, rate, compound = false }: TaxRate): string {
  return JSON.stringify([id, rate, compound]);
}

function groupsOf(input: PricingInput, all: Taxables["all"]): TaxGroup[] {
  const groups: (TaxGroup & { readonly from: readonly TaxRate[]; readonly key: string })[] = [];
  all.forEach((taxed, index) => {
    const from = taxed.taxes;
    if (from.length === 0) return;
    const inside = includesTax(input, taxed);
    const known = groups.find((group) => group.from === from && group.includesTax === inside);
    if (known) return known.members.push(index);
    const taxes = inRateOrder(from);
    const key = taxes.map(rateKey).join();
    const same = groups.find((group) => group.key === key && group.includesTax === inside);
    if (same) return same.members.push(index);
    groups.push({ includesTax: inside, taxes, span: spanOf(taxes), members: [index], from, key });
  });
  return groups;
}

function tieOrder({ lines, ties }: Sheet, fees: readonly PricingFee[]): TieOrder {
  const count = lines.length;
  return (a, b) => {
    if (a < count && b < count) return ties(a, b);
    const [first, second] = [fees[a - count], fees[b - count]];
    return first && second ? byText(first.id, second.id) : a - b;
  };
}
