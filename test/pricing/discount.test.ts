import { describe, expect, test } from "bun:test";
import type { GoodsEffect, PricingPromotion } from "#src/pricing/promotion.ts";
import { expressRate } from "#src/pricing/rate.ts";
import { priceCart, type PricingLine } from "#src/pricing/totals.ts";
import { toCents } from "#src/pricing/money.ts";
import { cart, cents, fixed, line, order, percent, product, taxes } from "./carts.ts";

function offLines(lines: readonly PricingLine[], ...promotions: readonly PricingPromotion[]) {
  return priceCart(cart({ lines, promotions })).lines.map(({ discount }) => discount);
}

const off = (kind: "fixedPerUnit" | "fixedPerLine", amount: number): GoodsEffect => ({ kind, amount: toCents(amount) });

describe("a percentage", () => {
  test("of a product discount is taken once on the line, and a half counts for the shopper", () => {
    expect(offLines([line("a", 1, 10)], product("p", percent("10")))).toEqual(cents(1));
    expect(offLines([line("a", 15)], product("p", percent("10")))).toEqual(cents(1));
    expect(offLines([line("a", 2999)], product("p", percent("50")))).toEqual(cents(1499));
  });

  test("of an order discount is rounded once on the sum", () => {
    const lines = [line("a", 15), line("b", 15), line("c", 15)];
    expect(offLines(lines, product("p", percent("10")))).toEqual(cents(1, 1, 1));
    expect(offLines(lines, order("p", percent("10")))).toEqual(cents(2, 1, 1));
  });
});

describe("an amount", () => {
  test("off each unit is never more than the unit, off each line never more than the line", () => {
    expect(offLines([line("a", 1395, 3), line("b", 180, 5)], product("p", off("fixedPerUnit", 1000)))).toEqual(
      cents(3000, 900),
    );
    expect(offLines([line("a", 1395, 3), line("b", 180, 5)], product("p", off("fixedPerLine", 1000)))).toEqual(
      cents(1000, 900),
    );
  });

  test("off the order goes by what is left of the lines; lines that cost nothing get nothing", () => {
    expect(offLines([line("a", 0), line("b", 3000), line("c", 1000)], order("p", fixed(400)))).toEqual(
      cents(0, 300, 100),
    );
  });

  test("an odd cent goes to the higher tax, then to the lower variant, then to the lower line id", () => {
    const three = (words: readonly Partial<PricingLine>[]) =>
      offLines(
        words.map((word, index) => line("cab"[index] ?? "", 1000, 1, word)),
        order("p", fixed(100)),
      );
    expect(three([{}, {}, { taxes: taxes("7") }])).toEqual(cents(33, 33, 34));
    expect(three([{ variantId: "1" }, { variantId: "2" }, { variantId: "3" }])).toEqual(cents(34, 33, 33));
    expect(three([{}, {}, {}])).toEqual(cents(33, 34, 33));
  });
});

