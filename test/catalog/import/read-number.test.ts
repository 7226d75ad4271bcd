import { describe, expect, test } from "bun:test";
import { readBarcode, readWeight, readWhole, readYesNo } from "#src/catalog/import/read-number.ts";

describe("whole numbers", () => {
  test.each([
    ["12", 12],
    ["-3", -3],
    ["-0", 0],
    ["5.0", 5],
  ])("%p", (text, value) => expect(readWhole(text)).toEqual({ ok: true, value }));
  test.each(["1,000", "1.5", "1e3", "0x10", "", "many"])("%p is refused", (text) =>
    expect(readWhole(text).ok).toBe(false),
  );
});

describe("weights become whole grams", () => {
  test.each([
    ["86", ".", "g", 86],
    ["310.5", ".", "g", 311],
    ["12,4", ",", "g", 12],
    [".5", ".", "lbs", 227],
    ["1.234", ".", "kg", 1234],
    ["1,234", ",", "kg", 1234],
    ["2", ".", "oz", 57],
  ] as const)("%p with %p in %p", (text, decimal, unit, value) =>
    expect(readWeight(text, decimal, unit)).toEqual({ ok: true, value }),
  );
  test.each(["1,234", "heavy", "-1", ".", "1e3"])("%p is refused", (text) =>
    expect(readWeight(text, ".").ok).toBe(false),
  );
});

describe("barcodes survive a spreadsheet", () => {
  test.each([
    ["'0012345", "0012345"],
    ["0012345", "0012345"],
    ["8.801234567890E+12", "8801234567890"],
    ["4006381333931.0", "4006381333931"],
  ])("%p", (text, value) => expect(readBarcode(text)).toEqual({ ok: true, value }));
  test("unless it has dropped digits", () => expect(readBarcode("8.80E+12").ok).toBe(false));
});

test("yes and no in the words of many files", () => {
  expect(["TRUE", "1", "yes", "ja"].map(readYesNo)).toEqual([true, true, true, true]);
  expect(["false", "0", "-1", "no"].map(readYesNo)).toEqual([false, false, false, false]);
  expect(["", "maybe"].map(readYesNo)).toEqual([undefined, undefined]);
});
