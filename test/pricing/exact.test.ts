import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { divide, halfDown, halfUp } from "#src/pricing/exact.ts";
import { holds } from "./holds.ts";

setDefaultTimeout(60_000);

describe("exact division", () => {
  test("a half counts up for what is paid and down for what is taken off", () => {
    expect([halfUp(1, 1, 1, 2), halfDown(1, 1, 1, 2)]).toEqual([1, 0]);
    expect([halfUp(-1, 1, 1, 2), halfDown(-1, 1, 1, 2)]).toEqual([0, -1]);
    expect([halfUp(2, 1, 1, 3), halfDown(2, 1, 1, 3)]).toEqual([1, 1]);
  });

  test("rounds down below zero too, and keeps a rest of zero or more", () => {
    expect(divide(-7, 1, 1, 2)).toEqual({ whole: -4, rest: 1 });
  });

  test("is the same as with big integers for any figures, also where the product passes what a number holds", () => {
    const figure = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    const factor = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 1_000_000 }));
    const divisor = fc.integer({ min: 1, max: 1_000_000_000_000 });
    holds(
      fc.property(figure, factor, divisor, (a, b, by) => {
        const product = BigInt(a) * BigInt(b);
        const rest = ((product % BigInt(by)) + BigInt(by)) % BigInt(by);
        const whole = (product - rest) / BigInt(by);
        fc.pre(whole <= BigInt(Number.MAX_SAFE_INTEGER) && whole >= BigInt(Number.MIN_SAFE_INTEGER));
        expect(divide(a, b, 1, by)).toEqual({ whole: Number(whole), rest: Number(rest) });
      }),
    );
  });

  test("refuses a result that a number does not hold", () => {
    expect(() => divide(1_000_000_000_000, 1_000_000, 1, 1)).toThrow(RangeError);
  });
});
