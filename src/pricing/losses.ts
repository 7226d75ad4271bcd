import type { Outcome } from "./outcome.ts";
import type { PricingPromotion } from "./promotion.ts";
import { cheapest, lostTo } from "./rivals.ts";
import type { Refused } from "./run.ts";

/**
 * Leaves out a promotion without which the shopper pays less. A discount of a few cents can move the odd cents of a
 * later one to lines with a higher tax, which may cost more than it saves; so only small discounts are tried. Where an
 * order discount is for some units only, any may be the one: it matters which units the others lower.
 */
export function withoutLosses(
  promotions: readonly PricingPromotion[],
  outcomeOf: (promotions: readonly PricingPromotion[]) => Outcome,
): Outcome {
  const outcome = outcomeOf(promotions);
  const rivalGifts = promotions.filter(isRivalGift).length > 1;
  const doubtful = promotions.some(isForSomeUnits) ? appliedOf(outcome) : smallOnes(outcome);
  const tried = doubtful.filter(({ promotion }) => !(rivalGifts && isRivalGift(promotion)));
  const fewer = tried.map((small) => {
    const others = promotions.filter(({ id }) => id !== small.promotion.id);
    return { small, others, total: outcomeOf(others).total };
  });
  const lower = cheapest(fewer, ({ total }) => total);
  if (!lower || lower.total >= outcome.total) return outcome;
  const better = withoutLosses(lower.others, outcomeOf);
  return { ...better, refused: [...better.refused, lost(lower.small, better)] };
}

/** Below so many cents for each taxed amount, odd cents might outweigh a discount. */
const fewCents = 4;

type Applied = Outcome["applications"][number] | Outcome["shipping"][number];

function smallOnes(outcome: Outcome): readonly Applied[] {
  const applied = appliedOf(outcome);
  return applied.length < 2 ? [] : applied.filter(({ total }) => total <= fewCents * outcome.amounts.length);
}

function appliedOf({ applications, shipping }: Outcome): readonly Applied[] {
  return [...applications, ...shipping];
}

function isForSomeUnits(promotion: PricingPromotion): boolean {
  if (promotion.class !== "order") return false;
  return promotion.limitUnits !== undefined || promotion.limitUnitsPerLine !== undefined;
}

/** Two of these compete for units: they apply in their order, whatever the later one would give for them. */
function isRivalGift({ effect, stacking }: PricingPromotion): boolean {
  return effect.kind === "buyGet" && stacking === "combines";
}

function lost({ promotion, total }: Applied, { applications }: Outcome): Refused {
  const rival = applications.find((other) => other.promotion.class === promotion.class);
  return rival ? lostTo(rival.promotion, promotion, total) : { promotion, reason: { code: "nothing-left" } };
}
