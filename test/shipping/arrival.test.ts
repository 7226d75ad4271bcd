import { expect, test } from "bun:test";
import { dateInWords } from "#src/promotions/moment-words.ts";
import { arrivalInWords } from "#src/shipping/arrival.ts";

const evening = new Date("2026-11-25T23:30:00Z");

test("days are those of the shop's time zone", () => {
  expect(dateInWords(evening, "UTC")).toBe("25 November");
  expect(dateInWords(evening, "Europe/Berlin")).toBe("26 November");
});

test("says between which days the goods should arrive", () => {
  const words = (minDays: number | null, maxDays: number | null) =>
    arrivalInWords({ minDays, maxDays }, evening, "UTC");
  expect(words(2, 2)).toBe("27 November");
  expect(words(2, 4)).toBe("27 to 29 November");
  expect(words(3, 6)).toBe("28 November to 1 December");
  expect(words(null, 3)).toBe("28 November");
  expect(words(null, null)).toBe("");
});
