import { expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { sum, toCents } from "#src/pricing/money.ts";
import { refundFor } from "#src/pricing/refund.ts";
import { holds } from "./holds.ts";

setDefaultTimeout(60_000);

test("one unit of three, then the rest", () => {
  expect(refundFor(toCents(2000), 3, 0, 1)).toBe(toCents(667));
  expect(refundFor(toCents(2000), 3, 1, 3)).toBe(toCents(1333));
  expect(refundFor(toCents(2000), 3, 0, 3)).toBe(toCents(2000));
});

test.each([
  [3, 2, 1],
  [3, 0, 4],
  [3, -1, 1],
  [3, 0.5, 1],
  [0, 0, 0],
])("of %p units, %p to %p cannot be given back", (quantity, from, to) => {
  expect(() => refundFor(toCents(2000), quantity, from, to)).toThrow(RangeError);
});

test("however a line is given back, the parts add up to it and none is below zero", () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
  holds(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), pieces, (charged, counts) => {
      const quantity = counts.reduce((all, count) => all + count, 0);
      let from = 0;
      const parts = counts.map((count) => refundFor(toCents(charged), quantity, from, (from += count)));
      expect(sum(parts)).toBe(toCents(charged));
      expect(parts.every((part) => part >= 0)).toBe(true);
    }),
  );
});
