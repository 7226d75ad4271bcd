import { applyToLines, type Application, type GoodsPromotion, type Left } from "./apply.ts";
import { minus, type Cents } from "./money.ts";
import type { PricingPromotion, Refusal } from "./promotion.ts";
import { byText, type Sheet } from "./sheet.ts";

export type Refused = { readonly promotion: PricingPromotion; readonly reason: Refusal };

/** Promotions applied one after another, each on what is left. */
export type Run = Left & { readonly applications: readonly Application[]; readonly refused: readonly Refused[] };

/** Applies promotions in the order of their priority, then id. */
export function runPromotions(promotions: readonly GoodsPromotion[], sheet: Sheet, from: Left): Run {
  const applications: Application[] = [];
  const refused: Refused[] = [];
  let { left, parcels } = from;
  for (const promotion of inOrder(promotions)) {
    const done = applyToLines(promotion, sheet, { left, parcels });
    if ("refusal" in done) {
      refused.push({ promotion, reason: done.refusal });
    } else {
      applications.push(done.application);
      left = takeAway(left, done.application.amounts);
      parcels = done.parcels;
    }
  }
  return { applications, refused, left, parcels };
}

export function takeAway(left: readonly Cents[], amounts: readonly Cents[]): Cents[] {
  return left.map((amount, index) => minus(amount, amounts[index] as Cents));
}

export function inOrder<Promotion extends PricingPromotion>(promotions: readonly Promotion[]): readonly Promotion[] {
  return promotions.length < 2 ? promotions : promotions.toSorted(byPriority);
}

export function byPriority(a: PricingPromotion, b: PricingPromotion): number {
  return a.priority - b.priority || byText(a.id, b.id);
}
