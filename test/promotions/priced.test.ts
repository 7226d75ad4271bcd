import { describe, expect, test } from "bun:test";
import { pricedPromotion } from "#src/promotions/priced.ts";
import type { PromotionLine } from "#src/promotions/goods.ts";
import type { Promotion } from "#src/promotions/promotion.ts";

const line = (id: string, more: Partial<PromotionLine> = {}): PromotionLine => ({
  id,
  variantId: `v-${id}`,
  productId: `p-${id}`,
  tags: [],
  collections: [],
  ...more,
});
const lines = [line("a", { tags: ["candle"] }), line("b", { collections: ["c1"] }), line("c")];

const promotion = (effect: Promotion["effect"], more: Partial<Promotion> = {}): Promotion => ({
  id: "p",
  name: "Market week",
  effect,
  conditions: {},
  coded: false,
  active: true,
  priority: 3,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  used: 0,
  ...more,
});

describe("pricedPromotion", () => {
  test("hands on what the arithmetic needs, and no more", () => {
    expect(pricedPromotion(promotion({ kind: "percent", off: "order", rate: 500_000 }), lines)).toEqual({
      id: "p",
      name: "Market week",
      priority: 3,
      stacking: "one",
      class: "order",
      effect: { kind: "percent", percent: 500_000 },
    });
  });

  test("names the lines it is for: by tag, collection, product or variant, any of them", () => {
    const on = { tags: ["candle"], collections: ["c1"], products: ["p-x"] };
    expect(pricedPromotion(promotion({ kind: "percent", off: "goods", rate: 1, on }), lines)).toMatchObject({
      class: "product",
      lines: ["a", "b"],
    });
    const variants = { variants: ["v-c"], products: ["p-a"] };
    const off = pricedPromotion(promotion({ kind: "amount", off: "order", amount: 500, on: variants }), lines);
    expect(off).toMatchObject({ class: "order", lines: ["a", "c"], effect: { kind: "fixed", amount: 500 } });
  });

  test("is for no line, rather than for all, where nothing in the cart is meant", () => {
    const on = { tags: ["linen"] };
    expect(pricedPromotion(promotion({ kind: "amount", off: "goods", amount: 50, on }), lines)).toMatchObject({
      class: "product",
      lines: [],
      effect: { kind: "fixedPerUnit", amount: 50 },
    });
  });

  test("hands on gifts and tiers", () => {
    const candles = { tags: ["candle"] };
    const buyGet = { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: candles } as const;
    expect(pricedPromotion(promotion(buyGet), lines).effect).toEqual({
      kind: "buyGet",
      buyQuantity: 2,
      getQuantity: 1,
      percent: 1_000_000,
    });
    const other = pricedPromotion(promotion({ ...buyGet, to: { collections: ["c1"] } }), lines);
    expect(other.effect).toMatchObject({ buyLines: ["a"], getLines: ["b"] });
    expect(other.lines).toBeUndefined();
    const tiers = [
      { from: 3, rate: 50_000 },
      { from: 10, rate: 100_000 },
    ];
    expect(pricedPromotion(promotion({ kind: "tiers", on: candles, tiers }), lines).effect).toEqual({
      kind: "tieredPercent",
      by: "lineQuantity",
      tiers: [
        [3, 50_000],
        [10, 100_000],
      ],
    });
  });

  test("counts steps by the line or by all its goods, in percent or in money, for some goods or for all", () => {
    const steps = [{ from: 3, amount: 150 }];
    const each = pricedPromotion(promotion({ kind: "amount-tiers", tiers: steps }), lines);
    expect(each).toMatchObject({ class: "product", effect: { kind: "tieredFixed", off: "unit", by: "lineQuantity" } });
    expect(each.lines).toBeUndefined();
    const together = promotion({ kind: "tiers", by: "goods", on: { tags: ["candle"] }, tiers: [{ from: 3, rate: 5 }] });
    expect(pricedPromotion(together, lines)).toMatchObject({
      lines: ["a"],
      effect: { by: "quantity", tiers: [[3, 5]] },
    });
    const gift = promotion({ kind: "buy-get", buy: 1, get: 1, rate: 1, to: { tags: ["candle"] } });
    expect(pricedPromotion(gift, lines).effect).toMatchObject({ buyLines: ["a", "b", "c"], getLines: ["a"] });
  });

  test("hands on conditions and stacking", () => {
    const conditions = { minSubtotal: 4000, minQuantity: 2, excludeSaleItems: true, stacking: "alone" } as const;
    expect(pricedPromotion(promotion({ kind: "free-shipping" }, { conditions }), lines)).toMatchObject({
      class: "shipping",
      effect: { kind: "free" },
      minSubtotal: 4000,
      minQuantity: 2,
      excludeSaleItems: true,
      stacking: "alone",
    });
  });
});
