import { checkedRate } from "./limits.ts";
import type { PricingPromotion } from "./promotion.ts";
import { whole } from "./rate.ts";

/** @throws RangeError naming the promotion and the figure of it that makes no sense. */
export function checkPromotion(promotion: PricingPromotion): void {
  const { id, minSubtotal = 0, minQuantity = 0, minLineQuantity = 0 } = promotion;
  try {
    for (const least of [minSubtotal, minQuantity, minLineQuantity]) notBelow(0, least);
    if (promotion.class !== "shipping") {
      const { limitUnits = 0, limitUnitsPerLine = 0 } = promotion;
      for (const limit of [limitUnits, limitUnitsPerLine]) notBelow(0, limit);
    }
    checkEffect(promotion.effect);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`promotion ${id}: ${error.message}`) : error;
  }
}

function checkEffect(effect: PricingPromotion["effect"]): void {
  if (effect.kind === "buyGet") {
    notBelow(1, effect.buyQuantity);
    notBelow(1, effect.getQuantity);
    checkedRate(effect.percent ?? whole, whole);
  } else if (effect.kind === "tieredPercent" || effect.kind === "tieredFixed") {
    const { below = 0, tiers } = effect;
    if (tiers.length === 0 && effect.below === undefined) throw new RangeError("there are no tiers");
    for (const [from] of tiers) notBelow(0, from);
    for (const value of [below, ...tiers.map((tier) => tier[1])]) {
      if (effect.kind === "tieredPercent") checkedRate(value, whole);
      else notBelow(0, value);
    }
  } else if (effect.kind === "percent") {
    checkedRate(effect.percent, whole);
  } else if (effect.kind !== "free") {
    notBelow(0, effect.amount);
  }
}

/** What a promotion names may be more than one price may be: a minimum is held against a whole cart. */
function notBelow(least: number, figure: number): void {
  if (!Number.isSafeInteger(figure))
    throw new RangeError(`${figure} is not a whole number that can be counted exactly`);
  if (figure < least) throw new RangeError(`${figure} is less than ${least}`);
}
