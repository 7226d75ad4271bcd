import { describe, expect, test } from "bun:test";
import { deliveryFacts } from "#src/catalog/delivery-facts.ts";
import { toCents, zero } from "#src/pricing/money.ts";

const anywhere = {
  countries: [],
  regions: [],
  postcodes: [],
  excludes: { tags: [], handles: [] },
  freeFrom: null,
  points: [],
};
const parcel = {
  ...anywhere,
  name: "Parcel",
  type: "delivery",
  price: toCents(695),
  byWeight: [
    [1000, toCents(695)],
    [3000, toCents(895)],
  ] as const,
  byValue: null,
  time: "Three to six days",
};
const pickup = { ...anywhere, name: "Pick up", type: "pickup", price: zero, byWeight: [], byValue: null, time: "" };
const methods = [
  parcel,
  { ...parcel, name: "Express", excludes: { tags: ["live plant"], handles: [] } },
  { ...parcel, name: "Cargo bike", postcodes: ["54694"] },
  { ...parcel, name: "Abroad", countries: ["DE"] },
  pickup,
];
const shop = {
  country: "US",
  currency: "USD",
  home: {
    trust: [
      "Sent within two working days",
      "Free delivery from $75: below that less",
      "Thirty days to change your mind",
    ],
  },
};
const mug = { handle: "mug", tags: ["stoneware"], digital: false, weight: 420 };
const promises = [
  { name: "Sent", value: "within two working days" },
  { name: "Free delivery", value: "from $75" },
  { name: "Returns", value: "thirty days to change your mind" },
];

describe("what buying one takes", () => {
  test("is told by its weight, for the shop's own country", () => {
    expect(deliveryFacts(mug, methods, shop)).toEqual([
      { name: "Parcel", value: "$6.95, three to six days" },
      { name: "Express", value: "$6.95, three to six days" },
      { name: "Pick up", value: "free" },
      ...promises,
    ]);
    expect(deliveryFacts({ ...mug, weight: 2000 }, [parcel], shop)[0]?.value).toBe("$8.95, three to six days");
  });

  test("leaves out ways that it cannot go", () => {
    const plant = { ...mug, tags: ["live plant"] };
    expect(deliveryFacts(plant, methods, shop).map((fact) => fact.name)).not.toContain("Express");
    expect(deliveryFacts({ ...mug, weight: 9000 }, methods, shop)).toEqual([
      { name: "Pick up", value: "free" },
      ...promises,
    ]);
  });

  test("is nothing for what comes by mail", () => {
    expect(deliveryFacts({ ...mug, digital: true }, methods, shop)).toEqual([
      { name: "Delivery", value: "by email, free" },
    ]);
  });

  test("names the least of what a way costs by the value of the goods", () => {
    const byValue = [
      [zero, toCents(690)],
      [toCents(5000), toCents(490)],
    ] as const;
    const found = deliveryFacts(
      mug,
      [{ ...pickup, name: "Parcel", type: "delivery", price: toCents(690), byValue }],
      shop,
    );
    expect(found[0]).toEqual({ name: "Parcel", value: "from $4.90" });
  });
});
