import { minus, sum, type Cents } from "./money.ts";
import type { BuyGetEffect, PricingPromotion, Refusal } from "./promotion.ts";
import type { Sheet } from "./sheet.ts";
import type { PricingLine } from "./totals.ts";

/** For each line, whether the promotion may touch it; or why it may not be used for this cart. */
export type Eligibility = { readonly on: readonly boolean[] } | { readonly refusal: Refusal };

/**
 * Looks at the lines a promotion is for and at its conditions on money and quantities. These count the lines' bases,
 * after sale prices and before any discount, so that no promotion can unmake itself or another.
 */
export function eligibleLines(promotion: PricingPromotion, sheet: Sheet): Eligibility {
  const named = sheet.lines.map(isNamed(namedLines(promotion)));
  const on = sheet.lines.map((line, index) => named[index] === true && !(promotion.excludeSaleItems && isOnSale(line)));
  const refusal = firstUnmet(promotion, sheet, on);
  if (promotion.class === "shipping" && promotion.lines === undefined) return refusal ? { refusal } : { on };
  if (!named.includes(true)) return { refusal: { code: "no-lines" } };
  if (!on.includes(true)) return { refusal: { code: "sale-items" } };
  return refusal ? { refusal } : { on };
}

/** Whether a line is one of `ids`; every line is where there are none. */
export function isNamed(ids: readonly string[] | undefined): (line: PricingLine) => boolean {
  if (ids === undefined) return () => true;
  const wanted = new Set(ids);
  return ({ id }) => wanted.has(id);
}

function isOnSale({ onSale, compareAt, unit }: PricingLine): boolean {
  return onSale ?? (compareAt !== undefined && compareAt > unit);
}

function namedLines({ lines, effect }: PricingPromotion): readonly string[] | undefined {
  return lines ?? (effect.kind === "buyGet" ? boughtOrGiven(effect) : undefined);
}

function boughtOrGiven({ buyLines, getLines }: BuyGetEffect): readonly string[] | undefined {
  return buyLines && getLines && [...buyLines, ...getLines];
}

function firstUnmet(promotion: PricingPromotion, sheet: Sheet, on: readonly boolean[]): Refusal | undefined {
  const { minSubtotal, minQuantity, minLineQuantity } = promotion;
  if (minSubtotal !== undefined) {
    const have = subtotalOf(sheet, on);
    if (have < minSubtotal) return { code: "min-subtotal", needed: minSubtotal, missing: minus(minSubtotal, have) };
  }
  const quantities = sheet.lines.map(({ quantity }, index) => (on[index] ? quantity : 0));
  if (minQuantity !== undefined) {
    const missing = minQuantity - quantities.reduce((all, quantity) => all + quantity, 0);
    if (missing > 0) return { code: "min-quantity", needed: minQuantity, missing };
  }
  if (minLineQuantity !== undefined) {
    const missing = minLineQuantity - Math.max(0, ...quantities);
    if (missing > 0) return { code: "min-line-quantity", needed: minLineQuantity, missing };
  }
  return undefined;
}

/** The bases of the lines a promotion is for, all together. */
export function subtotalOf(sheet: Sheet, on: readonly boolean[]): Cents {
  return sum(sheet.bases.filter((_, index) => on[index]));
}
