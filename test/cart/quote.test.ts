import { describe, expect, test } from "bun:test";
import { emptyCart, type Cart, type CartLine } from "#src/cart/cart.ts";
import { quoteCart, type Till } from "#src/cart/quote.ts";
import type { Terms } from "#src/cart/terms.ts";
import { toCents } from "#src/pricing/money.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { newShop } from "#src/settings/shop.ts";
import type { ShippingMethod } from "#src/shipping/shipping-method.ts";
import type { TaxZone } from "#src/shipping/tax.ts";

const now = new Date("2026-11-22T09:41:00Z");

const line = (id: string, unit: number, quantity = 1, more: Partial<CartLine> = {}): CartLine => ({
  id,
  variantId: `v-${id}`,
  productId: `p-${id}`,
  handle: id,
  title: id,
  options: "",
  sku: "",
  picture: "",
  quantity,
  unit: toCents(unit),
  compareAt: null,
  seenPrice: toCents(unit),
  stock: 10,
  tracked: true,
  backorder: false,
  maxPerOrder: 99,
  weight: 400,
  taxClass: "standard",
  digital: false,
  tags: [],
  collections: [],
  sold: true,
  ...more,
});
const cartOf = (lines: readonly CartLine[], more: Partial<Cart> = {}): Cart => ({ ...emptyCart("c"), lines, ...more });

const promotion = (id: string, effect: Promotion["effect"], more: Partial<Promotion> = {}): Promotion => ({
  id,
  name: id,
  effect,
  conditions: {},
  coded: false,
  active: true,
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  used: 0,
  ...more,
});
const staff = promotion("Staff", { kind: "percent", off: "order", rate: 500_000 }, { coded: true });

const method = (id: string, price: number, more: Partial<ShippingMethod> = {}): ShippingMethod => ({
  id,
  name: id,
  type: "delivery",
  price: toCents(price),
  byWeight: [],
  freeFrom: null,
  countries: [],
  regions: [],
  postcodes: [],
  excludes: { tags: [], handles: [] },
  taxClass: "standard",
  time: "",
  minDays: 3,
  maxDays: 6,
  pickupPointIds: [],
  ...more,
});
const zone = (country: string, region: string, rate: number): TaxZone => ({
  id: `${country}${region}`,
  name: region,
  country,
  region,
  postcodeFrom: "",
  postcodeTo: "",
  rates: [{ id: `rate-${region}`, name: region, rate, taxClass: "standard" }],
});

const till = (terms: Partial<Terms> = {}, more: Partial<Till> = {}): Till => ({
  shop: { ...newShop, country: "US", region: "NY" },
  terms: { methods: [], points: [], zones: [], promotions: [], ...terms },
  now,
  ...more,
});

