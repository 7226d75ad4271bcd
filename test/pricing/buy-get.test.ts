import { describe, expect, test } from "bun:test";
import { toCents, zero } from "#src/pricing/money.ts";
import type { BuyGetEffect, PricingPromotion } from "#src/pricing/promotion.ts";
import { expressRate } from "#src/pricing/rate.ts";
import { priceCart, type PricingLine } from "#src/pricing/totals.ts";
import { cart, cents, line, order, percent, product } from "./carts.ts";

const effect = (buyQuantity: number, getQuantity: number, words: Partial<BuyGetEffect> = {}): BuyGetEffect => {
  return { kind: "buyGet", buyQuantity, getQuantity, ...words };
};
const price = (lines: readonly PricingLine[], ...promotions: readonly PricingPromotion[]) =>
  priceCart(cart({ lines, promotions }));
const given = (lines: readonly PricingLine[], ...promotions: readonly PricingPromotion[]) =>
  price(lines, ...promotions).lines.map(({ discount }) => discount);

describe("buy and get", () => {
  test("the dearest units are bought, the cheapest are free, again and again", () => {
    const lines = [line("a", 500), line("b", 500), line("c", 1000), line("d", 1000)];
    expect(given(lines, product("p", effect(2, 2)))).toEqual(cents(500, 500, 0, 0));
    expect(given([line("a", 800, 5)], product("p", effect(1, 1)))).toEqual(cents(1600));
  });

  test("a gift is whole or not at all, and says how many units are missing", () => {
    const totals = price([line("a", 333, 3)], product("p", effect(2, 2)));
    expect(totals.discount).toBe(zero);
    expect(totals.notApplied[0]?.reason).toEqual({ code: "few-units", missing: 1 });
  });

  test("the gift may be of another set, and only a percentage off", () => {
    const lines = [line("a", 1000, 2), line("b", 333), line("c", 200)];
    const other = effect(2, 1, { buyLines: ["a"], getLines: ["b"], percent: expressRate("50") });
    expect(given(lines, product("p", other))).toEqual(cents(0, 166, 0));
  });

  test("what is bought never uses up the gift while other units can be bought", () => {
    const lines = [line("mug", 2000, 2), line("pen", 500, 2)];
    expect(given(lines, product("p", effect(2, 1, { getLines: ["mug"] })))).toEqual(cents(2000, 0));
  });

  test("each unit is used once, also by a second promotion; a gift counts for what is left to pay of it", () => {
    const first = product("1", effect(50, 1000), { stacking: "combines" });
    const second = product("2", effect(10, 20), { stacking: "combines" });
    expect(given([line("a", 250, 1080)], first, second)).toEqual(cents(255_000));
    const half = product("1", effect(1, 1, { percent: expressRate("50") }), { stacking: "combines" });
    const full = product("2", effect(1, 1), { stacking: "combines", priority: 1, lines: ["a"] });
    expect(given([line("a", 1000, 4)], { ...half, limitUnits: 1 } as PricingPromotion, full)).toEqual(cents(1500));
  });

  test("a small gift that comes first keeps its units, though the second would give more for them", () => {
    const first = product("1", effect(2, 1), { stacking: "combines" });
    const second = product("2", effect(1, 1), { stacking: "combines" });
    expect(given([line("a", 3, 3), line("b", 333, 5)], first, second)).toEqual(cents(9, 0));
    const small = product("1", effect(3, 1, { percent: expressRate("20") }), { stacking: "combines" });
    const all = product("2", effect(2, 2), { stacking: "combines" });
    expect(given([line("a", 10, 10)], small, all, order("3", percent("12.5")))).toEqual(cents(16));
  });

  test("after a percentage the gift is worth what is left", () => {
    const tenth = product("1", percent("10"), { stacking: "combines" });
    expect(given([line("a", 1000, 2)], tenth, product("2", effect(1, 1), { stacking: "combines" }))).toEqual(
      cents(1100),
    );
  });

  test("a limit holds for the gifts", () => {
    expect(given([line("a", 100, 9)], product("p", effect(1, 1), { limitUnits: 3 }))).toEqual(cents(300));
  });

  test("thousands of lines take no longer than a moment", () => {
    const lines = Array.from({ length: 5000 }, (_, at) => line(`${at}`, 1000 + ((at * 7919) % 5000), 1 + (at % 9)));
    const started = performance.now();
    expect(price(lines, product("p", effect(2, 1))).discount).toBe(toCents(15_283_375));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("a million units take no longer than a few", () => {
    const lines = [line("a", 100, 1_000_000), line("b", 90, 999_999), line("c", 80, 3)];
    expect(price(lines, product("p", effect(2, 1))).discount).toBe(toCents(90 * 666_664 + 80 * 3));
  });
});
