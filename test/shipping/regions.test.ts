import { expect, test } from "bun:test";
import { countriesServed } from "#src/shipping/countries.ts";
import { placeInWords, regionOf } from "#src/shipping/regions.ts";

test("a postcode of the USA tells its state", () => {
  const known = {
    "54699": "WI",
    "55401-1234": "MN",
    "12534": "NY",
    "20101": "VA",
    "20500": "DC",
    "06001": "CT",
    "05501": "MA",
  };
  for (const [postcode, state] of Object.entries(known)) expect(regionOf("US", postcode), postcode).toBe(state);
  for (const wrong of ["", "5469", "abcde", "00000", "546999"]) expect(regionOf("US", wrong), wrong).toBe("");
  expect(regionOf("DE", "54699")).toBe("");
});

test("a place is named as near as it is known", () => {
  expect(placeInWords({ country: "US", region: "WI", postcode: "" })).toBe("Wisconsin");
  expect(placeInWords({ country: "US", region: "", postcode: "" })).toBe("United States");
  expect(placeInWords({ country: "DE", region: "", postcode: "" })).toBe("Germany");
  expect(placeInWords({ country: "<b>", region: "", postcode: "" })).toBe("<b>");
});

test("countries are those that something can be sent to, by name", () => {
  const to = (...countries: string[]) => ({ type: "delivery" as const, countries });
  expect(countriesServed([to("US", "DE"), to("AT")]).map((each) => each.name)).toEqual([
    "Austria",
    "Germany",
    "United States",
  ]);
  expect(countriesServed([to("US"), to()]).length).toBeGreaterThan(200);
});
