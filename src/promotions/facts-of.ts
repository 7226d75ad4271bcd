import { plainMoney, toCents } from "#src/pricing/money.ts";
import { rateText } from "#src/pricing/rate.ts";
import type { DescribingShop } from "./described.ts";
import type { Facts } from "./facts.ts";
import type { Goods, Promotion, PromotionEffect } from "./promotion.ts";
import { momentText } from "./read-moment.ts";

type Words = ReadonlyMap<string, { readonly word: string }>;
type Codes = { readonly codes: readonly string[]; readonly codeLimit: number | null };

/** A promotion in the words that it is set up by: `describePromotion` makes the same of them. */
export function factsOf(promotion: Promotion, { codes, codeLimit }: Codes, words: Words, shop: DescribingShop): Facts {
  const { conditions, useLimit, customerLimit, startsAt, endsAt, priority, coded, active } = promotion;
  const money = (amount: number) => plainMoney(toCents(amount), shop.currency);
  return {
    id: promotion.id,
    name: promotion.name,
    ...effectFacts(promotion.effect, words, money),
    ...(conditions.minSubtotal !== undefined && { minSpend: money(conditions.minSubtotal) }),
    ...(conditions.minQuantity !== undefined && { minQuantity: String(conditions.minQuantity) }),
    ...(conditions.excludeSaleItems && { notReduced: "yes" }),
    ...(conditions.firstOrder && { firstOrder: "yes" }),
    ...(conditions.groups && { groups: conditions.groups }),
    ...(conditions.countries && { countries: conditions.countries }),
    ...(startsAt && { starts: momentText(startsAt, shop.timeZone) }),
    ...(endsAt && { ends: momentText(endsAt, shop.timeZone) }),
    ...(useLimit !== null && { limit: String(useLimit) }),
    ...(customerLimit !== null && { perCustomer: String(customerLimit) }),
    ...(codes.length > 0 && { codes }),
    ...(coded && { needsCode: "yes" }),
    ...(codeLimit !== null && { perCode: String(codeLimit) }),
    ...(conditions.stacking && { stacking: conditions.stacking === "class" ? "combine" : "alone" }),
    ...(priority !== 0 && { priority: String(priority) }),
    ...(!active && { active: "no" }),
  };
}

function effectFacts(effect: PromotionEffect, words: Words, money: (amount: number) => string): Facts {
  switch (effect.kind) {
    case "percent":
      return { does: "percent", percent: rateText(effect.rate), ...classFact(effect), ...goodsFacts(effect.on, words) };
    case "amount":
      return { does: "amount", amount: money(effect.amount), ...classFact(effect), ...goodsFacts(effect.on, words) };
    case "free-shipping":
      return { does: "free-delivery", ...(effect.methods && { methods: named(effect.methods, words) }) };
    case "buy-get": {
      const counts = { buy: String(effect.buy), get: String(effect.get), percent: rateText(effect.rate) };
      const gift = goodsFacts(effect.to, words);
      return {
        does: "buy-get",
        ...counts,
        ...goodsFacts(effect.on, words),
        ...(gift.products && { giftProducts: gift.products }),
        ...(gift.variants && { giftVariants: gift.variants }),
        ...(gift.collections && { giftCollections: gift.collections }),
        ...(gift.tags && { giftTags: gift.tags }),
      };
    }
    case "tiers":
      return tierFacts(
        effect,
        effect.tiers.map(({ from, rate }) => `${from}:${rateText(rate)}%`),
        words,
      );
    case "amount-tiers":
      return tierFacts(
        effect,
        effect.tiers.map(({ from, amount }) => `${from}:${money(amount)}`),
        words,
      );
  }
}

/** Said only where it is not what it would be by itself. */
const classFact = ({ off, on }: { readonly off: "order" | "goods"; readonly on?: Goods | undefined }): Facts =>
  (off === "goods") === (on !== undefined) ? {} : { class: off === "goods" ? "product" : "order" };

type Tiered = Extract<PromotionEffect, { tiers: unknown }>;
const tierFacts = ({ on, by }: Tiered, tiers: readonly string[], words: Words): Facts => ({
  does: "tiers",
  tiers,
  ...(by === "goods" && { count: "goods" }),
  ...goodsFacts(on, words),
});

const named = (ids: readonly string[], words: Words) => [...new Set(ids.map((id) => words.get(id)?.word ?? id))];

const goodsFacts = (goods: Goods | undefined, words: Words): Facts => ({
  ...(goods?.products && { products: named(goods.products, words) }),
  ...(goods?.variants && { variants: named(goods.variants, words) }),
  ...(goods?.collections && { collections: named(goods.collections, words) }),
  ...(goods?.tags && { tags: goods.tags }),
});
