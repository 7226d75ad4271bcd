import { describe, expect, test } from "bun:test";
import { readPrice } from "#src/catalog/import/read-price.ts";

const amount = (text: string, currency = "USD", decimal: "." | "," = ".") => {
  const read = readPrice(text, currency, decimal);
  return read.ok ? (read.value as number) : read.reason;
};

describe("a price is read exactly", () => {
  test.each([
    ["12", 1200],
    ["12.5", 1250],
    ["12.50", 1250],
    ["12,50", 1250],
    [".99", 99],
    ["0", 0],
    ["0.00", 0],
    ["007", 700],
    [" 29.99 ", 2999],
    ["12.5000", 1250],
    ["19.99000", 1999],
    ["9007199254740.99", 900719925474099],
  ])("%p", (text, cents) => expect(amount(text)).toBe(cents));

  test("0.1 + 0.2 and 1.005 are no trap: digits are read as digits", () => {
    expect([amount("0.1"), amount("0.2"), amount("0.30")]).toEqual([10, 20, 30]);
  });
});

describe("thousands marks are taken where they can be nothing else", () => {
  test.each([
    ["1,299.00", 129900],
    ["1.299,00", 129900],
    ["1 299,00", 129900],
    ["1\u202f299,00", 129900],
    ["1'299.00", 129900],
    ["1’299.00", 129900],
    ["1,299,000", 129900000],
    ["1.299.000", 129900000],
    ["1 299", 129900],
  ])("%p", (text, cents) => expect(amount(text)).toBe(cents));

  test.each(["1,234", "1.234", "12,345", "999.999", "1.000"])("%p may be either, and is refused", (text) => {
    expect(amount(text)).toContain("may mean thousands or decimals");
    expect(amount(text, "EUR", ",")).toContain("may mean thousands or decimals");
  });

  test("a currency without decimals leaves no doubt, nor does one with three in a file that shows its mark", () => {
    expect(amount("1,500", "JPY")).toBe(1500);
    expect(amount("1.234", "KWD")).toBe(1234);
    expect(amount("1,234", "KWD", ",")).toBe(1234);
    expect(amount("1,234", "KWD")).toContain("may mean thousands or decimals");
  });
});

describe("the shop's currency may stand beside the amount", () => {
  test.each([
    ["$1,299.00", "USD", 129900],
    ["$5", "CAD", 500],
    ["12,50 €", "EUR", 1250],
    ["£0.85", "GBP", 85],
    ["5 USD", "USD", 500],
    ["usd 5", "USD", 500],
    ["49 kr", "SEK", 4900],
  ])("%p in %p", (text, currency, cents) => expect(amount(text, currency)).toBe(cents));

  test.each([
    ["€5", "USD"],
    ["5 EUR", "USD"],
    ["$5", "EUR"],
  ])("%p is not %p", (text, currency) => expect(amount(text, currency)).toContain(`the shop sells in ${currency}`));
});

describe("anything else is refused, and says why", () => {
  test.each(["-5", "$-5", "- 5", "−5", "-0"])("%p is below zero", (text) =>
    expect(amount(text)).toContain("below zero"),
  );
  test.each(["0.001", "0.125", "1234.567", "10.0001"])("%p is too fine", (text) =>
    expect(amount(text)).toContain("finer than the smallest coin"),
  );
  test.each([
    "1e3",
    "0x10",
    "٣",
    "５",
    "NaN",
    "",
    "free",
    "5%00",
    "5-10",
    "1/2",
    "1.2.3",
    "12,34.5",
    "1e400",
    "99999999999999",
  ])("%p is not a price", (text) => expect(typeof amount(text)).toBe("string"));
});
