import { formatMoney, times, zero, type Cents } from "#src/pricing/money.ts";

/** The most of one thing that one order takes. */
export const mostOfOne = 99;

/** What the adjuster shows for what is typed: the field, the total, and whether it may be added. */
export type QuantityPreview = { readonly field: string; readonly total: string; readonly isOn: boolean };

type Priced = {
  readonly unit: Cents;
  readonly currency: string;
  /** Fewer than 99 where one order may take fewer. */
  readonly most?: number;
  /** What so many cost, where that is not so many times one. */
  readonly costOf?: ((units: number) => Cents) | undefined;
};

/**
 * Reads a quantity as `parseInt` does, because it only shows: "5abc" is 5 here, while adding it to the cart is refused.
 * What is no number or less than 1 costs nothing and stays as it was typed; what is too much becomes the most there is.
 */
export function previewQuantity(
  typed: string,
  { unit, currency, most = mostOfOne, costOf = (units) => times(unit, units) }: Priced,
): QuantityPreview {
  const limit = Math.min(most, mostOfOne);
  const quantity = Number.parseInt(typed, 10);
  const totalOf = (units: number) => formatMoney(units === 0 ? zero : costOf(units), currency, { grouped: false });
  if (Number.isNaN(quantity) || quantity < 1) return { field: typed.slice(0, 100), total: totalOf(0), isOn: false };
  if (quantity > limit) return { field: String(limit), total: totalOf(limit), isOn: true };
  return { field: typed.slice(0, 100), total: totalOf(quantity), isOn: true };
}

/** What stands in the field after its minus or plus was pressed without scripts; other presses leave it alone. */
export function steppedQuantity(typed: string, op: string | undefined): string {
  if (op !== "inc" && op !== "dec") return typed;
  const quantity = Number.parseInt(typed, 10);
  const from = Number.isNaN(quantity) ? 0 : quantity;
  return String(Math.min(mostOfOne, Math.max(1, from + (op === "inc" ? 1 : -1))));
}
