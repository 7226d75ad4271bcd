import { describe, expect, test } from "bun:test";
import { quoteCase, quoteLines, type QuoteOptions } from "#src/pricing/quote.ts";

const cart = {
  pricesIncludeTax: false,
  lines: [{ unit: 1542, qty: 1, tax: [{ rate: "21" }] }],
  shipping: { price: 450, tax: [{ rate: "21" }] },
};

const quoted = (carts: unknown, options: QuoteOptions = {}) => [...quoteLines(JSON.stringify(carts), options)];

describe("a quote", () => {
  test("has every figure, and line rounding where nothing else is said", () => {
    const input = { ...cart, discounts: [{ level: "order", type: "percent", value: "10" }], giftCardBalance: 1000 };
    expect<unknown>(quoteCase(input)).toEqual({
      subtotal: 1542,
      discount: 154,
      lineAmounts: [1388],
      lineDiscounts: [154],
      lineTaxes: [291],
      itemsNet: 1388,
      itemsTax: 291,
      itemsTotal: 1679,
      shippingNet: 450,
      shippingTax: 95,
      shippingTotal: 545,
      shippingDiscount: 0,
      feesNet: 0,
      feesTax: 0,
      tax: 386,
      totalNet: 1838,
      total: 2224,
      due: 1224,
    });
  });

  test("rounds by document where asked, beside the cart or around a case's input", () => {
    expect(quoteCase(cart)).toMatchObject({ total: 2411 });
    expect(quoteCase({ ...cart, taxRounding: "document" })).toMatchObject({ total: 2410, lineTaxes: [324] });
    expect(quoteCase({ input: cart, taxRounding: "document" })).toMatchObject({ total: 2410 });
    expect(quoteCase(cart, { taxRounding: "document" })).toMatchObject({ total: 2410 });
    expect(quoteCase({ input: cart, taxRounding: "line" }, { taxRounding: "document" })).toMatchObject({ total: 2411 });
  });

  test("where prices include tax, shipping stated without it is turned before discounts and tax", () => {
    const tax = [{ rate: "21" }];
    const lines = [4500, 4900].map((unit) => ({ unit, qty: 1, tax }));
    const shop = { pricesIncludeTax: true, lines, shipping: { price: 496, includesTax: false, tax } };
    const document = { ...shop, taxRounding: "document" };
    expect(quoteCase(document)).toMatchObject({ lineTaxes: [781, 851], shippingTax: 104, tax: 1736, total: 10_000 });
    expect(quoteCase(shop)).toMatchObject({ lineTaxes: [781, 850], shippingNet: 496, tax: 1735, total: 10_000 });
    const discounts = [{ level: "shipping", type: "fixed", value: 100 }];
    expect(quoteCase({ ...shop, discounts })).toMatchObject({ shippingDiscount: 100, shippingTotal: 500 });
    const exempt = { ...shop, taxExempt: true };
    expect(quoteCase(exempt)).toMatchObject({ shippingTotal: 496, tax: 0, total: 3719 + 4050 + 496 });
    const twice = { ...shop, shipping: { ...shop.shipping, tax: [{ rate: "5" }, { rate: "9.975" }] } };
    expect(quoteCase(twice)).toMatchObject({ shippingTotal: 496 + 25 + 49 });
  });

  test("tiers on shipping are chosen by the goods", () => {
    const off = (type: string, words: object, unit = 2000) =>
      quoteCase({
        lines: [{ unit, qty: 1 }],
        shipping: { price: 1000 },
        discounts: [{ level: "shipping", type, ...words }],
      });
    const percent = { base: "10", tiers: [[2000, "15"]] };
    expect(off("tieredPercent", percent)).toMatchObject({ shippingDiscount: 150, discount: 0 });
    expect(off("tieredPercent", percent, 1999)).toMatchObject({ shippingDiscount: 100 });
    expect(off("tieredFixed", { tiers: [[2000, 5000]] })).toMatchObject({ shippingDiscount: 1000, shippingTotal: 0 });
    expect(off("tieredFixed", { tiers: [[2000, 5000]] }, 1999)).toMatchObject({ shippingDiscount: 0 });
  });

  test("splits and item rates go through the shop's own functions", () => {
    expect(quoteCase({ kind: "prorate", weights: [1, 1, 1], total: 1000 })).toMatchObject({
      parts: [334, 333, 333],
      partsAnyOrder: [333, 333, 334],
    });
    const rate = { first: 113, additional: 211, maxItems: 5, qty: 10 };
    expect(quoteCase({ kind: "shippingRate", rate })).toMatchObject({ amount: 957 });
  });

  test("a catalogue sale changes the unit price, and makes it a sale item", () => {
    const sale = { lines: [{ unit: 1333, qty: 2, salePercent: "13" }] };
    const discounts = [{ level: "order", type: "percent", value: "10", excludeSaleItems: true }];
    expect(quoteCase({ ...sale, discounts })).toMatchObject({ subtotal: 2320, discount: 0 });
  });

  test("an amount on items is shared out once, whether it comes by tiers or not", () => {
    const lines = [line, line, line];
    const tiers = [[200, 100]];
    for (const words of [
      { type: "fixed", value: 100 },
      { type: "tieredFixed", tiers },
    ]) {
      const discounts = [{ level: "item", ...words }];
      expect(quoteCase({ lines, discounts })).toMatchObject({ lineDiscounts: [34, 33, 33] });
    }
  });

  test("prints one line of JSON for each cart, with the steps where asked; a bad cart does not stop the others", () => {
    const printed = quoted([cart, { lines: [{ unit: "5", qty: 1 }] }, cart], { explain: true });
    const [first, second, third] = printed.map(({ line: text }) => JSON.parse(text));
    expect(first.steps.at(-1)).toMatchObject({ kind: "total", amount: 2411 });
    expect(second).toEqual({
      error: 'carts[1]: lines[0].unit must be a whole number from 0 to 1000000000000, but is "5"',
      cart: 1,
      field: "lines[0].unit",
    });
    expect(printed.map(({ trouble }) => trouble)).toEqual([undefined, second.error, undefined]);
    expect(third).toEqual(first);
    expect(printed.every(({ line: text }) => !text.includes("\n"))).toBe(true);
    expect(JSON.parse(quoted([cart])[0]?.line ?? "")).not.toHaveProperty("steps");
  });

  test("a minimum, a tier, a card and what is taken off may be as large as a cart", () => {
    const large = Array.from({ length: 3 }, () => ({ unit: 1_000_000_000_000, qty: 9 }));
    const most = Number.MAX_SAFE_INTEGER;
    const minSubtotal = 27_000_000_000_000;
    const tiered = { level: "order", type: "tieredFixed", tiers: [[minSubtotal, minSubtotal - 5]] };
    const giftCardBalance = most;
    const met = quoteCase({ lines: large, giftCardBalance, discounts: [{ ...tiered, when: { minSubtotal } }] });
    expect(met).toMatchObject({ total: 5, due: 0 });
    const each = { level: "item", type: "fixedPerUnit", value: most };
    expect(quoteCase({ lines: large, discounts: [each] })).toMatchObject({ discount: minSubtotal, total: 0 });
    expect(quoteCase({ lines: large, discounts: [{ ...each, type: "fixed" }] })).toMatchObject({ total: 0 });
  });

  test("a currency is three letters, of whatever country and in either case", () => {
    const bare = quoteCase({ lines: [line] });
    for (const currency of ["JPY", "usd", "XTS", "QQQ"]) expect(quoteCase({ lines: [line], currency })).toEqual(bare);
  });

  test("null stands for what is not given", () => {
    const nothing = { currency: null, shipping: null, discounts: null, fees: null, giftCardBalance: null };
    const [line] = cart.lines;
    const words = { ...cart, ...nothing, lines: [{ ...line, id: null, salePercent: null, includesTax: null }] };
    expect(quoteCase(words)).toEqual(quoteCase({ ...cart, shipping: undefined }));
  });

  test("a list without carts has no answers", () => {
    expect(quoted([])).toEqual([]);
  });

  test("a file of cases is read as its list", () => {
    const file = { version: 1, cases: [{ id: "a", input: cart, expect: { total: 2411 } }, cart] };
    expect(quoted(file)).toEqual(quoted([cart, cart]));
  });

  test("what is not a list of carts is an error", () => {
    expect(() => quoteLines('{"cases":7}')).toThrow("must be a list of carts");
    expect(() => quoteLines("{")).toThrow(SyntaxError);
    expect(() => quoteLines("{}")).toThrow("must be a list of carts");
  });
});

