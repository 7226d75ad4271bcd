import { describe, expect, test } from "bun:test";
import { carts, collectionProducts, collections } from "#db/schema.ts";
import { loadCart } from "#src/cart/store.ts";
import { quoteCart, type Quote } from "#src/cart/quote.ts";
import { tillFor } from "#src/cart/till.ts";
import { zero } from "#src/pricing/money.ts";
import { importPromotions } from "#src/promotions/import-promotions.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

// Every effect and every condition, from the words of a file through the store to the figures of a cart.

const candle = { title: "Candle", price: 1400, stock: 99, tags: ["candle"] };
const mug = { title: "Mug", price: 3000, stock: 99, tags: ["cup"] };
const towel = { title: "Towel", price: 1800, compareAt: 2400, stock: 99, tags: ["linen"] };
const tea = {
  title: "Tea",
  price: 1450,
  stock: 99,
  options: [{ name: "Kind", values: ["Black", "Green"] }],
  variants: [
    { options: ["Black"], sku: "TEA-B" },
    { options: ["Green"], sku: "TEA-G" },
  ],
};

async function shopWith(...facts: readonly Record<string, unknown>[]): Promise<TestShop> {
  const shop = await openShop({ products: [candle, mug, towel, tea], settings: { timeZone: "America/Chicago" } });
  const { store } = shop.deps;
  await store.write(async (tx) => {
    await tx.insert(collections).values({ id: "c1", handle: "kitchen", title: "Kitchen" });
    const at = { price: zero, createdAt: shop.clock.now() };
    await tx.insert(collectionProducts).values({ ...at, collectionId: "c1", productId: "mug" });
  });
  const rows = facts.map((each, at) => ({ id: `p${at}`, name: `P${at}`, ...each }));
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const report = await importPromotions(store, bytes, { shop: await shop.deps.shop.read() });
  expect(report.errors).toEqual([]);
  return shop;
}

type Basket = Readonly<Record<string, number>>;
type Placed = { readonly basket: Basket; readonly code?: string; readonly country?: string };

async function quoted(shop: TestShop, { basket, code = "", country = "US" }: Placed): Promise<Quote> {
  const visitor = shop.visitor();
  for (const [variant, quantity] of Object.entries(basket)) {
    const added = await visitor.post("/cart/items", { variant, quantity: String(quantity) });
    expect(added.status, variant).toBe(303);
  }
  await visitor.post("/cart/estimate", { country, postcode: "" });
  if (code !== "") expect((await visitor.post("/cart/coupon", { code })).status).toBe(303);
  const { store } = shop.deps;
  const all = await store.read.select({ id: carts.id, at: carts.createdAt }).from(carts);
  const cart = await loadCart(store.read, all.at(-1)?.id);
  return quoteCart(cart, await tillFor(shop.deps, cart));
}

/** What comes off the goods, and what off the delivery. */
async function off(facts: Record<string, unknown> | readonly Record<string, unknown>[], placed: Basket | Placed) {
  await using shop = await shopWith(...[facts].flat());
  const { totals } = await quoted(shop, "basket" in placed ? (placed as Placed) : { basket: placed as Basket });
  return [Number(totals.discount), Number(totals.shipping?.discount ?? 0)];
}

