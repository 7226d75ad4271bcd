import { chooseGifts } from "./buy-get.ts";
import { offEachLine, offTogether, type Worth } from "./discount.ts";
import { eligibleLines } from "./eligible.ts";
import { countedUnits } from "./limited-units.ts";
import { sum, zero, type Cents } from "./money.ts";
import { isFree, leftOf, parcelsOf, pickUnits, takeOffUnits, unitsOf, type Parcel, type Parcels } from "./parcels.ts";
import type { BuyGetEffect, GoodsEffect, OrderPromotion, ProductPromotion, Refusal } from "./promotion.ts";
import { whole } from "./rate.ts";
import type { Sheet } from "./sheet.ts";
import { ruleOf, type Rule } from "./tier.ts";

export type GoodsPromotion = ProductPromotion | OrderPromotion;

/** A promotion at work on the lines, with all that is needed to explain it. */
export type Application = {
  readonly promotion: GoodsPromotion;
  readonly rule: Rule;
  /** The units of each line that it counts, for a gift those given, and what is left of them. */
  readonly worth: Worth;
  /** One rounding for all lines, then shared out. */
  readonly together: boolean;
  /** What it takes off each line by itself, and what of that counts: nothing where another promotion is better. */
  readonly offers: readonly Cents[];
  readonly amounts: readonly Cents[];
  /** All `amounts`. */
  readonly total: Cents;
};

/** What earlier promotions left of the lines, and of their units. */
export type Left = { readonly left: readonly Cents[]; readonly parcels: Parcels };

/** What a promotion takes off, and what it leaves of the units. */
type Work = Pick<Application, "rule" | "worth" | "together" | "offers"> & { readonly parcels: Parcels };
type Refused = { readonly refusal: Refusal };

/** Applies a promotion to what is left of the lines. */
export function applyToLines(
  promotion: GoodsPromotion,
  sheet: Sheet,
  from: Left,
): { readonly application: Application; readonly parcels: Parcels } | Refused {
  const eligible = eligibleLines(promotion, sheet);
  if ("refusal" in eligible) return eligible;
  const { effect } = promotion;
  const done =
    effect.kind === "buyGet"
      ? giveAway(promotion, effect, sheet, from, eligible.on)
      : takeOff(promotion, effect, sheet, from, eligible.on);
  if ("refusal" in done) return done;
  const { parcels, ...work } = done;
  const total = sum(work.offers);
  if (total === 0) return { refusal: { code: "nothing-left" } };
  return { application: { promotion, ...work, amounts: work.offers, total }, parcels };
}

function takeOff(
  promotion: GoodsPromotion,
  effect: GoodsEffect,
  sheet: Sheet,
  { left, parcels }: Left,
  on: readonly boolean[],
): Work | Refused {
  const rule = ruleOf(effect, sheet, on);
  if ("refusal" in rule) return rule;
  const units = countedUnits(promotion, sheet, on, { left, parcels });
  const picks = sheet.quantities.map((quantity, index) => {
    if (units[index] === 0 || units[index] === quantity) return undefined;
    const of = parcelsOf(parcels[index], quantity);
    return { of, picked: pickUnits(of, units[index] ?? 0, "dearest") };
  });
  const values = picks.map((pick, index) => {
    const all = left[index] ?? zero;
    if (pick) return leftOf(pick.of, pick.picked, all);
    return units[index] === 0 ? zero : all;
  });
  const worth = { values, units };
  const byLine = "by" in effect && effect.by === "lineQuantity";
  const together = !byLine && (rule.off === "once" || (rule.off === "percent" && promotion.class === "order"));
  const offers = together ? offTogether(rule, worth, sheet.ties) : offEachLine(rule, worth);
  const after = picks.map((pick, index) =>
    pick ? takeOffUnits(pick.of, pick.picked, offers[index] ?? zero, left[index] ?? zero) : parcels[index],
  );
  return { rule, worth, together, offers, parcels: after };
}

function giveAway(
  { limitUnits }: GoodsPromotion,
  effect: BuyGetEffect,
  sheet: Sheet,
  { left, parcels }: Left,
  on: readonly boolean[],
): Work | Refused {
  const all = sheet.quantities.map((quantity, index) => parcelsOf(parcels[index], quantity));
  const free = all.map((of) => unitsOf(of, isFree));
  const { given, bought, missing } = chooseGifts(effect, sheet, on, free, limitUnits);
  if (!given.some((units) => units > 0)) return { refusal: { code: "few-units", missing } };
  const percent = effect.percent ?? whole;
  const rule: Rule = { off: "percent", values: given.map(() => percent) };
  const gifts = all.map((of, index) => pickUnits(of, given[index] ?? 0, "cheapest", isFree));
  const worth = { values: all.map((of, index) => leftOf(of, gifts[index] ?? [], left[index] ?? zero)), units: given };
  const offers = offEachLine(rule, worth);
  if (sum(offers) === 0) return { refusal: { code: "nothing-left" } };
  const after = all.map((of, index) => {
    if (!given[index] && !bought[index]) return parcels[index];
    const rest = takeOffUnits(of, gifts[index] ?? [], offers[index] ?? zero, left[index] ?? zero, true);
    return setApart(rest, bought[index] ?? 0);
  });
  return { rule, worth, together: false, offers, parcels: after };
}

/** The dearest unused units count as bought: no later gift may use them. */
function setApart(parcels: readonly Parcel[], units: number): readonly Parcel[] {
  return units === 0 ? parcels : takeOffUnits(parcels, pickUnits(parcels, units, "dearest", isFree), zero, zero, true);
}
