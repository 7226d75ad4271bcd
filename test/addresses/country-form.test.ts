import { describe, expect, test } from "bun:test";
import { countryChoices, countryForm } from "#src/addresses/country-form.ts";

describe("countries", () => {
  test("ask for addresses in their own words", () => {
    expect(countryForm("US")).toMatchObject({ region: { label: "State" }, postcode: { label: "ZIP code" } });
    expect(countryForm("CA").region?.label).toBe("Province");
    expect(countryForm("DE").region).toBeUndefined();
    expect(countryForm("HK").postcode).toBeUndefined();
    expect(countryForm("BR").region?.label).toBe("Region (optional)");
    expect(countryForm("").name).toBe("");
  });

  test("are listed by name, the shop's own first", () => {
    const all = countryChoices([{ type: "delivery", countries: [] }], "US");
    expect(all[0]).toEqual({ code: "US", name: "United States" });
    expect(all[1]).toEqual({ code: "AF", name: "Afghanistan" });
    expect(all.length).toBeGreaterThan(200);
    const two = [{ type: "delivery", countries: ["US", "CA"] }] as const;
    expect(countryChoices(two, "US").map(({ code }) => code)).toEqual(["US", "CA"]);
  });
});