describe("every effect takes off what it says", () => {
  const cases: [string, Record<string, unknown>, Basket, [goods: number, delivery: number]][] = [
    ["percent off the order", { percent: 10 }, { "mug-0": 1, "candle-0": 1 }, [440, 0]],
    [
      "percent, half a cent, to the shop's side",
      { percent: "2.5" },
      { "tea-0": 1, "tea-1": 1, "candle-0": 1 },
      [107, 0],
    ],
    ["an amount off the order", { amount: "5.00" }, { "mug-0": 1 }, [500, 0]],
    ["an amount, never more than the goods", { amount: "50.00" }, { "mug-0": 1 }, [3000, 0]],
    [
      "an amount off each unit of a product",
      { amount: "1.00", products: ["candle"] },
      { "candle-0": 3, "mug-0": 1 },
      [300, 0],
    ],
    [
      "an amount off each unit of all goods",
      { amount: "1.00", class: "product" },
      { "candle-0": 3, "mug-0": 1 },
      [400, 0],
    ],
    ["percent off a product", { percent: 50, products: ["mug"] }, { "mug-0": 1, "candle-0": 1 }, [1500, 0]],
    ["percent off a collection", { percent: 50, collections: ["kitchen"] }, { "mug-0": 1, "candle-0": 1 }, [1500, 0]],
    ["percent off a tag", { percent: 50, tags: ["candle"] }, { "mug-0": 1, "candle-0": 1 }, [700, 0]],
    ["percent off an article", { percent: 10, variants: ["TEA-G"] }, { "tea-0": 2, "tea-1": 2 }, [290, 0]],
    [
      "percent off what some goods come to",
      { percent: 10, class: "order", tags: ["candle"] },
      { "mug-0": 1, "candle-0": 1 },
      [140, 0],
    ],
    ["free delivery", { does: "free-delivery" }, { "mug-0": 1 }, [0, 500]],
    ["free delivery by one way", { does: "free-delivery", methods: ["Parcel"] }, { "mug-0": 1 }, [0, 500]],
    ["three for two", { buy: 2, get: 1, tags: ["candle"] }, { "candle-0": 7 }, [2800, 0]],
    ["the cheapest of mixed things", { buy: 2, get: 1 }, { "mug-0": 1, "tea-0": 1, "candle-0": 1 }, [1400, 0]],
    ["every fourth free", { buy: 3, get: 1 }, { "candle-0": 9 }, [2800, 0]],
    ["half off what is given", { buy: 1, get: 1, percent: 50, tags: ["candle"] }, { "candle-0": 2 }, [700, 0]],
    [
      "other things as the gift",
      { buy: 1, get: 1, products: ["mug"], giftTags: ["candle"] },
      { "mug-0": 2, "candle-0": 1 },
      [1400, 0],
    ],
    [
      "steps in percent, by the line",
      { tiers: ["3:10%", "6:20%"], tags: ["candle"] },
      { "candle-0": 6, "mug-0": 9 },
      [1680, 0],
    ],
    ["steps in money, by the line", { tiers: ["3:1.00", "6:2.00"] }, { "candle-0": 6, "mug-0": 3 }, [1500, 0]],
    ["steps by all its goods together", { tiers: ["4:10%"], count: "goods" }, { "candle-0": 2, "mug-0": 2 }, [880, 0]],
  ];
  for (const [name, facts, basket, expected] of cases) {
    test(name, async () => expect(await off(facts, basket)).toEqual(expected));
  }
});

describe("every condition", () => {
  const ten = { percent: 10 };
  const cases: [string, Record<string, unknown>, Placed, number][] = [
    ["spend reached", { ...ten, minSpend: "30.00" }, { basket: { "mug-0": 1 } }, 300],
    ["spend missed", { ...ten, minSpend: "30.01" }, { basket: { "mug-0": 1 } }, 0],
    [
      "spend counts its own goods only",
      { ...ten, minSpend: "30.00", tags: ["candle"] },
      { basket: { "mug-0": 9, "candle-0": 2 } },
      0,
    ],
    ["units reached", { ...ten, minQuantity: 3 }, { basket: { "mug-0": 2, "candle-0": 1 } }, 740],
    ["units missed", { ...ten, minQuantity: 3 }, { basket: { "mug-0": 2 } }, 0],
    ["not on reduced goods", { ...ten, notReduced: true }, { basket: { "mug-0": 1, "towel-0": 1 } }, 300],
    ["on reduced goods", ten, { basket: { "mug-0": 1, "towel-0": 1 } }, 480],
    ["this country", { ...ten, countries: ["de"] }, { basket: { "mug-0": 1 }, country: "DE" }, 300],
    ["another country", { ...ten, countries: ["de"] }, { basket: { "mug-0": 1 } }, 0],
    ["for a group, nobody is signed in", { ...ten, groups: ["trade"] }, { basket: { "mug-0": 1 } }, 0],
    ["not yet", { ...ten, starts: "2026-11-22 03:42" }, { basket: { "mug-0": 1 } }, 0],
    ["just begun, by the shop's clock", { ...ten, starts: "2026-11-22 03:41" }, { basket: { "mug-0": 1 } }, 300],
    ["not over", { ...ten, ends: "2026-11-22 03:42" }, { basket: { "mug-0": 1 } }, 300],
    ["over", { ...ten, ends: "2026-11-22 03:41" }, { basket: { "mug-0": 1 } }, 0],
    ["with its code", { ...ten, codes: ["ten off"] }, { basket: { "mug-0": 1 }, code: "tEnOff" }, 300],
    ["without its code", { ...ten, codes: ["ten off"] }, { basket: { "mug-0": 1 } }, 0],
    ["switched off", { ...ten, active: false }, { basket: { "mug-0": 1 } }, 0],
  ];
  for (const [name, facts, placed, expected] of cases) {
    test(name, async () => expect((await off(facts, placed))[0]).toBe(expected));
  }
});

