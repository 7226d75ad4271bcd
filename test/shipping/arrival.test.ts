import { expect, test } from "bun:test";
import { arrivalInWords } from "#src/shipping/arrival.ts";

const evening = new Date("2026-11-25T23:30:00Z");
const here = { timeZone: "UTC", locale: "en-GB" };

test("says between which days the goods should arrive", () => {
  const words = (minDays: number | null, maxDays: number | null, calendar = here) =>
    arrivalInWords({ minDays, maxDays }, evening, calendar);
  expect(words(2, 2)).toBe("27 November");
  expect(words(2, 2, { ...here, timeZone: "Europe/Berlin" })).toBe("28 November");
  expect(words(2, 4)).toBe("27 to 29 November");
  expect(words(3, 6)).toBe("28 November to 1 December");
  expect(words(3, 6, { ...here, locale: "en-US" })).toBe("November 28 to December 1");
  expect(words(null, 3)).toBe("28 November");
  expect(words(null, null)).toBe("");
});
