import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { codeKey } from "#src/promotions/code.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { reasonInWords, refusalOf } from "#src/promotions/refusal.ts";
import { promotionInWords } from "#src/promotions/words.ts";

const now = new Date("2026-11-25T12:00:00Z"); // a Wednesday
const half: Promotion = {
  id: "half",
  name: "Staff",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  coded: true,
  active: true,
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  used: 0,
};
const here = { country: "US", methodId: "parcel", now, timeZone: "America/Chicago", locale: "en-GB" };
const why = (promotion: Partial<Promotion>, situation = {}) =>
  refusalOf({ ...half, ...promotion }, { ...here, ...situation });

describe("refusalOf", () => {
  test("lets a promotion be used that holds", () => expect(why({})).toBeUndefined());

  test("says when it starts and when it ended, by the shop's clock", () => {
    expect(why({ startsAt: new Date("2026-11-30T15:00:00Z") })).toBe("starts Monday 9:00");
    expect(why({ startsAt: new Date("2026-12-14T15:30:00Z") })).toBe("starts 14 December, 9:30");
    expect(why({ startsAt: now })).toBeUndefined();
    expect(why({ endsAt: new Date("2026-10-31T03:00:00Z") })).toBe("ended on 30 October");
    expect(why({ endsAt: now })).toBe("ended on 25 November");
  });

  test("says that it is used up, by all or by this customer", () => {
    expect(why({ useLimit: 50, used: 50 })).toBe("is already used up");
    expect(why({ useLimit: 50, used: 49 })).toBeUndefined();
    const buyer = { orders: 1, uses: new Map([["half", 1]]) };
    expect(why({ customerLimit: 1 }, { buyer })).toBe("was already used by you");
    expect(why({ customerLimit: 2 }, { buyer })).toBeUndefined();
    expect(why({ customerLimit: 1 })).toBeUndefined();
  });

  test("minds the country, the way of delivery and whether it is a first order", () => {
    expect(why({ conditions: { countries: ["DE"] } })).toBe("does not hold for that country");
    const free = { kind: "free-shipping", methods: ["express"] } as const;
    expect(why({ effect: free })).toBe("is for another way of delivery");
    expect(why({ effect: free }, { methodId: "express" })).toBeUndefined();
    const buyer = { orders: 1, uses: new Map<string, number>() };
    expect(why({ conditions: { firstOrder: true } }, { buyer })).toBe("is for a first order");
    expect(why({ conditions: { firstOrder: true } }, { buyer: { ...buyer, orders: 0 } })).toBeUndefined();
  });
});

test("reasons of the arithmetic are said in words, with what is missing", () => {
  const words = (reason: Parameters<typeof reasonInWords>[0]) => reasonInWords(reason, "USD");
  expect(words({ code: "min-subtotal", needed: toCents(7500), missing: toCents(4000) })).toBe("needs $40.00 more");
  expect(words({ code: "few-units", missing: 1 })).toBe("needs 1 more thing");
  expect(words({ code: "min-quantity", needed: 3, missing: 2 })).toBe("needs 2 more things");
  const better = { by: "x", byName: "Market week", saves: toCents(1) };
  expect(words({ code: "better", ...better })).toBe("takes off less than Market week");
});

test("a code is the same however it is typed", () => {
  for (const typed of ["STAFF50", "staff50", " Staff 50 ", "ＳＴＡＦＦ５０", "s t a f f\t5 0", "STAFF\u200B50"]) {
    expect(codeKey(typed), JSON.stringify(typed)).toBe("STAFF50");
  }
  expect(codeKey("X".repeat(65))).toBe("");
});

test("one sentence says what a promotion does", () => {
  const say = (promotion: Partial<Promotion>, names = new Map<string, string>()) =>
    promotionInWords({ ...half, ...promotion }, "USD", names);
  expect(say({})).toBe("50% off the order.");
  expect(say({ effect: { kind: "amount", off: "order", amount: 500 }, useLimit: 50, customerLimit: 1 })).toBe(
    "$5.00 off the order, once for each customer, 50 times in all.",
  );
  const candles = { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: { tags: ["candle"] } } as const;
  expect(say({ effect: candles })).toBe("Buy 2 of “candle”, get the cheapest free.");
  const light = { kind: "percent", off: "goods", rate: 88_750, on: { collections: ["c1"] } } as const;
  expect(say({ effect: light }, new Map([["c1", "Candles & light"]]))).toBe("8.875% off “Candles & light”.");
  expect(say({ effect: { kind: "free-shipping" }, conditions: { minSubtotal: 7500 } })).toBe(
    "Free delivery, from $75.00 of goods.",
  );
});