describe("beside each other", () => {
  const basket = { "mug-0": 1, "candle-0": 1 };
  const stacks: [string, Record<string, unknown>[], [number, number]][] = [
    ["one of a class, the one that saves most", [{ percent: 10 }, { amount: "5.00" }], [500, 0]],
    [
      "those of a class that combine, one after the other",
      [
        { percent: 10, stacking: "combine" },
        { amount: "5.00", stacking: "combine" },
      ],
      [940, 0],
    ],
    [
      "in the order of their priority",
      [
        { percent: 10, stacking: "combine", priority: 5 },
        { amount: "5.00", stacking: "combine" },
      ],
      [890, 0],
    ],
    ["different classes", [{ percent: 50, tags: ["candle"] }, { percent: 10 }, { does: "free-delivery" }], [1070, 500]],
    [
      "alone, where it saves most",
      [{ percent: 50, stacking: "alone" }, { percent: 10, tags: ["candle"] }, { does: "free-delivery" }],
      [2200, 0],
    ],
    [
      "alone, where the others save more",
      [{ percent: 10, stacking: "alone" }, { percent: 50, tags: ["candle"] }, { does: "free-delivery" }],
      [700, 500],
    ],
    [
      "one product discount for each line",
      [
        { percent: 50, tags: ["candle"] },
        { amount: "4.00", class: "product" },
      ],
      [1100, 0],
    ],
  ];
  for (const [name, facts, expected] of stacks) {
    test(name, async () => expect(await off(facts, basket)).toEqual(expected));
  }
});

test("a refused code says why, in the words of who asks", async () => {
  await using shop = await shopWith(
    { percent: 10, starts: "2026-11-23 09:00", codes: ["MONDAY"] },
    { percent: 10, starts: "2026-12-14 09:00", codes: ["LATER"] },
    { percent: 10, ends: "2026-11-20", codes: ["GONE"] },
    { percent: 10, minSpend: "70.00", codes: ["MORE"] },
    { percent: 10, minQuantity: 3, codes: ["MANY"] },
    { percent: 10, tags: ["linen"], codes: ["LINEN"] },
    { percent: 10, countries: ["DE"], codes: ["THERE"] },
    { percent: 10, groups: ["trade"], codes: ["TRADE"] },
    { does: "free-delivery", methods: ["Pick up"], codes: ["FETCH"] },
    { percent: 10, active: false, codes: ["OFF"] },
  );
  const visitor = shop.visitor();
  await visitor.post("/cart/items", { variant: "mug-0", quantity: "1" });
  const reasons: [string, RegExp][] = [
    ["monday", /That code starts Monday 0?9:00( am)?\./],
    ["later", /That code starts (14 December|December 14), 0?9:00( am)?\./],
    ["gone", /That code ended on (20 November|November 20)\./],
    ["more", /That code needs \$40\.00 more\./],
    ["many", /That code needs 2 more things\./],
    ["linen", /That code is for other goods than those in the cart\./],
    ["there", /That code does not hold for that country\./],
    ["trade", /That code is for customers of a group, who are signed in\./],
    ["fetch", /That code is for another way of delivery\./],
    ["off", /That code does not work here\./],
    ["nothing", /That code does not work here\./],
    ["💥".repeat(90), /That code does not work here\./],
  ];
  for (const [code, reason] of reasons) {
    const refused = await visitor.post("/cart/coupon", { code });
    const page = await refused.text();
    expect([refused.status, reason.test(page)], code).toEqual([422, true]);
    // What was typed is still there.
    if (code.length < 20) expect(page).toContain(`value="${code}"`);
  }
  expect((await visitor.post("/cart/coupon", { code: "" })).status).toBe(422);
});
