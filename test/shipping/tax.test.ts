import { describe, expect, test } from "bun:test";
import { taxesFor, type TaxZone, type ZoneRate } from "#src/shipping/tax.ts";

const rate = (id: string, millionths: number, taxClass = "standard"): ZoneRate => ({
  id,
  name: id,
  rate: millionths,
  compound: false,
  taxClass,
});
const zone = (id: string, country: string, rates: ZoneRate[], more: Partial<TaxZone> = {}): TaxZone => ({
  id,
  name: id,
  country,
  region: "",
  postcodeFrom: "",
  postcodeTo: "",
  rates,
  ...more,
});

const zones = [
  zone("world", "*", [rate("world", 1)]),
  zone("us", "US", [rate("us", 2), rate("us-food", 20, "food")]),
  zone("wi", "US", [rate("state", 50_000), rate("county", 5000)], { region: "WI" }),
  zone("valley", "US", [rate("valley", 4)], { postcodeFrom: "54694", postcodeTo: "54699" }),
  zone("mill", "US", [rate("mill", 5)], { region: "WI", postcodeFrom: "54699" }),
];
const names = (country: string, region = "", postcode = "", taxClass = "standard") =>
  taxesFor(zones, { country, region, postcode }, taxClass).map((each) => each.id);

describe("taxesFor", () => {
  test("takes the closest zone: postcodes, then region, then country, then everywhere else", () => {
    expect(names("DE")).toEqual(["world"]);
    expect(names("US")).toEqual(["us"]);
    expect(names("US", "WI")).toEqual(["state", "county"]);
    expect(names("US", "wi", "53703")).toEqual(["state", "county"]);
    expect(names("US", "WI", "54695")).toEqual(["valley"]);
    expect(names("US", "WI", "54699-0001")).toEqual(["mill"]);
  });

  test("goes on to a wider zone where the closest does not name the class", () => {
    expect(names("US", "WI", "", "food")).toEqual(["us-food"]);
    expect(names("DE", "", "", "food")).toEqual([]);
  });

  test("adds the closest rates of every priority, and leaves out of delivery what is not for it", () => {
    const state = { ...rate("state", 60_000), priority: 1 };
    const county = { ...rate("county", 2500), priority: 2, onShipping: false };
    const town = { ...rate("town", 10_000), priority: 2 };
    const layered = [
      zone("a", "US", [state], { region: "CA" }),
      zone("b", "US", [county], { region: "CA", postcodes: ["90210", "94100-94199"] }),
      zone("c", "US", [town], { region: "CA", cities: ["SAN JOSÉ"] }),
    ];
    const found = (place: { postcode: string; city?: string }, on: "goods" | "shipping" = "goods") =>
      taxesFor(layered, { country: "US", region: "CA", ...place }, "standard", on).map((each) => each.id);
    expect(found({ postcode: "90001" })).toEqual(["state"]);
    expect(found({ postcode: "90210" })).toEqual(["state", "county"]);
    expect(found({ postcode: "94150" }, "shipping")).toEqual(["state"]);
    expect(found({ postcode: "95101", city: "San Jose" })).toEqual(["state", "town"]);
    expect(found({ postcode: "94150", city: "san josé" })).toEqual(["state", "county"]);
  });

  test("postcodes may be one, a range, or all that begin alike", () => {
    const some = [zone("z", "US", [rate("z", 1)], { postcodes: ["902*", "10001-10010", "K1A0B1"] })];
    const hit = (postcode: string) => taxesFor(some, { country: "US", region: "", postcode }, "standard").length === 1;
    expect(["90299", "10005", "k1a 0b1"].map(hit)).toEqual([true, true, true]);
    expect(["90399", "10011", "K1A0B2", ""].map(hit)).toEqual([false, false, false, false]);
  });

  test("ten thousand places are no burden", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      zone(`z${at}`, "US", [rate("r", at)], { region: "CA", postcodes: [String(10_000 + at)] }),
    );
    expect(taxesFor(many, { country: "US", region: "CA", postcode: "15000" }, "standard")[0]?.rate).toBe(5000);
    expect(taxesFor(many, { country: "DE", region: "", postcode: "15000" }, "standard")).toEqual([]);
  });

  test("does not depend on the order of the zones", () => {
    const twice = [zone("b", "US", [rate("b", 1)]), zone("a", "US", [rate("a", 1)])];
    const place = { country: "US", region: "", postcode: "" };
    for (const each of [twice, twice.toReversed()]) expect(taxesFor(each, place, "standard")[0]?.id).toBe("a");
  });
});
