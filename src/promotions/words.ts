import { formatMoney, toCents } from "#src/pricing/money.ts";
import { rateText } from "#src/pricing/rate.ts";
import { goodsOf } from "./goods.ts";
import type { Goods, Promotion, PromotionEffect } from "./promotion.ts";

/** Ids of products, variants and collections by what people call them. */
export type GoodsNames = ReadonlyMap<string, string>;
const noNames: GoodsNames = new Map();

/** “candle” or “Linen”: ids are named where `names` knows them. */
function goodsInWords(goods: Goods | undefined, names: GoodsNames): string {
  if (goods === undefined) return "the order";
  const ids = [...(goods.products ?? []), ...(goods.variants ?? []), ...(goods.collections ?? [])];
  const named = [...(goods.tags ?? []), ...ids.flatMap((id) => names.get(id) ?? [])].map((name) => `“${name}”`);
  return named.length === 0 ? "some goods" : named.join(" or ");
}

/** What a promotion does, as half a sentence: "10% off the order". It never names a code. */
export function effectInWords(effect: PromotionEffect, currency: string, names = noNames): string {
  const goods = goodsInWords(goodsOf(effect), names);
  switch (effect.kind) {
    case "percent":
      return `${rateText(effect.rate)}% off ${goods}`;
    case "amount": {
      const amount = formatMoney(toCents(effect.amount), currency);
      return effect.off === "order" ? `${amount} off ${goods}` : `${amount} off each of ${goods}`;
    }
    case "free-shipping":
      return "free delivery";
    case "buy-get":
      return `buy ${effect.buy} of ${goods}, get ${giftInWords(effect, names)}`;
    case "tiers": {
      const tiers = effect.tiers.map((tier) => `${rateText(tier.rate)}% from ${tier.from}`);
      return `the more the cheaper for ${goods}: ${tiers.join(", ")}`;
    }
  }
}

function giftInWords(effect: Extract<PromotionEffect, { kind: "buy-get" }>, names: GoodsNames): string {
  const count = effect.get === 1 ? "the cheapest" : `the ${effect.get} cheapest`;
  const of = effect.to === undefined ? "" : ` of ${goodsInWords(effect.to, names)}`;
  return `${count}${of} ${effect.rate === 1_000_000 ? "free" : `at ${rateText(effect.rate)}% off`}`;
}

/** One sentence that says what a promotion does and when: for the shopkeeper. */
export function promotionInWords(promotion: Promotion, currency: string, names = noNames): string {
  const { effect, conditions, customerLimit, useLimit } = promotion;
  const said = [
    effectInWords(effect, currency, names),
    conditions.minSubtotal && `from ${formatMoney(toCents(conditions.minSubtotal), currency)} of goods`,
    conditions.minQuantity && `from ${conditions.minQuantity} units`,
    conditions.excludeSaleItems && "not on reduced goods",
    conditions.firstOrder && "on a first order",
    conditions.countries && `to ${conditions.countries.join(", ")}`,
    customerLimit && (customerLimit === 1 ? "once for each customer" : `${customerLimit} times for each customer`),
    useLimit !== null && `${useLimit} times in all`,
    conditions.stacking === "alone" && "with nothing beside it",
  ];
  const sentence = said.filter(Boolean).join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
