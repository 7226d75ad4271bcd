import { describe, expect, test } from "bun:test";
import { byDistance, metresBetween, placeNamed, sayDistance } from "#src/pickup/nearby.ts";
import { knownPlaces } from "#src/pickup/places.ts";
import type { PickupPoint } from "#src/shipping/shipping-method.ts";

const point = (name: string, city: string, postcode: string, at?: readonly [number, number]): PickupPoint => ({
  ...{ id: name, name, street: "", city, region: "WI", postcode, country: "US", hours: [], note: "" },
  latitude: at ? Math.round(at[0] * 1e6) : null,
  longitude: at ? Math.round(at[1] * 1e6) : null,
});
const mill = point("mill", "Harrow Mills", "54699", [43.6214, -90.8577]);
const ferry = point("ferry", "Kettle Ferry", "54698", [43.5531, -90.9914]);
const nowhere = point("nowhere", "Nowhere", "54690");
const points = [nowhere, mill, ferry];

describe("the distance over the ground", () => {
  test.each([
    ["Paris to Lyon", [48.8566, 2.3522], [45.764, 4.8357], 391_500],
    ["New York to London", [40.7128, -74.006], [51.5074, -0.1278], 5_570_200],
    ["across the date line", [-18.1, 179.9], [-18.1, -179.9], 21_139],
    ["pole to pole", [90, 0], [-90, 0], 20_015_087],
    ["nowhere at all", [43.6, -90.8], [43.6, -90.8], 0],
  ] as const)("%s", (_, [lat1, lon1], [lat2, lon2], metres) => {
    const found = metresBetween({ latitude: lat1, longitude: lon1 }, { latitude: lat2, longitude: lon2 });
    expect(Math.abs(found - metres)).toBeLessThan(Math.max(1, metres * 0.002));
  });

  test("orders points, those without a place last", () => {
    const near = byDistance(points, { latitude: 43.55, longitude: -90.99 });
    expect(near.map((each) => each.point.id)).toEqual(["ferry", "mill", "nowhere"]);
    expect(near[2]?.metres).toBeUndefined();
  });
});

describe("a place that is typed", () => {
  test.each([
    ["54698", "Kettle Ferry"],
    ["54699-1234", "Harrow Mills"],
    ["546", "Harrow Mills"],
    ["53703", "Madison"],
    ["kettle ferry", "Kettle Ferry"],
    ["KETTLE", "Kettle Ferry"],
    ["Harrow Mills, WI", "Harrow Mills"],
    ["la crosse", "La Crosse"],
  ])("%p is %p", (typed, town) => {
    expect(placeNamed(typed, points, "US")?.town).toBe(town);
  });

  test.each(["", " ", "zz", "Atlantis", "0", "00000", "%", "<script>", "🦊", "'; drop table", "a".repeat(80)])(
    "%p is nowhere",
    (typed) => expect(placeNamed(typed, points, "US")).toBeUndefined(),
  );

  test("is looked for in the shop's own country, with or without its accents", () => {
    expect(placeNamed("Koln", [], "DE")?.town).toBe("Köln");
    expect(placeNamed("80331", [], "DE")?.town).toBe("München");
    expect(placeNamed("80331", [], "CH")?.town).toBe("Zürich");
    expect(placeNamed("M5V 2T6", [], "CA")?.town).toBe("Toronto");
    expect(placeNamed("EC1A 1BB", [], "GB")?.town).toBe("London");
  });
});

test("every known place is on earth and has a name", () => {
  for (const { country, postcode, town, latitude, longitude } of knownPlaces) {
    expect([country, postcode, town].every((text) => text !== "")).toBe(true);
    expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180).toBe(true);
  }
});

test("distances are said as in that country", () => {
  expect([
    sayDistance(5472, "US", "en-US"),
    sayDistance(1609.344, "US", "en-US"),
    sayDistance(420, "DE", "en"),
    sayDistance(3, "DE", "en"),
    sayDistance(3449, "DE", "en"),
    sayDistance(53_449, "FR", "en"),
  ]).toEqual(["3.4 miles", "1 mile", "420 m", "right there", "3.4 km", "53 km"]);
});
