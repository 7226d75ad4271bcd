import { describe, expect, test } from "bun:test";
import { countryChoices, countryForm, countryName, regionName } from "#src/checkout/country-form.ts";

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
    const all = countryChoices(undefined, "US");
    expect(all[0]).toEqual(["US", "United States"]);
    expect(all[1]).toEqual(["AF", "Afghanistan"]);
    expect(all.length).toBeGreaterThan(240);
    expect(countryChoices(["CA", "US"], "CA").map(([code]) => code)).toEqual(["CA", "US"]);
  });

  test("have names, and so have their regions", () => {
    expect(countryName("DE")).toBe("Germany");
    expect(countryName("<b>")).toBe("<b>");
    expect(regionName("US", "ny")).toBe("New York");
    expect(regionName("BR", "Bahia")).toBe("Bahia");
  });
});
