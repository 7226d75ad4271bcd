import { applyToLines, unused, type Application, type GoodsPromotion } from "./apply.ts";
import { minus, type Cents } from "./money.ts";
import type { PricingPromotion, Refusal } from "./promotion.ts";
import { byText, type Sheet } from "./sheet.ts";

export type Refused = { readonly promotion: PricingPromotion; readonly reason: Refusal };

/** Promotions applied one after another, each on what is left. */
export type Run = {
  readonly applications: readonly Application[];
  readonly refused: readonly Refused[];
  readonly left: readonly Cents[];
};

/** Applies promotions in the order of their priority, then id. */
export function runPromotions(promotions: readonly GoodsPromotion[], sheet: Sheet, from: readonly Cents[]): Run {
  const usage = unused(sheet);
  const applications: Application[] = [];
  const refused: Refused[] = [];
  let left = from;
  for (const promotion of inOrder(promotions)) {
    const application = applyToLines(promotion, sheet, left, usage);
    if ("refusal" in application) {
      refused.push({ promotion, reason: application.refusal });
    } else {
      applications.push(application);
      left = takeAway(left, application.amounts);
    }
  }
  return { applications, refused, left };
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
