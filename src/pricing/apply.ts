import { chooseGifts } from "./buy-get.ts";
import { offEachLine, offTogether, type Worth } from "./discount.ts";
import { eligibleLines } from "./eligible.ts";
import { countedUnits } from "./limited-units.ts";
import { sum, type Cents } from "./money.ts";
import type { BuyGetEffect, GoodsEffect, OrderPromotion, ProductPromotion, Refusal } from "./promotion.ts";
import { whole } from "./rate.ts";
import type { Sheet } from "./sheet.ts";
import { ruleOf, type Rule } from "./tier.ts";

export type GoodsPromotion = ProductPromotion | OrderPromotion;

/** A promotion at work on the lines, with all that is needed to explain it. */
export type Application = {
  readonly promotion: GoodsPromotion;
  readonly rule: Rule;
  readonly worth: Worth;
  /** Units of each line that it counts, for a gift those given. */
  readonly counted: readonly number[];
  /** One rounding for all lines, then shared out. */
  readonly together: boolean;
  /** What it takes off each line by itself, and what of that counts: nothing where another promotion is better. */
  readonly offers: readonly Cents[];
  readonly amounts: readonly Cents[];
  /** All `amounts`. */
  readonly total: Cents;
};

/**
 * Which units buy-get promotions have used before, of one run of promotions after another; and for how much each
 * line's units still count, in millionths of a unit: a gift counts for what is not given.
 */
export type Usage = { readonly used: number[]; readonly shares: number[] };

export function unused({ lines }: Sheet): Usage {
  return { used: lines.map(() => 0), shares: lines.map(({ quantity }) => quantity * whole) };
}

/** Applies a promotion to what is left of the lines. Notes in `usage` which units it uses. */
export function applyToLines(
  promotion: GoodsPromotion,
  sheet: Sheet,
  left: readonly Cents[],
  usage: Usage,
): Application | { readonly refusal: Refusal } {
  const eligible = eligibleLines(promotion, sheet);
  if ("refusal" in eligible) return eligible;
  const { effect } = promotion;
  const work =
    effect.kind === "buyGet"
      ? giveAway(promotion, effect, sheet, left, eligible.on, usage)
      : takeOff(promotion, effect, sheet, left, eligible.on);
  if ("refusal" in work) return work;
  const total = sum(work.offers);
  return total > 0 ? { promotion, ...work, amounts: work.offers, total } : { refusal: { code: "nothing-left" } };
}

type Work = Pick<Application, "rule" | "worth" | "counted" | "together" | "offers"> | { readonly refusal: Refusal };

function takeOff(
  promotion: GoodsPromotion,
  effect: GoodsEffect,
  sheet: Sheet,
  left: readonly Cents[],
  on: readonly boolean[],
): Work {
  const rule = ruleOf(effect, sheet, on);
  if ("refusal" in rule) return rule;
  const counted = countedUnits(promotion, sheet, on);
  const worth = { left, units: counted, shares: sheet.quantities };
  const byLine = "by" in effect && effect.by === "lineQuantity";
  const together = !byLine && (rule.off === "once" || (rule.off === "percent" && promotion.class === "order"));
  const offers = together ? offTogether(rule, worth, sheet.ties) : offEachLine(rule, worth);
  return { rule, worth, counted, together, offers };
}

function giveAway(
  { limitUnits }: GoodsPromotion,
  effect: BuyGetEffect,
  sheet: Sheet,
  left: readonly Cents[],
  on: readonly boolean[],
  usage: Usage,
): Work {
  const free = sheet.quantities.map((quantity, index) => quantity - (usage.used[index] ?? 0));
  const { given, bought, missing } = chooseGifts(effect, sheet, on, free, limitUnits);
  if (!given.some((units) => units > 0)) return { refusal: { code: "few-units", missing } };
  const percent = effect.percent ?? whole;
  const rule: Rule = { off: "percent", values: given.map(() => percent) };
  const worth = worthOf(left, given, usage.shares);
  const offers = offEachLine(rule, worth);
  if (sum(offers) === 0) return { refusal: { code: "nothing-left" } };
  given.forEach((units, index) => {
    usage.used[index] = (usage.used[index] ?? 0) + units + (bought[index] ?? 0);
    usage.shares[index] = (usage.shares[index] ?? 0) - units * percent;
  });
  return { rule, worth, counted: given, together: false, offers };
}

/** In whole units where earlier gifts leave whole units, else in millionths of them. */
function worthOf(left: readonly Cents[], given: readonly number[], shares: readonly number[]): Worth {
  const scale = shares.every((share) => share % whole === 0) ? whole : 1;
  return {
    left,
    units: given.map((units) => (units * whole) / scale),
    shares: shares.map((share) => Math.max(1, share / scale)),
  };
}
