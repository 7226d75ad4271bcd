import type { Goods, PromotionEffect } from "./promotion.ts";

/** A line of a cart as promotions look at it. */
export type PromotionLine = {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly tags: readonly string[];
  /** Ids. */
  readonly collections: readonly string[];
};

/** What a promotion is about; undefined: all goods. */
export const goodsOf = (effect: PromotionEffect): Goods | undefined =>
  effect.kind === "free-shipping" ? undefined : effect.on;

const meets = (wanted: readonly string[] | undefined, found: readonly string[]) =>
  wanted?.some((each) => found.includes(each)) ?? false;

/** Ids of the lines that are among the goods; of all lines where no goods are named. */
export function linesAmong(goods: Goods | undefined, lines: readonly PromotionLine[]): string[] {
  if (goods === undefined) return lines.map((line) => line.id);
  const found = lines.filter(
    (line) =>
      meets(goods.variants, [line.variantId]) ||
      meets(goods.products, [line.productId]) ||
      meets(goods.tags, line.tags) ||
      meets(goods.collections, line.collections),
  );
  return found.map((line) => line.id);
}
