import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { grossOf, netOf } from "#src/pricing/net-price.ts";
import { priceCart, type PricingInput, type TaxRate } from "#src/pricing/totals.ts";
import { cart, cents, fee, line, order, percent, shipping, taxes } from "./carts.ts";

const price = (words: Partial<PricingInput> & Pick<PricingInput, "lines">) => priceCart(cart(words));
const compound: readonly TaxRate[] = [...taxes("5"), { id: "on top", name: "8.5 %", rate: 85_000, compound: true }];

describe("tax on top", () => {
  test("several rates on a line are each rounded by themselves", () => {
    const lines = [line("a", 7900, 1, { taxes: taxes("0.25", "6", "1.5", "1") })];
    const { taxes: by, total } = price({ lines, taxRounding: "line" });
    expect(by.map(({ amount }) => amount)).toEqual(cents(474, 119, 79, 20));
    expect(total).toBe(toCents(8592));
  });

  test("a compound rate works on the net amount and the exact simple taxes", () => {
    const { lines } = price({ lines: [line("a", 10_000, 1, { taxes: compound })] });
    expect(lines[0]?.taxes.map(({ name, amount }) => `${name}: ${amount}`)).toEqual(["5 %: 500", "8.5 %: 893"]);
  });

  test("a group is a set of rates: the same rate beside another one is rounded by itself", () => {
    const rates = [taxes("10"), taxes("10", "1"), taxes("1", "10")];
    const lines = rates.map((rate, index) => line(`${index}`, 4, 1, { taxes: rate }));
    const { taxes: by, lines: each } = price({ lines });
    expect(by.map(({ id, net, amount }) => `${id} on ${net}: ${amount}`)).toEqual(["10 on 12: 1", "1 on 8: 0"]);
    expect(each.map(({ tax }) => tax)).toEqual(cents(0, 1, 0));
  });

  test("lines, fees and shipping of one group are rounded together; on a full tie shipping comes last", () => {
    const rate = taxes("10");
    const words = {
      lines: [line("b", 14, 1, { taxes: rate })],
      fees: [fee("a", 14, rate)],
      shipping: shipping(14, rate),
    };
    const whole = price(words);
    expect([whole.lines[0]?.tax, whole.fees[0]?.tax, whole.shipping?.tax]).toEqual(cents(2, 1, 1));
    expect(whole.tax).toBe(toCents(4));
    expect(price({ ...words, taxRounding: "line" }).tax).toBe(toCents(3));
  });
});

describe("tax inside the price", () => {
  test("of several rates the net is rounded once and the rest is spread over the rates", () => {
    const lines = [line("a", 999, 1, { taxes: taxes("5", "9.975") })];
    for (const taxRounding of ["line", "document"] as const) {
      const { lines: each } = price({ lines, pricesIncludeTax: true, taxRounding });
      expect(each[0]).toMatchObject({ net: 869, tax: 130, gross: 999 });
      expect(each[0]?.taxes.map(({ id, amount }) => `${id}: ${amount}`)).toEqual(["9.975: 87", "5: 43"]);
    }
  });

  test("rates and lines both add up where several lines share several rates", () => {
    const lines = ["a", "b", "c", "d"].map((id) => line(id, 1, 1, { taxes: taxes("50", "49") }));
    const { lines: each, taxes: by } = price({ lines, pricesIncludeTax: true });
    expect(by.map(({ amount }) => amount)).toEqual(cents(1, 1));
    expect(each.map(({ tax }) => tax)).toEqual(cents(1, 1, 0, 0));
  });

  test("a line may go against the shop's price mode and is then a group of its own", () => {
    const rate = taxes("20");
    const lines = [line("in", 120, 1, { taxes: rate }), line("on top", 100, 1, { taxes: rate, includesTax: false })];
    const totals = price({ lines, pricesIncludeTax: true });
    expect(totals.lines.map(({ net, tax, gross }) => [net, tax, gross])).toEqual([
      cents(100, 20, 120),
      cents(100, 20, 120),
    ]);
    expect(totals.total).toBe(toCents(240));
  });
});

describe("an exempt buyer", () => {
  const lines = [line("a", 100, 2, { taxes: taxes("20") })];

  test("pays a unit's net price, rounded once, times the quantity", () => {
    const totals = price({ lines, pricesIncludeTax: true, taxExempt: true, shipping: shipping(100, taxes("20")) });
    expect(totals.lines[0]).toMatchObject({ unit: 83, base: 166, tax: 0, taxes: [] });
    expect(totals).toMatchObject({ tax: 0, taxes: [], total: 249 });
  });

  test("gets discounts on that", () => {
    const promotions = [order("p", percent("10"))];
    expect(price({ lines, pricesIncludeTax: true, taxExempt: true, promotions })).toMatchObject({
      discount: 17,
      total: 149,
    });
  });

  test("pays the shelf price where prices come without tax", () => {
    expect(price({ lines, taxExempt: true }).total).toBe(toCents(200));
  });
});

test("a net price is turned into a shelf price once, and back", () => {
  expect(grossOf(toCents(496), taxes("21"))).toBe(toCents(600));
  expect(netOf(toCents(11_900), taxes("19"))).toBe(toCents(10_000));
  expect(netOf(toCents(11_393), compound)).toBe(toCents(10_000));
  expect(netOf(toCents(500), [])).toBe(toCents(500));
});
