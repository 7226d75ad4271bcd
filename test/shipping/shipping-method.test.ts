import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { isAmong } from "#src/shipping/place.ts";
import {
  chosenOffer,
  shippingChoices,
  type Parcel,
  type ParcelItem,
  type ShippingMethod,
} from "#src/shipping/shipping-method.ts";

const plain: ShippingMethod = {
  id: "plain",
  name: "Parcel",
  type: "delivery",
  price: toCents(495),
  byWeight: [],
  freeFrom: null,
  countries: [],
  regions: [],
  postcodes: [],
  excludes: { tags: [], handles: [] },
  taxClass: "standard",
  time: "",
  minDays: null,
  maxDays: null,
  pickupPointIds: [],
};
const mug: ParcelItem = { handle: "mug", title: "Mug", tags: ["stoneware"], weight: 420, digital: false };
const fern: ParcelItem = { handle: "fern", title: "Fern", tags: ["live plant"], weight: 900, digital: false };
const pattern: ParcelItem = { handle: "pattern", title: "Pattern", tags: [], weight: 0, digital: true };
const hudson = { country: "US", region: "NY", postcode: "12534" };
const parcel = (...items: ParcelItem[]): Parcel => ({ items, goods: toCents(6000) });
const named = (methods: ShippingMethod[], place = hudson, goods = parcel(mug)) =>
  shippingChoices(methods, place, goods).offers.map((offer) => [offer.method.id, offer.price as number]);

describe("postcodes", () => {
  test("lie in a range, whatever stands behind them", () => {
    expect(isAmong("54694", ["54694-54699"])).toBe(true);
    expect(isAmong("54699-1234", ["54694-54699"])).toBe(true);
    expect(isAmong("54700", ["54694-54699"])).toBe(false);
    expect(isAmong("546", ["54694-54699"])).toBe(false);
  });
  test("begin with what is named, with spaces and small letters or without", () => {
    expect(isAmong("sw1a 1aa", ["SW1"])).toBe(true);
    expect(isAmong("SW2 1AA", ["SW1", "5469"])).toBe(false);
    expect(isAmong("54 697", ["54694 - 54699"])).toBe(true);
  });
  test("that are not known lie nowhere", () => expect(isAmong("", ["1", "54694-54699"])).toBe(false));
});

describe("shippingChoices", () => {
  test("leaves out what does not go there", () => {
    const methods = [
      plain,
      { ...plain, id: "eu", countries: ["DE", "FR"] },
      { ...plain, id: "wi", countries: ["US"], regions: ["WI"] },
      { ...plain, id: "ny", countries: ["US"], regions: ["ny"] },
      { ...plain, id: "valley", postcodes: ["54694-54699"] },
      { ...plain, id: "hudson", postcodes: ["125"] },
    ];
    expect(named(methods).map(([id]) => id)).toEqual(["plain", "ny", "hudson"]);
  });

  test("asks by weight, the first step that holds the parcel", () => {
    const weighed = {
      ...plain,
      byWeight: [
        [1000, toCents(695)],
        [3000, toCents(895)],
      ] as const,
    };
    const heavy = (grams: number) => parcel({ ...mug, weight: grams });
    expect(named([weighed], hudson, heavy(1000))).toEqual([["plain", 695]]);
    expect(named([weighed], hudson, heavy(1001))).toEqual([["plain", 895]]);
    expect(shippingChoices([weighed], hudson, heavy(3001))).toEqual({
      offers: [],
      refusals: [{ method: weighed, why: "These goods are too heavy to go this way." }],
    });
  });

  test("asks by what the goods cost, the last step that they reach", () => {
    const steps = [
      [1000, 690],
      [5000, 490],
      [10_000, 0],
    ].map(([from = 0, price = 0]) => [toCents(from), toCents(price)] as const);
    const worth = (goods: number) =>
      shippingChoices([{ ...plain, byValue: steps }], hudson, { ...parcel(mug), goods: toCents(goods) });
    expect([1000, 4999, 5000, 9999, 10_000].map((goods) => worth(goods).offers[0]?.price as number)).toEqual([
      690, 690, 490, 490, 0,
    ]);
    expect(worth(999).refusals[0]?.why).toBe("These goods are worth too little to go this way.");
  });

  test("is free from the amount the shop named, and still knows what it would cost", () => {
    const offers = (freeFrom: number) =>
      shippingChoices([{ ...plain, freeFrom: toCents(freeFrom) }], hudson, parcel(mug)).offers;
    expect(offers(6000)).toMatchObject([{ price: 0, fullPrice: 495 }]);
    expect(offers(6001)).toMatchObject([{ price: 495, fullPrice: 495 }]);
  });

  test("says which goods cannot go a way", () => {
    const express = { ...plain, excludes: { tags: ["live plant"], handles: ["match-bottle"] } };
    const { offers, refusals } = shippingChoices([express], hudson, parcel(mug, fern));
    expect(offers).toEqual([]);
    expect(refusals[0]?.why).toBe("Fern cannot go this way.");
  });

  test("sends nothing where there is nothing to send", () => {
    const methods = [plain, { ...plain, id: "download", type: "digital" as const, price: toCents(0) }];
    expect(named(methods, hudson, parcel(pattern))).toEqual([["download", 0]]);
    expect(named(methods, hudson, parcel(pattern, mug))).toEqual([["plain", 495]]);
  });

  test("lets anybody of that country fetch their goods", () => {
    const pickup = { ...plain, id: "pickup", type: "pickup" as const, countries: ["US"], regions: ["WI"] };
    expect(named([pickup]).length).toBe(1);
    expect(named([pickup], { ...hudson, country: "FR" })).toEqual([]);
  });
});

describe("chosenOffer", () => {
  const methods = [
    { ...plain, id: "pickup", type: "pickup" as const, price: toCents(0) },
    { ...plain, id: "express", price: toCents(1650) },
    plain,
  ];
  const { offers } = shippingChoices(methods, hudson, parcel(mug));
  test("is the cheapest delivery until somebody chooses", () => {
    expect(chosenOffer(offers, null)?.method.id).toBe("plain");
    expect(chosenOffer(offers, "express")?.method.id).toBe("express");
    expect(chosenOffer(offers, "gone")?.method.id).toBe("plain");
    expect(chosenOffer([], "express")).toBeUndefined();
  });
});
