import { formatMoney, toCents } from "#src/pricing/money.ts";
import { rateText, whole } from "#src/pricing/rate.ts";
import { goodsOf } from "./goods.ts";
import type { Calendar } from "../settings/calendar.ts";
import { calendarInWords } from "./moment-words.ts";
import type { Goods, Promotion, PromotionEffect } from "./promotion.ts";

/** Ids of products, variants, collections and methods by what people call them. */
export type GoodsNames = ReadonlyMap<string, string>;
const noNames: GoodsNames = new Map();

/** Longer lists end in "and 7 more". */
const mostNamed = 5;

/** “candle” or “Linen”: ids are named where `names` knows them. */
function goodsInWords(goods: Goods | undefined, names: GoodsNames, all: string): string {
  if (goods === undefined) return all;
  const ids = [...(goods.products ?? []), ...(goods.variants ?? []), ...(goods.collections ?? [])];
  const named = [...(goods.tags ?? []), ...ids.flatMap((id) => names.get(id) ?? [])].map((name) => `“${name}”`);
  if (named.length === 0) return "some goods";
  const more = named.length - mostNamed;
  return more > 1 ? `${named.slice(0, mostNamed).join(", ")} and ${more} more` : named.join(" or ");
}

/** What a promotion does, as half a sentence: "10% off the order". It never names a code. */
export function effectInWords(effect: PromotionEffect, currency: string, names = noNames): string {
  const goods = (all: string) => goodsInWords(goodsOf(effect), names, all);
  switch (effect.kind) {
    case "percent":
      return `${rateText(effect.rate)}% off ${goods(effect.off === "order" ? "the order" : "all goods")}`;
    case "amount": {
      const amount = formatMoney(toCents(effect.amount), currency);
      return effect.off === "order"
        ? `${amount} off ${goods("the order")}`
        : `${amount} off each of ${goods("all goods")}`;
    }
    case "free-shipping": {
      const named = (effect.methods ?? []).flatMap((id) => names.get(id) ?? []);
      return named.length === 0 ? "free delivery" : `free delivery by ${named.map((name) => `“${name}”`).join(" or ")}`;
    }
    case "buy-get":
      return `buy ${effect.buy} of ${goods("all goods")}, get ${giftInWords(effect, names)}`;
    case "tiers":
    case "amount-tiers":
      return `the more the cheaper for ${goods("all goods")}: ${tiersInWords(effect, currency)}`;
  }
}

function giftInWords(effect: Extract<PromotionEffect, { kind: "buy-get" }>, names: GoodsNames): string {
  const count = effect.get === 1 ? "the cheapest" : `the ${effect.get} cheapest`;
  const of = effect.to === undefined ? "" : ` of ${goodsInWords(effect.to, names, "all goods")}`;
  return `${count}${of} ${effect.rate === whole ? "free" : `at ${rateText(effect.rate)}% off`}`;
}

function tiersInWords(effect: Extract<PromotionEffect, { tiers: unknown }>, currency: string): string {
  const steps =
    effect.kind === "tiers"
      ? effect.tiers.map(({ from, rate }) => `${rateText(rate)}% from ${from}`)
      : effect.tiers.map(({ from, amount }) => `${formatMoney(toCents(amount), currency)} off each from ${from}`);
  return `${steps.join(", ")}${effect.by === "goods" ? ", counted together" : ""}`;
}

type Said = Omit<Promotion, "id" | "used" | "active">;

/** One sentence that says what a promotion does and when: for the shopkeeper. */
export function promotionInWords(promotion: Said, currency: string, names = noNames, calendar?: Calendar): string {
  const { effect, conditions, customerLimit, useLimit, startsAt, endsAt } = promotion;
  const said = [
    effectInWords(effect, currency, names),
    conditions.minSubtotal && `from ${formatMoney(toCents(conditions.minSubtotal), currency)} of goods`,
    conditions.minQuantity && `from ${conditions.minQuantity} units`,
    conditions.excludeSaleItems && "not on reduced goods",
    conditions.firstOrder && "on a first order",
    conditions.groups && `for customers in ${conditions.groups.map((name) => `“${name}”`).join(" or ")}`,
    conditions.countries && `to ${conditions.countries.join(", ")}`,
    calendar && startsAt && `from ${calendarInWords(startsAt, calendar)}`,
    calendar && endsAt && `until ${calendarInWords(endsAt, calendar)}`,
    customerLimit && (customerLimit === 1 ? "once for each customer" : `${customerLimit} times for each customer`),
    useLimit !== null && (useLimit === 1 ? "once in all" : `${useLimit} times in all`),
    conditions.stacking === "alone" && "with nothing beside it",
    conditions.stacking === "class" && "also beside others of its kind",
  ];
  const sentence = said.filter(Boolean).join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
