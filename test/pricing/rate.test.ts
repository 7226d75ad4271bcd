import { expect, test } from "bun:test";
import { expressRate, rateText } from "#src/pricing/rate.ts";

test("a percentage is read as whole millionths", () => {
  expect(expressRate("8.875")).toBe(88_750);
  expect(expressRate("0")).toBe(0);
  expect(expressRate("100")).toBe(1_000_000);
  expect(expressRate("0.0001")).toBe(1);
  expect(expressRate("19.50000000")).toBe(195_000);
});

test.each(["", " 5", "5 ", "-1", "+1", "1e2", "0x10", ".5", "5.", "1,5", "٣", "NaN", "5%", "12345", "1001"])(
  "%p is not a percentage",
  (text) => {
    expect(() => expressRate(text)).toThrow(RangeError);
  },
);

test("more than four decimals cannot be held exactly", () => {
  expect(() => expressRate("33.33333")).toThrow("33.33333");
});

test("what is written is read back", () => {
  for (const rate of [0, 1, 10, 88_750, 200_000, 1_000_000, 9_999_999]) expect(expressRate(rateText(rate))).toBe(rate);
  expect(rateText(88_750)).toBe("8.875");
  expect(rateText(200_000)).toBe("20");
});
