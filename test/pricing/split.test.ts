import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { sum, toCents } from "#src/pricing/money.ts";
import { splitByLargestRemainder } from "#src/pricing/split.ts";
import { cents } from "./carts.ts";
import { holds } from "./holds.ts";

setDefaultTimeout(60_000);

describe("split by largest remainder", () => {
  test("gives each its share", () => {
    expect(splitByLargestRemainder(toCents(400), cents(3000, 1000))).toEqual(cents(300, 100));
  });

  test("gives the odd cent to the largest remainder", () => {
    expect(splitByLargestRemainder(toCents(1377), cents(3000, 1000))).toEqual(cents(1033, 344));
  });

  test("gives it to the larger weight on a tie, then by the order of ties", () => {
    expect(splitByLargestRemainder(toCents(2), cents(1, 3))).toEqual(cents(0, 2));
    expect(splitByLargestRemainder(toCents(100), cents(1, 1, 1))).toEqual(cents(34, 33, 33));
    expect(splitByLargestRemainder(toCents(100), cents(1, 1, 1), (a, b) => b - a)).toEqual(cents(33, 33, 34));
  });

  test("splits less than nothing like its opposite, and nothing weighs the same", () => {
    expect(splitByLargestRemainder(toCents(-299), cents(1, 1, 1))).toEqual(cents(-100, -100, -99));
    expect(splitByLargestRemainder(toCents(10), cents(0, 0))).toEqual(cents(5, 5));
    expect(splitByLargestRemainder(toCents(0), [])).toEqual([]);
  });

  test("refuses weights below zero, and nobody to give to", () => {
    expect(() => splitByLargestRemainder(toCents(10), [100, -5])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(toCents(10), [])).toThrow("10");
  });

  test("adds up for any weights, by numbers and by big integers alike, and no share is above its weight", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 8 });
    holds(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (amounts, part) => {
        const all = sum(cents(...amounts));
        const total = toCents(Math.min(all, Math.floor(all * part)));
        const shares = splitByLargestRemainder(total, amounts);
        expect(splitByLargestRemainder(total, amounts.map(BigInt))).toEqual(shares);
        expect(sum(shares)).toBe(total);
        expect(shares.every((share, index) => share >= 0 && share <= (amounts[index] ?? 0))).toBe(true);
      }),
    );
  });
});
