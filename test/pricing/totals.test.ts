import { describe, expect, test } from "bun:test";
import { toCents, type Cents } from "#src/pricing/money.ts";
import { priceCart } from "#src/pricing/totals.ts";
import { cart, fixed, line, order, percent, product, shipping, taxes } from "./carts.ts";

describe("what a total may be", () => {
  test("nothing in the cart costs nothing", () => {
    expect(priceCart(cart({ lines: [] }))).toMatchObject({ subtotal: 0, tax: 0, total: 0, shipping: undefined });
  });

  test("large amounts stay exact to the cent", () => {
    const lines = [line("a", 1_000_000_000_000, 99, { taxes: taxes("8.875") })];
    const totals = priceCart(cart({ lines, promotions: [order("p", percent("33.3333"))] }));
    expect(totals).toMatchObject({ subtotal: 99_000_000_000_000, discount: 32_999_967_000_000 });
    expect(totals).toMatchObject({ tax: 5_857_502_928_750, total: 71_857_535_928_750 });
  });

  test("what cannot be held exactly is an error, not a guess", () => {
    const dear = line("a", 1_000_000_000_000, 1_000_000);
    expect(() => priceCart(cart({ lines: [dear] }))).toThrow(RangeError);
    const many = Array.from({ length: 91 }, (_, index) => line(`${index}`, 1_000_000_000_000, 100));
    expect(() => priceCart(cart({ lines: many }))).toThrow(RangeError);
  });

  test.each([0, -1, 1.5, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY])("%p units are refused", (quantity) => {
    expect(() => priceCart(cart({ lines: [line("a", 100, quantity)] }))).toThrow("units");
  });

  test("bad amounts, rates and promotions are refused by name", () => {
    const unit = 0.5 as Cents;
    const lines = [line("a", 100)];
    const priced = (words: object) => () => priceCart(cart({ lines, ...words }));
    expect(priced({ lines: [{ ...line("a", 1), unit }] })).toThrow("0.5 is not a whole number of minor units");
    expect(priced({ lines: [line("a", -1)] })).toThrow("line a");
    expect(priced({ lines: [line("a", 1), line("a", 2)] })).toThrow("same id");
    expect(priced({ shipping: shipping(-1) })).toThrow("shipping");
    expect(priced({ lines: [line("a", 1, 1, { taxes: [{ id: "t", name: "t", rate: 0.2 }] })] })).toThrow("millionths");
    expect(priced({ promotions: [order("p", percent("101"))] })).toThrow("promotion p");
    expect(priced({ promotions: [order("p", { kind: "fixed", amount: toCents(-1) })] })).toThrow("promotion p");
    expect(priced({ promotions: [order("p", fixed(1)), order("p", fixed(1))] })).toThrow("same id");
    expect(priced({ promotions: [product("p", { kind: "buyGet", buyQuantity: 0, getQuantity: 1 })] })).toThrow(
      "promotion p",
    );
  });

  test("a discount of a cent that would move odd cents into a higher tax is left out", () => {
    const rate = taxes("20");
    const lines = [line("a", 1), line("b", 1, 1, { taxes: rate }), line("c", 17, 1, { taxes: rate })];
    const quarter = order("quarter", percent("25"));
    const cent = product("cent", fixed(1), { lines: ["a"] });
    expect(priceCart(cart({ lines, taxRounding: "line", promotions: [quarter] })).total).toBe(toCents(16));
    const both = priceCart(cart({ lines, taxRounding: "line", promotions: [quarter, cent] }));
    expect(both.total).toBe(toCents(16));
    expect(both.notApplied.map(({ promotionId }) => promotionId)).toEqual(["cent"]);
  });
  test("a gift that wins on a tie is left out where a discount on single units then takes less", () => {
    const lines = [line("a", 4, 4)];
    const gift = product("p", { kind: "buyGet", buyQuantity: 1, getQuantity: 1 });
    const alike = product("new", percent("46.8751"));
    const single = order("r", percent("12.5001"), { limitUnitsPerLine: 1 });
    const before = priceCart(cart({ lines, promotions: [gift, single] }));
    const after = priceCart(cart({ lines, promotions: [gift, single, alike] }));
    expect([before.total, after.total]).toEqual([toCents(7), toCents(7)]);
    expect(after.notApplied.map(({ promotionId }) => promotionId)).toEqual(["new"]);
  });
});
