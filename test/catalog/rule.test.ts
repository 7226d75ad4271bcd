import { describe, expect, test } from "bun:test";
import type { CollectionRule } from "#db/schema.ts";
import { matchesRule } from "#src/catalog/rule.ts";
import { toCents } from "#src/pricing/money.ts";

const mug = {
  title: "Pushcart Mug",
  vendor: "Tolliver Pottery",
  type: "Mug",
  tags: ["stoneware", "house favourite"],
  priceFrom: toCents(2999),
  reduced: false,
};
type Condition = CollectionRule["conditions"][number];
const holds = (...conditions: Condition[]) => matchesRule({ match: "all", conditions }, mug);

describe("a rule", () => {
  test.each<[boolean, Condition]>([
    [true, { field: "tag", is: "equals", value: " Stoneware " }],
    [false, { field: "tag", is: "equals", value: "stone" }],
    [true, { field: "tag", is: "contains", value: "stone" }],
    [true, { field: "type", is: "equals", value: "mug" }],
    [true, { field: "vendor", is: "contains", value: "pottery" }],
    [false, { field: "title", is: "equals", value: "mug" }],
    [true, { field: "price", is: "below", value: "3000" }],
    [false, { field: "price", is: "below", value: "2999" }],
    [true, { field: "price", is: "above", value: "2998" }],
    [true, { field: "price", is: "equals", value: "2999" }],
    [false, { field: "price", is: "below", value: "30.00" }],
    [false, { field: "price", is: "contains", value: "2999" }],
    [false, { field: "reduced", is: "equals", value: "yes" }],
    [true, { field: "reduced", is: "equals", value: "no" }],
    [false, { field: "title", is: "above", value: "a" }],
  ])("is %p for %p", (expected, condition) => {
    expect(holds(condition)).toBe(expected);
  });

  test("wants all of its conditions, or any of them; none at all is everything, or nothing", () => {
    const [right, wrong]: Condition[] = [
      { field: "type", is: "equals", value: "mug" },
      { field: "type", is: "equals", value: "jug" },
    ];
    const both = [right, wrong].flatMap((each) => each ?? []);
    expect(matchesRule({ match: "all", conditions: both }, mug)).toBe(false);
    expect(matchesRule({ match: "any", conditions: both }, mug)).toBe(true);
    expect(matchesRule({ match: "all", conditions: [] }, mug)).toBe(true);
    expect(matchesRule({ match: "any", conditions: [] }, mug)).toBe(false);
  });
});
