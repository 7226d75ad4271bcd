import { eligibleLines } from "./eligible.ts";
import { halfDown } from "./exact.ts";
import { minus, toCents, zero, type Cents } from "./money.ts";
import type { PlainShippingEffect, Refusal, ShippingPromotion } from "./promotion.ts";
import { whole } from "./rate.ts";
import { inOrder, type Refused } from "./run.ts";
import type { Sheet } from "./sheet.ts";
import { tierOf } from "./tier.ts";

/** A promotion at work on the price of shipping, its tier chosen; `from` is what was left of it. */
export type ShippingApplication = {
  readonly promotion: ShippingPromotion;
  readonly effect: PlainShippingEffect;
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
    const effect = effectOn(promotion, sheet);
    const total = "refusal" in effect ? zero : offShipping(effect, left);
    if ("refusal" in effect) refused.push({ promotion, reason: effect.refusal });
    else if (price === undefined) refused.push({ promotion, reason: { code: "no-shipping" } });
    else if (total === 0) refused.push({ promotion, reason: { code: "nothing-left" } });
    else {
      applications.push({ promotion, effect, from: left, total });
      left = minus(left, total);
    }
  }
  return { applications, refused, left };
}

function effectOn(promotion: ShippingPromotion, sheet: Sheet): PlainShippingEffect | { readonly refusal: Refusal } {
  const eligible = eligibleLines(promotion, sheet);
  const { effect } = promotion;
  if ("refusal" in eligible) return eligible;
  if (effect.kind !== "tieredPercent" && effect.kind !== "tieredFixed") return effect;
  const value = tierOf(effect, sheet, eligible.on);
  if (typeof value !== "number") return value;
  return effect.kind === "tieredPercent"
    ? { kind: "percent", percent: value }
    : { kind: "fixed", amount: toCents(value) };
}

function offShipping(effect: PlainShippingEffect, left: Cents): Cents {
  if (effect.kind === "free") return left;
  return effect.kind === "fixed"
    ? toCents(Math.min(effect.amount, left))
    : toCents(halfDown(left, effect.percent, 1, whole));
}
