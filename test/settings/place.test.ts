import { expect, test } from "bun:test";
import { placeLine, townLine } from "#src/settings/place.ts";

test("a town is written as its country writes it, without what is missing", () => {
  for (const [city, region, postcode, country, line] of [
    ["Madison", "WI", "53703", "US", "Madison, WI 53703"],
    ["Madison", "", "53703", "US", "Madison, 53703"],
    ["Madison", "WI", "", "US", "Madison, WI"],
    ["Leipzig", "", "04109", "DE", "04109 Leipzig"],
    ["Milano", "MI", "20121", "IT", "20121 Milano, MI"],
    ["London", "", "SW1A 1AA", "GB", "London, SW1A 1AA"],
    ["Leipzig", "", "", "DE", "Leipzig"],
    ["", "", "", "", ""],
  ] as const)
    expect(townLine({ city, region, postcode, country })).toBe(line);
  expect(placeLine({ street: "", city: "Leipzig", postcode: "04109", country: "DE" })).toBe("04109 Leipzig");
  expect(placeLine({ street: "Marktgasse 4", city: "Leipzig", postcode: "04109", country: "DE" })).toBe(
    "Marktgasse 4, 04109 Leipzig",
  );
});
