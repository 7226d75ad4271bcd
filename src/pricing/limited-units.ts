import type { Left } from "./apply.ts";
import { isLeft, unitsOf } from "./parcels.ts";
import type { ProductPromotion, OrderPromotion } from "./promotion.ts";
import type { Sheet } from "./sheet.ts";

/** How many units of each line a discount counts. A limit for the cart passes over units of which nothing is left. */
export function countedUnits(
  { limitUnits, limitUnitsPerLine = Number.POSITIVE_INFINITY }: ProductPromotion | OrderPromotion,
  sheet: Sheet,
  on: readonly boolean[],
  { left, parcels }: Left,
): number[] {
  const counted = sheet.quantities.map((quantity, index) => (on[index] ? Math.min(quantity, limitUnitsPerLine) : 0));
  if (limitUnits === undefined) return counted;
  const worth = counted.map((units, index) => {
    const known = parcels[index];
    if (left[index] === 0) return 0;
    return known ? Math.min(units, unitsOf(known, isLeft)) : units;
  });
  return dearest(limitUnits, worth, sheet);
}

/** Positions of the lines, the dearest unit first: by the price before discounts, then by the order of ties. */
export function dearestFirst({ lines, units, ties }: Sheet): number[] {
  const order = lines.map((_, index) => index);
  return order.sort((a, b) => (units[b] ?? 0) - (units[a] ?? 0) || ties(a, b));
}

function dearest(limit: number, counted: readonly number[], sheet: Sheet): number[] {
  const kept = counted.map(() => 0);
  let left = limit;
  for (const index of dearestFirst(sheet)) {
    kept[index] = Math.min(left, counted[index] ?? 0);
    left -= kept[index];
  }
  return kept;
}