describe("quoteCart", () => {
  test("half of 29.99 is 15.00 to pay (S47)", () => {
    const quote = quoteCart(cartOf([line("mug", 2999)]), till({}, { coded: staff }));
    expect(quote.totals.total).toBe(toCents(1500));
    expect(quote.coupon).toEqual({ name: "Staff", state: "used", saves: toCents(1499), why: "" });
  });

  test("adds delivery and the tax of where it goes, the shop's own place until somebody says", () => {
    const terms = { methods: [method("parcel", 495)], zones: [zone("US", "NY", 88_750), zone("US", "WI", 55_000)] };
    const here = quoteCart(cartOf([line("mug", 2999)]), till(terms));
    expect(here).toMatchObject({ placeIsGuess: true, place: { region: "NY" }, arrival: "November 25 to 28" });
    expect(here.totals).toMatchObject({ subtotal: 2999, tax: 310, total: 3804 });
    const place = { country: "US", region: "WI", postcode: "54699" };
    const there = quoteCart(cartOf([line("mug", 2999)], { place }), till(terms));
    expect(there).toMatchObject({ placeIsGuess: false, totals: { tax: 192, total: 3686 } });
    const abroad = quoteCart(
      cartOf([line("mug", 2999)], { place }),
      till(terms, { place: { ...place, country: "FR" } }),
    );
    expect(abroad.totals).toMatchObject({ tax: 0, total: 3494 });
  });

  test("takes the cheapest delivery until one is chosen", () => {
    const terms = {
      methods: [method("express", 1650), method("parcel", 495), method("pickup", 0, { type: "pickup" })],
    };
    const quote = (shippingMethodId: string | null) =>
      quoteCart(cartOf([line("mug", 2999)], { shippingMethodId }), till(terms));
    expect(quote(null).chosen?.method.id).toBe("parcel");
    expect(quote("express").totals.total).toBe(toCents(4649));
    expect(quote("gone").chosen?.method.id).toBe("parcel");
    expect(quoteCart(cartOf([]), till(terms)).chosen).toBeUndefined();
  });

  test("counts nothing that is no longer sold", () => {
    const quote = quoteCart(cartOf([line("mug", 2999), line("old", 500, 2, { sold: false })]), till());
    expect(quote.totals).toMatchObject({ subtotal: 2999, total: 2999 });
  });

  test("applies promotions without a code that run now, and says how far delivery is from being free", () => {
    const free = promotion("free", { kind: "free-shipping" }, { conditions: { minSubtotal: 6000 } });
    const early = promotion(
      "early",
      { kind: "percent", off: "order", rate: 1000 },
      { startsAt: new Date("2027-01-01") },
    );
    const terms = { methods: [method("parcel", 495)], promotions: [free, early] };
    const short = quoteCart(cartOf([line("mug", 2999)]), till(terms));
    expect(short).toMatchObject({ meter: { from: 6000, goods: 2999 }, totals: { total: 3494 } });
    const enough = quoteCart(cartOf([line("mug", 2999, 3)]), till(terms));
    expect(enough).toMatchObject({
      meter: { from: 6000, goods: 8997 },
      totals: { total: 8997, shipping: { discount: 495 } },
    });
    expect(enough.totals.applied.map((each) => each.name)).toEqual(["free"]);
    const cheaper = { methods: [method("bike", 400), method("parcel", 495)] };
    const parcels = { ...free, effect: { kind: "free-shipping", methods: ["parcel"] } } as const;
    const both = (quantity: number) =>
      quoteCart(cartOf([line("mug", 2999, quantity)]), till({ ...cheaper, promotions: [parcels] }));
    expect(both(1)).toMatchObject({ chosen: { method: { id: "bike" } }, freeMethods: [], meter: undefined });
    expect(both(3)).toMatchObject({
      chosen: { method: { id: "parcel" } },
      freeMethods: ["parcel"],
      totals: { total: 8997 },
    });
    const express = { ...free, effect: { kind: "free-shipping", methods: ["express"] } } as const;
    const other = till({ methods: [method("parcel", 495)], promotions: [express] });
    expect(quoteCart(cartOf([line("mug", 2999)]), other).meter).toBeUndefined();
  });

  test("gives the third candle of the tag free, and takes a collection's share off", () => {
    const candles = promotion("candles", {
      kind: "buy-get",
      buy: 2,
      get: 1,
      rate: 1_000_000,
      on: { tags: ["candle"] },
    });
    const linen = promotion("linen", {
      kind: "percent",
      off: "goods",
      rate: 200_000,
      on: { collections: ["c-linen"] },
    });
    const lines = [
      line("a", 1200, 2, { tags: ["candle"] }),
      line("b", 900, 1, { tags: ["candle"] }),
      line("c", 2000, 1, { collections: ["c-linen"] }),
    ];
    expect(quoteCart(cartOf(lines), till({ promotions: [candles, linen] })).totals).toMatchObject({
      subtotal: 5300,
      discount: 1300,
      total: 4000,
    });
  });

  test("says why a code takes nothing off, and keeps it where another is merely better", () => {
    const coded = (more: Partial<Promotion>, terms: Partial<Terms> = {}) =>
      quoteCart(cartOf([line("mug", 2999)]), till(terms, { coded: { ...staff, ...more } })).coupon;
    expect(coded({ startsAt: new Date("2026-11-23T09:00:00Z") })).toMatchObject({
      state: "refused",
      why: "starts Monday 9:00 am",
    });
    expect(coded({ conditions: { minSubtotal: 6999 } })).toMatchObject({ state: "refused", why: "needs $40.00 more" });
    expect(coded({ useLimit: 3, used: 3 })).toMatchObject({ state: "refused", why: "is already used up" });
    const week = promotion("Market week", { kind: "percent", off: "order", rate: 600_000 });
    expect(coded({}, { promotions: [week] })).toMatchObject({ state: "kept", why: "takes off less than Market week" });
  });

  test("sends nothing for a file", () => {
    const file = line("pattern", 900, 1, { digital: true, weight: 0 });
    const quote = quoteCart(cartOf([file]), till({ methods: [method("parcel", 495)] }));
    expect(quote).toMatchObject({ noDelivery: true, chosen: undefined, totals: { total: 900, shipping: undefined } });
  });

  test("writes down every step when asked, ending at the total", () => {
    const { totals } = quoteCart(cartOf([line("mug", 2999)]), till({}, { coded: staff, explain: true }));
    expect(totals.steps.at(-1)).toMatchObject({ kind: "total", soFar: 1500 });
    expect(quoteCart(cartOf([line("mug", 2999)]), till()).totals.steps).toEqual([]);
  });
});
