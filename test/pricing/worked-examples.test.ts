import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { grossOf, netOf } from "#src/pricing/net-price.ts";
import { quoteCase } from "#src/pricing/quote.ts";
import { refundFor } from "#src/pricing/refund.ts";
import { priceCart, type PricingInput, type TaxRounding, type Totals } from "#src/pricing/totals.ts";
import { cart, cents, delivery, fixed, line, order, percent, product, shipping, taxes } from "./carts.ts";

/** The worked examples of the pricing rules, by their numbers, figure by figure. */
const lineTaxes = ({ lines, shipping: sent }: Totals) => [...lines.map(({ tax }) => tax), ...(sent ? [sent.tax] : [])];
const lineNets = ({ lines }: Totals) => lines.map(({ net }) => net);
const discounts = ({ lines }: Totals) => lines.map(({ discount }) => discount);
const amounts = ({ lines }: Totals) => lines.map(({ amount }) => amount);

function price(
  words: Partial<PricingInput> & Pick<PricingInput, "lines">,
  taxRounding: TaxRounding = "document",
): Totals {
  return priceCart(cart({ ...words, taxRounding }));
}

const modes: readonly TaxRounding[] = ["document", "line"];

describe.each([...modes])("worked examples whose total is the same in both modes: %s", (mode) => {
  const vat = taxes("20");

  test("1: exclusive, plain", () => {
    const totals = price(
      { lines: [line("a", 1000, 1, { taxes: vat }), line("b", 250, 2, { taxes: vat })], shipping: shipping(500, vat) },
      mode,
    );
    expect(lineTaxes(totals)).toEqual(cents(200, 100, 100));
    expect(totals).toMatchObject({ subtotal: 1500, net: 2000, tax: 400, total: 2400 });
  });

  test("3: 10 % order coupon, odd prices", () => {
    const rate = taxes("19");
    const lines = [
      line("a", 333, 1, { taxes: rate }),
      line("b", 333, 1, { taxes: rate }),
      line("c", 334, 1, { taxes: rate }),
    ];
    const totals = price({ lines, promotions: [order("coupon", percent("10"))] }, mode);
    expect(discounts(totals)).toEqual(cents(33, 33, 34));
    expect(lineNets(totals)).toEqual(cents(300, 300, 300));
    expect(totals).toMatchObject({ discount: 100, tax: 171, total: 1071 });
  });

  test("5: two VAT rates, inclusive, fixed 500 on goods", () => {
    const [book, shirt] = [taxes("7"), taxes("19")];
    const totals = price(
      {
        pricesIncludeTax: true,
        lines: [line("book", 1999, 1, { taxes: book }), line("shirt", 2999, 1, { taxes: shirt })],
        shipping: shipping(490, shirt),
        promotions: [order("coupon", fixed(500))],
      },
      mode,
    );
    expect(discounts(totals)).toEqual(cents(200, 300));
    expect(amounts(totals)).toEqual(cents(1799, 2699));
    expect(lineTaxes(totals)).toEqual(cents(118, 431, 78));
    expect(totals).toMatchObject({ total: 4988, tax: 627, net: 4361 });
    expect(totals.taxes.map(({ id, amount }) => `${id}: ${amount}`)).toEqual(["19: 509", "7: 118"]);
  });

  test("6: buy 2 get 1, same item, inclusive 25 %", () => {
    const promotion = product("third free", { kind: "buyGet", buyQuantity: 2, getQuantity: 1 });
    const lines = [line("a", 799, 5, { taxes: taxes("25") })];
    const totals = price({ pricesIncludeTax: true, lines, promotions: [promotion] }, mode);
    expect(totals).toMatchObject({ discount: 799, tax: 639, total: 3196 });
  });

  test("6b: buy 2 get 1, mixed: the two cheapest are free", () => {
    const promotion = product("third free", { kind: "buyGet", buyQuantity: 2, getQuantity: 1 });
    const prices = [1200, 1200, 900, 900, 500, 500];
    const totals = price({ lines: prices.map((unit, index) => line(`${index}`, unit)), promotions: [promotion] }, mode);
    expect(discounts(totals)).toEqual(cents(0, 0, 0, 0, 500, 500));
    expect(totals.discount).toBe(toCents(1000));
  });

  test("7: 15 % on A, 10 % on the order, free shipping; exclusive 21 %", () => {
    const rate = taxes("21");
    const totals = price(
      {
        lines: [line("A", 4995, 2, { taxes: rate }), line("B", 2500, 1, { taxes: rate })],
        shipping: shipping(795, rate),
        promotions: [
          delivery("free shipping", { kind: "free" }),
          order("order", percent("10")),
          product("on A", percent("15"), { lines: ["A"] }),
        ],
      },
      mode,
    );
    expect(totals.lines[0]?.discounts.map(({ amount }) => amount)).toEqual(cents(1498, 849));
    expect(totals.lines[1]?.discounts.map(({ amount }) => amount)).toEqual(cents(250));
    expect(lineNets(totals)).toEqual(cents(7643, 2250));
    expect(totals.shipping).toMatchObject({ price: 795, discount: 795, gross: 0 });
    expect(lineTaxes(totals)).toEqual(cents(1605, 473, 0));
    expect(totals).toMatchObject({ discount: 2597, tax: 2078, total: 11971 });
  });

  test("8: a coupon larger than the goods", () => {
    const totals = price(
      {
        lines: [line("a", 3200, 1, { taxes: vat })],
        shipping: shipping(500, vat),
        promotions: [order("coupon", fixed(5000))],
      },
      mode,
    );
    expect(totals).toMatchObject({ discount: 3200, tax: 100, total: 600 });
    expect(lineTaxes(totals)).toEqual(cents(0, 100));
  });

  test("9: 100 % off, inclusive 19 %", () => {
    const lines = [line("a", 39_900, 1, { taxes: taxes("19") })];
    const totals = price({ pricesIncludeTax: true, lines, promotions: [order("all", percent("100"))] }, mode);
    expect(totals).toMatchObject({ discount: 39_900, tax: 0, net: 0, total: 0 });
  });

  test("10: shipping turned to gross once", () => {
    const rate = taxes("21");
    const sent = grossOf(toCents(496), rate);
    expect(sent).toBe(toCents(600));
    const lines = [line("a", 4500, 1, { taxes: rate }), line("b", 4900, 1, { taxes: rate })];
    const totals = price({ pricesIncludeTax: true, lines, shipping: shipping(sent, rate) }, mode);
    expect(totals.total).toBe(toCents(10_000));
    const byMode = { document: cents(781, 851, 104), line: cents(781, 850, 104) };
    expect(lineTaxes(totals)).toEqual(byMode[mode]);
    expect(totals.tax).toBe(toCents(mode === "document" ? 1736 : 1735));
  });

  test("12: 10 x 3823 gross, 20 %, then 6.2 % off", () => {
    const lines = [line("a", 3823, 10, { taxes: vat })];
    expect(price({ pricesIncludeTax: true, lines }, mode)).toMatchObject({ total: 38_230, tax: 6372, net: 31_858 });
    const reduced = price({ pricesIncludeTax: true, lines, promotions: [order("off", percent("6.2"))] }, mode);
    expect(reduced).toMatchObject({ discount: 2370, total: 35_860, tax: 5977, net: 29_883 });
  });

  test("14: zero-decimal currency, two rates, inclusive", () => {
    const lines = [line("a", 1980, 1, { taxes: taxes("10") }), line("b", 540, 1, { taxes: taxes("8") })];
    const promotions = [order("coupon", percent("5"))];
    const totals = price({ currency: "JPY", pricesIncludeTax: true, lines, promotions }, mode);
    expect(discounts(totals)).toEqual(cents(99, 27));
    expect(amounts(totals)).toEqual(cents(1881, 513));
    expect(lineTaxes(totals)).toEqual(cents(171, 38));
    expect(totals.total).toBe(toCents(2394));
  });

  test("16: two taxes on one base", () => {
    const totals = price({ lines: [line("a", 10_000, 1, { taxes: taxes("5", "9.975") })] }, mode);
    expect(totals.taxes.map(({ id, amount }) => `${id}: ${amount}`)).toEqual(["9.975: 998", "5: 500"]);
    expect(totals.total).toBe(toCents(11_498));
  });

  test("17: the same shelf price, three buyers", () => {
    const shelf = toCents(11_900);
    const [home, abroad] = [taxes("19"), taxes("20")];
    const sell = (words: Partial<PricingInput>, unit: number, rate = home) =>
      price({ pricesIncludeTax: true, ...words, lines: [line("a", unit, 1, { taxes: rate })] }, mode);
    expect(sell({}, shelf)).toMatchObject({ tax: 1900, total: 11_900 });
    expect(sell({}, shelf, abroad)).toMatchObject({ tax: 1983, total: 11_900 });
    expect(sell({ pricesIncludeTax: false }, netOf(shelf, home), abroad)).toMatchObject({ net: 10_000, total: 12_000 });
    expect(sell({ taxExempt: true }, shelf)).toMatchObject({ net: 10_000, tax: 0, total: 10_000 });
    const kept = line("a", shelf, 1, { taxes: abroad, inside: home });
    expect(price({ pricesIncludeTax: false, lines: [kept] }, mode)).toMatchObject({ net: 10_000, total: 12_000 });
  });

  test("19: two fixed order promotions", () => {
    const promotions = [
      order("first", fixed(2000), { stacking: "combines", priority: 1 }),
      order("second", fixed(8000), { stacking: "combines", priority: 2 }),
    ];
    const totals = price({ lines: [line("a", 1056, 3), line("b", 6000)], promotions }, mode);
    expect(totals.lines.map((one) => one.discounts.map(({ amount }) => amount))).toEqual([
      cents(691, 2477),
      cents(1309, 4691),
    ]);
    expect(amounts(totals)).toEqual(cents(0, 0));
    expect(totals.applied.map(({ amount }) => amount)).toEqual(cents(2000, 7168));
    expect(totals.total).toBe(toCents(0));
  });
});

