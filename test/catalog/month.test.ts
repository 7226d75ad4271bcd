import { expect, test } from "bun:test";
import { monthOf } from "#src/catalog/month.ts";

test("a month is told as it is said where the shop is", () => {
  const late = new Date("2026-10-31T23:30:00Z");
  expect(monthOf(late, { locale: "en-US", timeZone: "America/Chicago" })).toBe("October 2026");
  expect(monthOf(late, { locale: "de-DE", timeZone: "Europe/Berlin" })).toBe("November 2026");
  expect(monthOf(late, { locale: "not a locale", timeZone: "Nowhere/Else" })).toBe("October 2026");
});
