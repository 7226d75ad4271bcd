import { eligibleLines } from "./eligible.ts";
import { halfDown } from "./exact.ts";
import { minus, toCents, type Cents } from "./money.ts";
import type { ShippingPromotion } from "./promotion.ts";
import { whole } from "./rate.ts";
import { inOrder, type Refused } from "./run.ts";
import type { Sheet } from "./sheet.ts";

/** A promotion at work on the price of shipping; `from` is what was left of it. */
export type ShippingApplication = {
  readonly promotion: ShippingPromotion;
  readonly from: Cents;
  readonly total: Cents;
};

export type ShippingRun = {
  readonly applications: readonly ShippingApplication[];
  readonly refused: readonly Refused[];
  readonly left: Cents;
};

/** Applies shipping promotions one after another, by priority, then id. `price` is undefined where nothing is shipped. */
export function runShipping(
  promotions: readonly ShippingPromotion[],
  sheet: Sheet,
  price: Cents | undefined,
): ShippingRun {
  const applications: ShippingApplication[] = [];
  const refused: Refused[] = [];
  let left = price ?? toCents(0);
  for (const promotion of inOrder(promotions)) {
    const eligible = eligibleLines(promotion, sheet);
    const total = offShipping(promotion, left);
    if ("refusal" in eligible) refused.push({ promotion, reason: eligible.refusal });
    else if (price === undefined) refused.push({ promotion, reason: { code: "no-shipping" } });
    else if (total === 0) refused.push({ promotion, reason: { code: "nothing-left" } });
    else {
      applications.push({ promotion, from: left, total });
      left = minus(left, total);
    }
  }
  return { applications, refused, left };
}

function offShipping({ effect }: ShippingPromotion, left: Cents): Cents {
  if (effect.kind === "free") return left;
  return effect.kind === "fixed"
    ? toCents(Math.min(effect.amount, left))
    : toCents(halfDown(left, effect.percent, 1, whole));
}
