import { minus, plus, sum, zero, type Cents } from "./money.ts";
import type { Cart, Outcome } from "./outcome.ts";
import { taxOf, type GroupTax } from "./tax.ts";
import { inRateOrder, rateKey, type TaxGroup } from "./tax-groups.ts";
import type { TaxAmount, Totals } from "./totals.ts";

/** What is taxed, with its tax: `net + tax = gross`. */
export type Taxed = {
  readonly net: Cents;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Cents;
  readonly gross: Cents;
};

/** A group of rates with the tax it takes. */
export type TaxedGroup = { readonly group: TaxGroup; readonly result: GroupTax };

export function taxGroups({ input, taxables }: Cart, { amounts }: Outcome): TaxedGroup[] {
  return taxables.groups.map((group) => ({ group, result: taxOf(group, amounts, input.taxRounding, taxables) }));
}

/** The tax of each line, fee and shipping, side by side with `outcome.amounts`. */
export function taxEach({ amounts }: Outcome, groups: readonly TaxedGroup[]): Taxed[] {
  const each: Taxed[] = amounts.map((amount) => ({ net: amount, taxes: [], tax: zero, gross: amount }));
  for (const { group, result } of groups) {
    group.members.forEach((member, at) => {
      const amount = amounts[member] as Cents;
      const tax = result.taxes[at] as Cents;
      const net = group.includesTax ? minus(amount, tax) : amount;
      const taxes = group.taxes.map(({ id, name, rate, compound = false }, index) => {
        return { id, name, rate, compound, amount: result.byRate[at]?.[index] as Cents };
      });
      each[member] = { net, taxes, tax, gross: plus(net, tax) };
    });
  }
  return each;
}

/** Adds up every rate over lines, fees and shipping, with the net amounts it was taken on. */
export function taxesByRate(each: readonly Taxed[], groups: readonly TaxedGroup[]): Totals["taxes"] {
  const byRate = new Map<string, Totals["taxes"][number]>();
  for (const { group, result } of groups) {
    const net = sum(group.members.map((member) => each[member]?.net ?? zero));
    group.taxes.forEach((tax, index) => {
      const amount = sum(result.byRate.map((amounts) => amounts[index] ?? zero));
      const so = byRate.get(rateKey(tax)) ?? { net: zero, amount: zero };
      const { id, name, rate, compound = false } = tax;
      const both = { net: plus(so.net, net), amount: plus(so.amount, amount) };
      byRate.set(rateKey(tax), { id, name, rate, compound, ...both });
    });
  }
  return inRateOrder([...byRate.values()]);
}
