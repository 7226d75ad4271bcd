import { minus, sum, zero, type Cents } from "./money.ts";
import type { Cart, Outcome } from "./outcome.ts";
import type { Refused } from "./run.ts";
import { taxEach, taxesByRate, type Taxed, type TaxedGroup } from "./taxed.ts";
import type { AppliedPromotion, Discount, Totals, TotalsFee, TotalsLine, TotalsShipping } from "./totals.ts";

/** Writes the figures down: nothing is decided or rounded here any more. */
export function assemble(cart: Cart, outcome: Outcome, groups: readonly TaxedGroup[]): Totals {
  const { input, sheet } = cart;
  const each = taxEach(outcome, groups);
  const count = sheet.lines.length;
  const lines = sheet.lines.map((_, index) => lineOf(cart, outcome, index, each[index] as Taxed));
  const taxes = taxesByRate(each, groups);
  const tax = sum(each.map((taxed) => taxed.tax));
  return {
    currency: input.currency,
    pricesIncludeTax: input.pricesIncludeTax,
    taxRounding: input.taxRounding,
    taxExempt: input.taxExempt ?? false,
    lines,
    subtotal: sum(sheet.bases),
    discount: sum(lines.map(({ discount }) => discount)),
    shipping:
      cart.shippingPrice === undefined
        ? undefined
        : shippingOf(cart, outcome, cart.shippingPrice, each.at(-1) as Taxed),
    fees: (input.fees ?? []).map(({ id, label = "" }, index): TotalsFee => {
      return { id, label, amount: cart.fees[index] as Cents, ...(each[count + index] as Taxed) };
    }),
    taxes,
    net: minus(outcome.total, tax),
    tax,
    total: outcome.total,
    applied: appliedOf(outcome),
    notApplied: outcome.refused.map(notApplied),
    steps: [],
  };
}

function lineOf({ sheet }: Cart, outcome: Outcome, index: number, taxed: Taxed): TotalsLine {
  const { id, quantity } = sheet.lines[index] as Cart["sheet"]["lines"][number];
  const discounts: Discount[] = [];
  for (const { promotion, amounts } of outcome.applications) {
    const amount = amounts[index] ?? zero;
    if (amount > 0) discounts.push({ promotionId: promotion.id, name: promotion.name, amount });
  }
  const base = sheet.bases[index] as Cents;
  const amount = outcome.amounts[index] as Cents;
  return {
    id,
    unit: sheet.units[index] as Cents,
    quantity,
    base,
    discounts,
    discount: minus(base, amount),
    amount,
    ...taxed,
  };
}

function shippingOf({ input }: Cart, { shipping }: Outcome, price: Cents, taxed: Taxed): TotalsShipping {
  const discounts = shipping.map(({ promotion, total }) => {
    return { promotionId: promotion.id, name: promotion.name, amount: total };
  });
  return {
    label: input.shipping?.label ?? "",
    price,
    discounts,
    discount: sum(discounts.map(({ amount }) => amount)),
    ...taxed,
  };
}

function appliedOf({ applications, shipping }: Outcome): AppliedPromotion[] {
  return [...applications, ...shipping].map(({ promotion, total }) => {
    return { promotionId: promotion.id, name: promotion.name, class: promotion.class, amount: total };
  });
}

function notApplied({ promotion, reason }: Refused) {
  return { promotionId: promotion.id, name: promotion.name, class: promotion.class, reason };
}