describe("worked examples in which the modes differ", () => {
  const both = (words: Parameters<typeof price>[0]) => modes.map((mode) => price(words, mode)) as [Totals, Totals];

  test("2: inclusive, plain", () => {
    const vat = taxes("20");
    const lines = [line("a", 1000, 1, { taxes: vat }), line("b", 250, 2, { taxes: vat })];
    const [whole, byLine] = both({ pricesIncludeTax: true, lines, shipping: shipping(500, vat) });
    expect(lineTaxes(whole)).toEqual(cents(167, 83, 83));
    expect(whole).toMatchObject({ total: 2000, net: 1667, tax: 333 });
    expect(lineTaxes(byLine)).toEqual(cents(167, 83, 83));
    expect(byLine).toMatchObject({ total: 2000, net: 1667, tax: 333 });
  });

  test("4: fixed 1000 over equal lines", () => {
    const lines = ["a", "b", "c"].map((id) => line(id, 1000, 1, { taxes: taxes("8.875") }));
    const [whole, byLine] = both({ lines, promotions: [order("coupon", fixed(1000))] });
    expect(discounts(whole)).toEqual(cents(334, 333, 333));
    expect(lineNets(whole)).toEqual(cents(666, 667, 667));
    expect(lineTaxes(whole)).toEqual(cents(59, 60, 59));
    expect(whole).toMatchObject({ tax: 178, total: 2178 });
    expect(lineTaxes(byLine)).toEqual(cents(59, 59, 59));
    expect(byLine).toMatchObject({ tax: 177, total: 2177 });
  });

  test("11: shipping and goods at 21 %", () => {
    const rate = taxes("21");
    const [whole, byLine] = both({ lines: [line("a", 1542, 1, { taxes: rate })], shipping: shipping(450, rate) });
    expect(lineTaxes(whole)).toEqual(cents(324, 94));
    expect(whole).toMatchObject({ tax: 418, total: 2410 });
    expect(lineTaxes(byLine)).toEqual(cents(324, 95));
    expect(byLine).toMatchObject({ tax: 419, total: 2411 });
  });

  test("13: 3 x 7000, less 500, 20 %", () => {
    const lines = ["a", "b", "c"].map((id) => line(id, 7000, 1, { taxes: taxes("20") }));
    const [whole, byLine] = both({ lines, promotions: [order("coupon", fixed(500))] });
    expect(discounts(whole)).toEqual(cents(167, 167, 166));
    expect(lineNets(whole)).toEqual(cents(6833, 6833, 6834));
    expect(lineTaxes(whole)).toEqual(cents(1367, 1366, 1367));
    expect(whole).toMatchObject({ tax: 4100, total: 24_600 });
    expect(lineTaxes(byLine)).toEqual(cents(1367, 1367, 1367));
    expect(byLine).toMatchObject({ tax: 4101, total: 24_601 });
  });

  test("15: refund unit by unit", () => {
    const parts = [0, 1, 2].map((from) => refundFor(toCents(2000), 3, from, from + 1));
    expect(parts).toEqual(cents(667, 666, 667));
  });

  test("18: a gift card pays after tax", () => {
    const tax = [{ rate: "21" }];
    const input = { lines: [{ unit: 1542, qty: 1, tax }], shipping: { price: 450, tax }, giftCardBalance: 3000 };
    expect(quoteCase({ ...input, taxRounding: "document" })).toMatchObject({ total: 2410, tax: 418, due: 0 });
    expect(quoteCase({ ...input, taxRounding: "line" })).toMatchObject({ total: 2411, tax: 419, due: 0 });
  });
});
