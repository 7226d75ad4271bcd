import { describe, expect, test } from "bun:test";
import { previewQuantity } from "#src/catalog/quantity.ts";
import { toCents } from "#src/pricing/money.ts";

const mug = { unit: toCents(2999), currency: "USD" };

describe("the quantity adjuster", () => {
  test.each([
    ["1", "$29.99"],
    ["2", "$59.98"],
    ["3", "$89.97"],
    ["10", "$299.90"],
    ["33", "$989.67"],
    ["50", "$1499.50"],
    ["98", "$2939.02"],
    ["99", "$2969.01"],
    ["99.99", "$2969.01"],
    ["1.9", "$29.99"],
    ["1e3", "$29.99"],
    ["1,000", "$29.99"],
    ["5abc", "$149.95"],
    [" 7 ", "$209.93"],
    ["007", "$209.93"],
    ["+4", "$119.96"],
  ])("shows %p as %p, may be added, and leaves what was typed", (typed, total) => {
    expect(previewQuantity(typed, mug)).toEqual({ field: typed, total, isOn: true });
  });

  test.each(["100", "150", "99999999999", "1000"])("sets %p to 99 and may be added", (typed) => {
    expect(previewQuantity(typed, mug)).toEqual({ field: "99", total: "$2969.01", isOn: true });
  });

  test.each(["0", "-1", "-5", "", "abc", "0.9", "0x10", "NaN", "Infinity", "٣", "1".repeat(0), "é", "--1"])(
    "shows $0.00 for %p, cannot be added, and leaves what was typed",
    (typed) => {
      expect(previewQuantity(typed, mug)).toEqual({ field: typed, total: "$0.00", isOn: false });
    },
  );

  test("is exact to the cent for every quantity", () => {
    for (let quantity = 1; quantity <= 99; quantity += 1) {
      const cents = String(2999 * quantity).padStart(3, "0");
      const total = `$${cents.slice(0, -2)}.${cents.slice(-2)}`;
      expect(previewQuantity(String(quantity), mug).total).toBe(total);
    }
  });

  test("stops at what one order may take", () => {
    expect(previewQuantity("5", { ...mug, most: 1 })).toEqual({ field: "1", total: "$29.99", isOn: true });
  });

  test("does not carry a whole book back", () => {
    expect(previewQuantity("x".repeat(5000), mug).field).toHaveLength(100);
  });
});