describe("limits of units", () => {
  test("count the dearest units of the cart first", () => {
    const lines = [line("a", 180, 5), line("b", 1395, 3)];
    expect(offLines(lines, product("p", off("fixedPerUnit", 1000), { limitUnits: 4 }))).toEqual(cents(180, 3000));
    expect(offLines(lines, product("p", percent("10"), { limitUnitsPerLine: 1 }))).toEqual(cents(18, 139));
  });

  test("an order discount on some units is shared by what these units are worth", () => {
    const lines = [line("a", 1000, 3), line("b", 500, 3)];
    expect(offLines(lines, order("p", percent("30"), { limitUnits: 5 }))).toEqual(cents(900, 300));
  });

  test("is rounded once where units are not whole cents, and takes all that they are worth", () => {
    const thirds = [line("a", 1000, 3), line("b", 1000, 3)];
    const first = product("1", fixed(1), { lines: ["a"] });
    for (const all of [percent("100"), fixed(5000)]) {
      expect(offLines(thirds, first, order("2", all, { limitUnitsPerLine: 1 }))).toEqual(cents(1001, 1000));
    }
  });

  test("a second limited discount goes to units that the first left alone", () => {
    const each = (id: string, effect: GoodsEffect, words = {}) =>
      product(id, effect, { stacking: "combines", ...words });
    const unit = { limitUnits: 1 };
    const [one, two] = [each("1", off("fixedPerUnit", 1000), unit), each("2", off("fixedPerUnit", 1000), unit)];
    expect(offLines([line("a", 1000, 4)], one, two, order("3", percent("100"), unit))).toEqual(cents(3000));
    const ofLine = (id: string, text: string, limitUnitsPerLine: number) =>
      each(id, percent(text), { limitUnitsPerLine });
    const lines = [line("a", 5000, 3), line("b", 15_000)];
    expect(offLines(lines, ofLine("1", "30", 2), ofLine("2", "10", 1))).toEqual(cents(3500, 5550));
  });

  test("a limit for the cart passes over units of which nothing is left", () => {
    const all = (id: string) => product(id, percent("100"), { stacking: "combines", limitUnits: 1 });
    expect(offLines([line("a", 1000), line("b", 900, 2)], all("1"), all("2"), all("3"))).toEqual(cents(1000, 1800));
    const one = product("1", off("fixedPerLine", 2000), { stacking: "combines", lines: ["a"], limitUnitsPerLine: 1 });
    const rest = product("2", percent("100"), { stacking: "combines", lines: ["a"] });
    expect(offLines([line("a", 1000, 2), line("b", 900)], one, rest, all("3"))).toEqual(cents(2000, 900));
  });

  test("what follows works on what is left of each unit, also after a gift", () => {
    const gift = product("1", { kind: "buyGet", buyQuantity: 1, getQuantity: 1 }, { stacking: "combines" });
    const half = order("3", percent("50"), { limitUnits: 1 });
    expect(offLines([line("a", 1000, 2)], gift, half)).toEqual(cents(1500));
    const tenth = product("2", percent("10"), { stacking: "combines", priority: 1 });
    expect(offLines([line("a", 1000, 2)], gift, tenth, half)).toEqual(cents(1550));
  });

  test("a gift of thirds of a cent leaves nothing that a limit would count", () => {
    const words = { stacking: "combines", lines: ["a"] } as const;
    const cents20 = product("0", fixed(20), words);
    const gift = product("1", { kind: "buyGet", buyQuantity: 2, getQuantity: 1 }, words);
    const three = product("2", percent("100"), { stacking: "combines", limitUnits: 3 });
    expect(offLines([line("a", 1000, 3), line("b", 500)], cents20, gift, three)).toEqual(cents(3000, 500));
  });

  test("sixty of them on one line are counted as exactly as two, and as soon", () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      product(String(at + 10), percent("3.7"), { stacking: "combines", limitUnits: 3 + (at % 11) }),
    );
    const started = performance.now();
    expect(offLines([line("a", 99_991, 40)], ...many)).toEqual(cents(1_418_873));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("an amount off units is never more than what earlier discounts leave of them", () => {
    const half = product("1", percent("50"), { stacking: "combines" });
    const unit = product("2", off("fixedPerUnit", 800), { stacking: "combines", limitUnits: 1 });
    expect(offLines([line("a", 1000, 2)], half, unit)).toEqual(cents(1500));
  });
});

describe("volume tiers", () => {
  const tiers = [
    [3, expressRate("5")],
    [10, expressRate("10")],
  ] as const;

  test("by the units of each line, of all lines, or by their value", () => {
    const lines = [line("a", 1000, 2), line("b", 1000, 10)];
    expect(offLines(lines, product("p", { kind: "tieredPercent", by: "lineQuantity", tiers }))).toEqual(cents(0, 1000));
    expect(offLines(lines, product("p", { kind: "tieredPercent", by: "quantity", tiers }))).toEqual(cents(200, 1000));
    expect(offLines(lines, product("p", { kind: "tieredPercent", by: "amount", tiers: [[12_000, 10_000]] }))).toEqual(
      cents(20, 100),
    );
  });

  test("amounts come off each unit, each line or once", () => {
    const effect = { kind: "tieredFixed", by: "quantity", tiers: [[4, 100]] } as const;
    const lines = [line("a", 1000, 2), line("b", 1000, 2)];
    expect(offLines(lines, product("p", { ...effect, off: "unit" }))).toEqual(cents(200, 200));
    expect(offLines(lines, product("p", { ...effect, off: "line" }))).toEqual(cents(100, 100));
    expect(offLines(lines, product("p", { ...effect, off: "once" }))).toEqual(cents(50, 50));
  });

  test("below the first tier something else may hold, or nothing with what is missing", () => {
    const below = { kind: "tieredPercent", by: "quantity", tiers, below: expressRate("1") } as const;
    expect(offLines([line("a", 1000, 2)], product("p", below))).toEqual(cents(20));
    const { notApplied } = priceCart(
      cart({
        lines: [line("a", 1000, 2)],
        promotions: [product("p", { kind: "tieredPercent", by: "lineQuantity", tiers })],
      }),
    );
    expect(notApplied[0]?.reason).toEqual({ code: "first-tier", by: "lineQuantity", needed: 3, missing: 1 });
  });
});
