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

  test("does not depend on the order of the zones", () => {
    const twice = [zone("b", "US", [rate("b", 1)]), zone("a", "US", [rate("a", 1)])];
    const place = { country: "US", region: "", postcode: "" };
    for (const each of [twice, twice.toReversed()]) expect(taxesFor(each, place, "standard")[0]?.id).toBe("a");
  });
});