const line = { unit: 100, qty: 1 };
const off = (words: object) => ({ lines: [line], discounts: [words] });

describe("a quote names the field that cannot be used", () => {
  test.each<[string, unknown]>([
    ["the cart", null],
    ["the cart", [cart]],
    ["the cart", "cart"],
    ["lines", {}],
    ["lines", { lines: null }],
    ["lines[0].unit", { lines: [{ unit: null, qty: 1 }] }],
    ["lines[0].unit", { lines: [{ unit: JSON.parse(`${"[".repeat(9000)}${"]".repeat(9000)}`), qty: 1 }] }],
    ["currency", { lines: [line], currency: "EURO" }],
    ["currency", { lines: [line], currency: 978 }],
    ["minorUnit", { lines: [line], minorUnit: 5 }],
    ["lines", { lines: {} }],
    ["lines[0]", { lines: [7] }],
    ["lines[0].unit", { lines: [{ unit: -1, qty: 1 }] }],
    ["lines[0].unit", { lines: [{ unit: 1.5, qty: 1 }] }],
    ["lines[0].unit", { lines: [{ unit: Number.POSITIVE_INFINITY, qty: 1 }] }],
    ["lines[0].unit", { lines: [{ unit: 2 ** 53, qty: 1 }] }],
    ["lines[0].qty", { lines: [{ unit: 1 }] }],
    ["lines[0].qty", { lines: [{ unit: 1, qty: 0 }] }],
    ["lines[0].tax", { lines: [{ ...line, tax: "20" }] }],
    ["lines[0].tax[0].rate", { lines: [{ ...line, tax: [{ rate: "1,000" }] }] }],
    ["lines[0].tax[0].rate", { lines: [{ ...line, tax: [{ rate: "0.000000001" }] }] }],
    ["lines[0].tax[0].compound", { lines: [{ ...line, tax: [{ rate: "1", compound: 1 }] }] }],
    ["lines[0].salePercent", { lines: [{ ...line, salePercent: "101" }] }],
    [
      "lines[1].id",
      {
        lines: [
          { ...line, id: "a" },
          { ...line, id: "a" },
        ],
      },
    ],
    ["pricesIncludeTax", { lines: [line], pricesIncludeTax: "yes" }],
    ["taxRounding", { lines: [line], taxRounding: "none" }],
    ["kind", { kind: "magic" }],
    ["shipping.price", { lines: [line], shipping: {} }],
    ["fees[0].amount", { lines: [line], fees: [{ amount: "1" }] }],
    ["giftCardBalance", { lines: [line], giftCardBalance: -1 }],
    ["discounts[0].type", off({ level: "order", type: "magic" })],
    ["discounts[0].level", off({ type: "percent", value: "10" })],
    ["discounts[0].value", off({ level: "order", type: "percent", value: "٣" })],
    ["discounts[0].value", off({ level: "order", type: "percent", value: "100.0001" })],
    ["discounts[0].value", off({ level: "order", type: "fixed", value: "500" })],
    ["discounts[0].lines", off({ level: "order", type: "fixed", value: 5, lines: "L1" })],
    ["discounts[0].limitUnits", off({ level: "order", type: "fixed", value: 5, limitUnits: -1 })],
    ["discounts[0].when.minSubtotal", off({ level: "order", type: "fixed", value: 5, when: { minSubtotal: "9" } })],
    ["discounts[0].tiers", off({ level: "order", type: "tieredFixed", tiers: [] })],
    ["discounts[0].tiers[0][1]", off({ level: "order", type: "tieredFixed", tiers: [[1]] })],
    ["discounts[0].type", off({ level: "shipping", type: "fixedPerUnit", value: 5 })],
    ["discounts[0].buyQty", off({ type: "bogo", getQty: 1 })],
    ["weights", { kind: "prorate", total: 5 }],
    ["weights[0]", { kind: "prorate", total: 5, weights: [-1] }],
    ["rate", { kind: "shippingRate" }],
    ["lines[0]", { lines: [{ unit: 1_000_000_000_000, qty: 1_000_000 }] }],
    ["cart", { lines: Array.from({ length: 3 }, () => ({ unit: 1_000_000_000_000, qty: 4000 })) }],
  ])("%s", (field, input) => {
    const answer = quoteCase(input);
    expect(answer).toMatchObject({ field });
    expect("error" in answer && answer.error.length).toBeGreaterThan(20);
  });
});
