import { describe, expect, test } from "bun:test";
import { chosenFacets, facetGroups, parameterOf } from "#src/catalog/facet-groups.ts";
import { listingQuery, readListing, without, withoutFilters, withoutPrice } from "#src/catalog/listing.ts";
import { plainMoney, toCents, type Cents } from "#src/pricing/money.ts";

const read = (query: string) => readListing(new URLSearchParams(query), "USD");
const text = (amount: Cents) => plainMoney(amount, "USD");

describe("the address of a list", () => {
  test("is read", () => {
    expect(read("?color=blue&color=red&price_min=10&price_max=25.50&sort=price_asc&page=2")).toEqual({
      chosen: { color: ["blue", "red"] },
      priceMin: toCents(1000),
      priceMax: toCents(2550),
      sort: "price_asc",
      page: 2,
    });
  });

  test.each([
    ["", {}],
    ["page=0", {}],
    ["page=-1", {}],
    ["page=1e9", {}],
    ["page=99999999", {}],
    ["sort=drop%20table", {}],
    ["sort=__proto__", {}],
    ["sort=constructor", {}],
    ["price_min=abc&price_max=", {}],
    ["price_min=1.2.3", {}],
    [`color=${"x".repeat(101)}`, {}],
    ["color=", {}],
    ["price_min=%2420", { priceMin: toCents(2000) }],
    ["price_max=10,5", { priceMax: toCents(1050) }],
    ["price_min=50&price_max=20", { priceMin: toCents(2000), priceMax: toCents(5000) }],
  ])("makes of %p what sense there is", (query, sense) => {
    expect(read(query)).toEqual({
      chosen: {},
      priceMin: undefined,
      priceMax: undefined,
      sort: "featured",
      page: 1,
      ...sense,
    });
  });

  test("is bounded", () => {
    const many = read(Array.from({ length: 500 }, (_, n) => `f${n}=1`).join("&"));
    expect(Object.keys(many.chosen)).toHaveLength(24);
    expect(read(Array.from({ length: 500 }, (_, n) => `f=${n}`).join("&")).chosen["f"]).toHaveLength(40);
  });

  test("is one and the same for the same list", () => {
    const listing = read("size=M&color=red&page=1&color=blue&utm=&sort=featured&price_min=10");
    expect(listingQuery(listing, text)).toBe("?color=blue&color=red&size=M&price_min=10.00");
    expect(listingQuery(read(""), text)).toBe("");
    expect(read(listingQuery(listing, text))).toEqual({ ...listing, chosen: { color: ["blue", "red"], size: ["M"] } });
  });

  test("loses one filter, the price, or all of them, and starts again at page 1", () => {
    const listing = read("color=red&color=blue&size=M&price_max=9&sort=newest&page=3");
    expect(listingQuery(without(listing, "color", "red"), text)).toBe("?color=blue&size=M&price_max=9.00&sort=newest");
    expect(listingQuery(without(listing, "size", "M"), text)).toBe("?color=blue&color=red&price_max=9.00&sort=newest");
    expect(listingQuery(withoutPrice(listing), text)).toBe("?color=blue&color=red&size=M&sort=newest");
    expect(listingQuery(withoutFilters(listing), text)).toBe("?sort=newest");
  });
});

describe("facets", () => {
  const known = [
    { name: "Glaze", value: "Oat", count: 7 },
    { name: "Glaze", value: "Bottle green", count: 3 },
    { name: ":vendor", value: "Tolliver", count: 6 },
    { name: ":vendor", value: "Ada", count: 4 },
    { name: "Origin", value: "Wisconsin", count: 10 },
    { name: "Height", value: "4 in", count: 1 },
    { name: "Height", value: "5 in", count: 1 },
    { name: "Height", value: "6 in", count: 1 },
    { name: ":available", value: "1", count: 9 },
    { name: ":reduced", value: "1", count: 2 },
    { name: ":rated", value: "3", count: 8 },
    { name: ":rated", value: "4", count: 5 },
  ];

  test.each([
    ["Frame color", "frame_color"],
    ["Größe", "grosse"],
    ["颜色", "颜色"],
    ["Sort", "f_sort"],
    ["!!!", "f_"],
    [":vendor", "vendor"],
    ["Vendor", "f_vendor"],
  ])("%p is %p in an address", (name, parameter) => {
    expect(parameterOf(name)).toBe(parameter);
  });

  test("are chosen by value as it stands or as one types it; what the list has not is left out", () => {
    const listing = read("glaze=bottle%20green&glaze=Plaid&vendor=Ada&stock=1&nonsense=1");
    expect(chosenFacets(listing, known)).toEqual([
      { name: "Glaze", value: "Bottle green" },
      { name: ":vendor", value: "Ada" },
      { name: ":available", value: "1" },
    ]);
  });

  test("are offered where they tell things apart", () => {
    const groups = facetGroups({
      known,
      chosen: [],
      countOf: (facet) => known.find((each) => each.name === facet.name && each.value === facet.value)?.count,
    });
    expect(groups.map((group) => group.label)).toEqual(["Glaze", "Maker", "Rated", "On the shelf"]);
    expect(groups[0]?.choices).toEqual([
      { parameter: "glaze", value: "Oat", label: "Oat", count: 7, isChosen: false },
      { parameter: "glaze", value: "Bottle green", label: "Bottle green", count: 3, isChosen: false },
    ]);
    expect(groups[2]?.choices.map((choice) => choice.label)).toEqual(["4 and up", "3 and up"]);
    expect(groups[3]?.choices.map((choice) => choice.parameter)).toEqual(["stock", "reduced"]);
  });

  test("stay offered while they are chosen, also where nothing is left of them", () => {
    const chosen = [{ name: "Height", value: "6 in" }];
    const groups = facetGroups({ known, chosen, countOf: () => 0 });
    const height = groups.find((group) => group.label === "Height");
    expect(height?.choices.find((choice) => choice.isChosen)).toMatchObject({ value: "6 in", count: 0 });
  });
});
