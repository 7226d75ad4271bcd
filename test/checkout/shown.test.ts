import { describe, expect, test } from "bun:test";
import { changesSince, shownOf } from "#src/checkout/shown.ts";
import { toCents, zero } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";

const mug = { variantId: "mug-0", title: "Mug", quantity: 2, unit: toCents(2999) };
const jar = { variantId: "jar-0", title: "Jar", quantity: 1, unit: toCents(950) };
const totals = (total: number, discount = 0): Totals =>
  ({ currency: "USD", discount: toCents(discount), shipping: undefined, tax: zero, total: toCents(total) }) as Totals;

const shown = shownOf([mug, jar], totals(6948));

describe("what was shown", () => {
  test("is compared to the last cent, and the same is no news", () => {
    expect(shown).toBe("mug-0*2@2999;jar-0*1@950|0,0,0=6948");
    expect(changesSince(shown, [mug, jar], totals(6948))).toEqual([]);
  });

  test("is told from what is now: prices, quantities, things put in and taken out", () => {
    const dearer = { ...mug, unit: toCents(3199), quantity: 3 };
    const pot = { variantId: "pot-0", title: "Pot", quantity: 1, unit: toCents(100) };
    expect(changesSince(shown, [dearer, pot], totals(9697, 1))).toEqual([
      { what: "Mug, quantity", was: "2", now: "3" },
      { what: "Mug, each", was: "$29.99", now: "$31.99" },
      { what: "Pot", was: "not in the cart", now: "1 in the cart" },
      { what: "One thing", was: "in the cart", now: "taken out" },
      { what: "Discounts", was: "$0.00", now: "$0.01" },
      { what: "Total", was: "$69.48", now: "$96.97" },
    ]);
  });

  test("may be tampered with, which shows nothing but the cart as it is", () => {
    for (const spoilt of ["", "|", "x", "mug-0*2@-5|0,0,0=1", "mug-0*1e3@2999|0,0,0=NaN", `${"a".repeat(9000)}*1@1|`]) {
      const changes = changesSince(spoilt, [mug], totals(5998));
      expect(
        changes.map(({ what }) => what),
        spoilt.slice(0, 20),
      ).toContain("Mug");
    }
  });
});
