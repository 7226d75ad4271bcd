import type { PricingInput } from "../../src/pricing/totals.ts";

// What many shops do: one pass after another in floating-point dollars, rounded where it looks odd. It does the same work
// as the shop's own function for the same cart (bases, each discount for each line, taxes for each line and rate, totals),
// and is a cent wrong now and then. Only its time is of use.

type Naive = {
  readonly base: number;
  left: number;
  readonly discounts: { promotionId: string; amount: number }[];
  tax: number;
  gross: number;
};
const round = (dollars: number) => Math.round(dollars * 100) / 100;

export function naiveTotals({ lines, promotions, shipping }: PricingInput) {
  const found: Naive[] = lines.map(({ unit, quantity }) => {
    const base = round((unit / 100) * quantity);
    return { base, left: base, discounts: [], tax: 0, gross: 0 };
  });
  let delivery = (shipping?.price ?? 0) / 100;
  for (const promotion of promotions) {
    const on = promotion.lines && new Set(promotion.lines);
    if (promotion.class === "shipping") delivery = 0;
    else if (promotion.effect.kind === "fixed") {
      const goods = found.reduce((sum, line) => sum + line.left, 0);
      const amount = Math.min(goods, promotion.effect.amount / 100);
      for (const line of found) take(line, promotion.id, round((amount * line.left) / (goods || 1)));
    } else {
      found.forEach((line, at) => {
        const { id = "", quantity = 0 } = lines[at] ?? {};
        if (on && !on.has(id)) return;
        take(line, promotion.id, round(line.left * shareOf(promotion.effect, quantity)));
      });
    }
  }
  const taxes = new Map<string, number>();
  found.forEach((line, at) => {
    for (const { id, rate } of lines[at]?.taxes ?? []) {
      const tax = round((line.left * rate) / 1_000_000);
      line.tax += tax;
      taxes.set(id, (taxes.get(id) ?? 0) + tax);
    }
    line.gross = line.left + line.tax;
  });
  for (const { id, rate } of shipping?.taxes ?? []) taxes.set(id, (taxes.get(id) ?? 0) + (delivery * rate) / 1_000_000);
  const tax = round([...taxes.values()].reduce((sum, each) => sum + each, 0));
  const net = round(found.reduce((sum, line) => sum + line.left, delivery));
  return { lines: found, taxes, tax, net, total: round(net + tax) };
}

function take(line: Naive, promotionId: string, amount: number): void {
  if (amount <= 0) return;
  line.left = round(line.left - amount);
  line.discounts.push({ promotionId, amount });
}

function shareOf(effect: PricingInput["promotions"][number]["effect"], quantity: number): number {
  if (effect.kind === "percent") return effect.percent / 1_000_000;
  if (effect.kind !== "tieredPercent") return 0;
  const tier = effect.tiers.findLast(([from]) => quantity >= from);
  return (tier?.[1] ?? 0) / 1_000_000;
}
