import { describe, expect, test } from "bun:test";
import { sumRows } from "#src/cart/ledger.ts";
import { whyThisPrice } from "#src/cart/why.ts";
import { formatMoney, toCents, zero } from "#src/pricing/money.ts";
import { priceCart, type PricingInput } from "#src/pricing/totals.ts";

const newYork = [{ id: "ny", name: "New York", rate: 88_750 }];
const vat = [{ id: "vat", name: "VAT", rate: 190_000 }];
const base: PricingInput = {
  currency: "USD",
  pricesIncludeTax: false,
  taxRounding: "document",
  lines: [{ id: "a", unit: toCents(2999), quantity: 2, taxes: newYork }],
  promotions: [],
};
const staff = {
  id: "staff",
  name: "Staff",
  priority: 0,
  stacking: "one",
  class: "order",
  effect: { kind: "percent", percent: 500_000 },
} as const;
const parcel = { price: toCents(490), taxes: newYork, label: "Parcel" };
const free = { ...staff, id: "free", name: "Free", class: "shipping", effect: { kind: "free" } } as const;
const shown = (input: Partial<PricingInput>) =>
  rowsWithKeys(input).map(({ name, note, value, kind }) => JSON.parse(JSON.stringify({ name, note, value, kind })));
const rowsWithKeys = (input: Partial<PricingInput>) =>
  sumRows(priceCart({ ...base, ...input }), {
    delivery: "Delivery to New York",
    deliveryNote: "Parcel",
    promotions: new Map([["staff", "50% off the order"]]),
  });

describe("sumRows", () => {
  test("goes from the goods down to the total, and adds up", () => {
    expect(shown({ promotions: [staff], shipping: parcel })).toEqual([
      { name: "Goods", value: "$59.98" },
      { name: "Staff", note: "50% off the order", value: "−$29.99", kind: "less" },
      { name: "Delivery to New York", note: "Parcel", value: "$4.90" },
      { name: "Tax, 8.875% New York", value: "$3.10" },
      { name: "Total", value: "$37.99", kind: "total" },
    ]);
  });

  test("says of delivery that it is free, and of included tax how much is inside", () => {
    const lines = [{ id: "a", unit: toCents(1190), quantity: 1, taxes: vat }];
    const included = { currency: "EUR", pricesIncludeTax: true, lines, shipping: { ...parcel, taxes: vat } };
    expect(shown({ ...included, promotions: [free] })).toEqual([
      { name: "Goods", value: "€11.90" },
      { name: "Delivery to New York", note: "Parcel", value: "free" },
      { name: "Total", value: "€11.90", kind: "total" },
      { name: "of it VAT, 19%", value: "€1.90" },
    ]);
  });

  test("makes one row of rates that go by one name", () => {
    const lines = ["standard", "digital"].map((id) => {
      return { id, unit: toCents(1000), quantity: 1, taxes: [{ id, name: "Wisconsin sales tax", rate: 55_000 }] };
    });
    expect(shown({ lines })[1]).toEqual({ name: "Wisconsin sales tax, 5.5%", value: "$1.10" });
  });

  test("names each amount by what explains it, and every name is explained by that amount", () => {
    for (const pricesIncludeTax of [false, true]) {
      const totals = priceCart({ ...base, pricesIncludeTax, promotions: [staff], shipping: parcel }, { explain: true });
      const rows = sumRows(totals, { delivery: "Delivery" });
      expect(rows.map((row) => row.of).filter(Boolean)).toEqual([
        "goods",
        "promotion.staff",
        "delivery",
        "tax.88750.New York",
      ]);
      for (const { of = "", value } of rows) {
        const why = whyThisPrice(totals, new Map(), of);
        expect(why.isPart, of).toBe(of !== "");
        const explained = of === "delivery" ? why.rows[0]?.amount : why.total;
        expect(formatMoney(explained ?? zero, "USD"), of).toBe(value);
      }
    }
  });

  test("says of a line which share of the whole order's saving and tax is its own", () => {
    const lines = [1333, 955].map((unit, at) => ({
      id: "ab"[at] ?? "",
      unit: toCents(unit),
      quantity: 1,
      taxes: newYork,
    }));
    const totals = priceCart({ ...base, lines, promotions: [staff] }, { explain: true });
    const { rows, title } = whyThisPrice(totals, new Map([["a", { title: "Mug", options: "Blue" }]]), "line.a");
    expect(title).toBe("1 × Mug, Blue: why this price?");
    expect(rows.map((row) => row.note)).toEqual([
      "Blue, $13.33",
      "50% of $22.88 is $11.44. Of that, $6.665 is for this line, counted as $6.67",
      "8.875% of $11.44 is $1.0153, rounded once for the whole order to $1.02. Of that, $0.5910… is for this line, counted as $0.59",
    ]);
  });

  test("has no delivery and no tax where there are none", () => {
    const lines = [{ id: "a", unit: toCents(100), quantity: 1, taxes: [{ id: "t", name: "Tax", rate: 0 }] }];
    expect(shown({ lines }).map((row) => row.name)).toEqual(["Goods", "Total"]);
  });
});

describe("whyThisPrice", () => {
  const goods = new Map([["a", { title: "Mug", options: "Blue" }]]);
  const why = (input: Partial<PricingInput>) =>
    whyThisPrice(priceCart({ ...base, ...input }, { explain: true }), goods);

  test("puts every step into words, and the amounts add up to the sum beside them", () => {
    const { rows, total } = why({ promotions: [staff, free], shipping: parcel });
    expect(rows.map(({ title, note }) => [title, note])).toEqual([
      ["2 × Mug", "Blue, $29.99 each"],
      ["Staff", "50% of $59.98 is $29.99"],
      ["Delivery: Parcel", ""],
      ["Free", "$4.90, all of it taken off"],
      ["Tax, 8.875% New York", "8.875% of $29.99 is $2.6616…, rounded once for the whole order to $2.66"],
    ]);
    let sum = 0;
    for (const row of rows) expect((sum += row.amount ?? 0)).toBe(row.soFar);
    expect(sum).toBe(total);
  });

  test("says how much tax is inside a price that includes it, and adds nothing for that", () => {
    const lines = [{ id: "a", unit: toCents(1000), quantity: 1, taxes: vat }];
    const { rows } = why({ pricesIncludeTax: true, lines });
    expect(rows.at(-1)).toMatchObject({
      title: "Tax inside: VAT, 19%",
      note: "$10.00 is $8.4033… without tax, rounded to $8.40: $1.60 of it is tax",
      amount: undefined,
      soFar: 1000,
    });
  });

  test("says gifts and fixed amounts as what they are, and what was not used", () => {
    const gift = {
      ...staff,
      id: "gift",
      name: "Gift",
      class: "product",
      effect: { kind: "buyGet", buyQuantity: 1, getQuantity: 1 },
    } as const;
    const large = { ...staff, id: "large", name: "Large", effect: { kind: "fixed", amount: toCents(5000) } } as const;
    const { rows, unused } = why({ promotions: [gift, large, staff] });
    expect(rows.map((row) => row.note)).toContain("One Mug free, worth $29.99");
    expect(rows.map((row) => row.note)).toContain("$50.00 off, but no more than the $29.99 that was left");
    expect(unused).toEqual([{ name: "Staff", why: "takes off less than Large", saves: toCents(1499) }]);
  });
});
