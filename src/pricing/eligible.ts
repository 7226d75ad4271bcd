import { sum, toCents, type Cents } from "./money.ts";
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
  const named = linesNamed(namedLines(promotion), sheet);
  const on = promotion.excludeSaleItems ? sheet.lines.map((line, at) => named[at] === true && !isOnSale(line)) : named;
  const refusal = firstUnmet(promotion, sheet, on);
  if (promotion.class === "shipping" && promotion.lines === undefined) return refusal ? { refusal } : { on };
  if (!named.includes(true)) return { refusal: { code: "no-lines" } };
  if (!on.includes(true)) return { refusal: { code: "sale-items" } };
  return refusal ? { refusal } : { on };
}

/** For each line, whether it is one of `ids`; every line is where there are none. */
export function linesNamed(ids: readonly string[] | undefined, { lines, places }: Sheet): boolean[] {
  const named = lines.map(() => ids === undefined);
  for (const id of ids ?? []) {
    const place = places.get(id);
    if (place !== undefined) named[place] = true;
  }
  return named;
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
  const missing = minSubtotal === undefined ? 0 : minSubtotal - subtotalOf(sheet, on);
  if (minSubtotal !== undefined && missing > 0) {
    return { code: "min-subtotal", needed: minSubtotal, missing: toCents(missing) };
  }
  if (minQuantity === undefined && minLineQuantity === undefined) return undefined;
  const units = sheet.lines.map(({ quantity }, index) => (on[index] ? quantity : 0));
  const all = units.reduce((sum, quantity) => sum + quantity, 0);
  return (
    fewUnits("min-quantity", all, minQuantity) ?? fewUnits("min-line-quantity", Math.max(0, ...units), minLineQuantity)
  );
}

function fewUnits(code: "min-quantity" | "min-line-quantity", have: number, needed = 0): Refusal | undefined {
  return have < needed ? { code, needed, missing: needed - have } : undefined;
}

/** The bases of the lines a promotion is for, all together. */
export function subtotalOf(sheet: Sheet, on: readonly boolean[]): Cents {
  return sum(sheet.bases.filter((_, index) => on[index]));
}
