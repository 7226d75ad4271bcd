import { toCents } from "#src/pricing/money.ts";
import type { PricingPromotion } from "#src/pricing/promotion.ts";
import { goodsOf, linesAmong, type PromotionLine } from "./goods.ts";
import type { Promotion } from "./promotion.ts";

type Shared = Omit<PricingPromotion, "class" | "effect">;

/** A promotion as the arithmetic takes it: for these lines, with the conditions that are about amounts. */
export function pricedPromotion(promotion: Promotion, lines: readonly PromotionLine[]): PricingPromotion {
  const { effect } = promotion;
  const shared = sharedOf(promotion, lines);
  switch (effect.kind) {
    case "percent":
      return { ...shared, class: classOf(effect.off), effect: { kind: "percent", percent: effect.rate } };
    case "amount": {
      const kind = effect.off === "order" ? "fixed" : "fixedPerUnit";
      return { ...shared, class: classOf(effect.off), effect: { kind, amount: toCents(effect.amount) } };
    }
    case "free-shipping":
      return { ...shared, class: "shipping", effect: { kind: "free" } };
    case "buy-get": {
      const { buy: buyQuantity, get: getQuantity, rate: percent, on, to } = effect;
      const sides = to && { buyLines: linesAmong(on, lines), getLines: linesAmong(to, lines) };
      return { ...shared, class: "product", effect: { kind: "buyGet", buyQuantity, getQuantity, percent, ...sides } };
    }
    case "tiers": {
      const tiers = effect.tiers.map(({ from, rate }) => [from, rate] as const);
      return {
        ...shared,
        class: "product",
        effect: { kind: "tieredPercent", by: measures[effect.by ?? "line"], tiers },
      };
    }
    case "amount-tiers": {
      const tiers = effect.tiers.map(({ from, amount }) => [from, amount] as const);
      const by = measures[effect.by ?? "line"];
      return { ...shared, class: "product", effect: { kind: "tieredFixed", off: "unit", by, tiers } };
    }
  }
}

const measures = { line: "lineQuantity", goods: "quantity" } as const;

const classOf = (off: "order" | "goods") => (off === "order" ? "order" : "product");

const stackings = { class: "combines", alone: "alone" } as const;

function sharedOf({ id, name, priority, effect, conditions }: Promotion, lines: readonly PromotionLine[]): Shared {
  const { stacking, excludeSaleItems, minSubtotal, minQuantity } = conditions;
  // A gift of other goods names both sides itself: the promotion is then about the two of them.
  const goods = effect.kind === "buy-get" && effect.to ? undefined : goodsOf(effect);
  return {
    id,
    name,
    priority,
    stacking: stacking === undefined ? "one" : stackings[stacking],
    ...(goods && { lines: linesAmong(goods, lines) }),
    ...(excludeSaleItems && { excludeSaleItems }),
    ...(minSubtotal !== undefined && { minSubtotal: toCents(minSubtotal) }),
    ...(minQuantity !== undefined && { minQuantity }),
  };
}
