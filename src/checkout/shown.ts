import { formatMoney, minus, toCents, zero, type Cents } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";

/** What a shopper saw when they pressed the button, short enough for a field of the form. Only ever compared. */
type Line = { readonly variantId: string; readonly title: string; readonly quantity: number; readonly unit: Cents };

export type Change = { readonly what: string; readonly was: string; readonly now: string };

/** "mug-0*2@2999;jar-1*1@950|0,500,245=7642": lines, then discounts, delivery, tax and total. */
export function shownOf(lines: readonly Line[], totals: Totals): string {
  const goods = lines.map(({ variantId, quantity, unit }) => `${variantId}*${quantity}@${unit}`);
  const { discount, shipping, tax, total } = amountsOf(totals);
  return `${goods.join(";")}|${discount},${shipping},${tax}=${total}`;
}

const amountsOf = ({ discount, shipping, tax, total }: Totals) => ({
  discount,
  shipping: minus(shipping?.price ?? zero, shipping?.discount ?? zero),
  tax,
  total,
});

/** What is different from what was shown, in words. A field that was tampered with reads as if nothing had been shown. */
export function changesSince(shown: string, lines: readonly Line[], totals: Totals): readonly Change[] {
  const [goods = "", sums = ""] = shown.split("|");
  const money = (amount: Cents) => formatMoney(amount, totals.currency);
  const before = readLines(goods);
  const found = lines.flatMap((line) => lineChange(line, before.get(line.variantId), money));
  const known = new Set(lines.map((line) => line.variantId));
  const gone = [...before.keys()].filter((id) => !known.has(id)).length;
  const left =
    gone === 0 ? [] : [{ what: gone === 1 ? "One thing" : `${gone} things`, was: "in the cart", now: "taken out" }];
  return [...found, ...left, ...sumChanges(sums, totals, money)];
}

function readLines(goods: string) {
  const read = goods.split(";").flatMap((line) => {
    const found = /^(.{1,64})\*(\d{1,2})@(\d{1,13})$/.exec(line);
    return found ? [[found[1] ?? "", { quantity: Number(found[2]), unit: toCents(Number(found[3])) }] as const] : [];
  });
  return new Map(read);
}

type Before = { readonly quantity: number; readonly unit: Cents };

function lineChange({ title, quantity, unit }: Line, before: Before | undefined, money: (amount: Cents) => string) {
  if (!before) return [{ what: title, was: "not in the cart", now: `${quantity} in the cart` }];
  const changes: Change[] = [];
  if (before.quantity !== quantity)
    changes.push({ what: `${title}, quantity`, was: `${before.quantity}`, now: `${quantity}` });
  if (before.unit !== unit) changes.push({ what: `${title}, each`, was: money(before.unit), now: money(unit) });
  return changes;
}

function sumChanges(sums: string, totals: Totals, money: (amount: Cents) => string): Change[] {
  const found = /^(\d{1,13}),(\d{1,13}),(\d{1,13})=(\d{1,13})$/.exec(sums);
  if (!found) return [];
  const now = amountsOf(totals);
  const [discount, shipping, tax, total] = found.slice(1).map((amount) => toCents(Number(amount))) as [
    Cents,
    Cents,
    Cents,
    Cents,
  ];
  const rows = [
    ["Discounts", discount, now.discount],
    ["Delivery", shipping, now.shipping],
    ["Tax", tax, now.tax],
    ["Total", total, now.total],
  ] as const;
  return rows.flatMap(([what, was, is]) => (was === is ? [] : [{ what, was: money(was), now: money(is) }]));
}
