import { describe, expect, test } from "bun:test";
import { readConditions, readEffect } from "#src/promotions/promotion.ts";

describe("what is stored of a promotion", () => {
  test("is read when it is whole", () => {
    const effects = [
      { kind: "percent", off: "order", rate: 500_000 },
      { kind: "percent", off: "goods", rate: 200_000, on: { collections: ["c1"] } },
      { kind: "amount", off: "order", amount: 500 },
      { kind: "amount", off: "goods", amount: 50, on: { tags: ["candle"], products: ["p1"] } },
      { kind: "free-shipping" },
      { kind: "free-shipping", methods: ["m1"] },
      { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: { tags: ["candle"] } },
      { kind: "tiers", on: { products: ["p1"] }, tiers: [{ from: 10, rate: 50_000 }] },
      { kind: "percent", off: "goods", rate: 1000 },
      { kind: "tiers", by: "goods", tiers: [{ from: 10, rate: 50_000 }] },
      { kind: "amount-tiers", on: { variants: ["v1"] }, tiers: [{ from: 10, amount: 150 }] },
    ];
    for (const effect of effects) expect(readEffect(effect), JSON.stringify(effect)).toEqual(effect as never);
    expect(readConditions({})).toEqual({});
    expect(readConditions({ minSubtotal: 7500, minQuantity: 2, countries: ["US"], stacking: "alone" })).toBeDefined();
  });

  test("is no promotion when it is spoilt: nothing is taken off by guess", () => {
    const spoilt = [
      null,
      "10%",
      {},
      { kind: "percent", off: "order", rate: 1_000_001 },
      { kind: "percent", off: "order", rate: 0 },
      { kind: "percent", off: "order", rate: 1.5 },
      { kind: "percent", off: "order", rate: "500000" },
      { kind: "percent", off: "unit", rate: 1000 },
      { kind: "percent", off: "goods", rate: 1000, on: {} },
      { kind: "amount", off: "order", amount: -1 },
      { kind: "amount", off: "order", amount: 100, extra: true },
      { kind: "buy-get", buy: 0, get: 1, rate: 1000, on: { tags: ["x"] } },
      { kind: "tiers", on: { tags: ["x"] }, tiers: [] },
    ];
    for (const each of spoilt) expect(readEffect(each), JSON.stringify(each)).toBeUndefined();
    for (const each of [null, { minSubtotal: -1 }, { stacking: "all" }, { minimum: 5 }]) {
      expect(readConditions(each), JSON.stringify(each)).toBeUndefined();
    }
  });
});
