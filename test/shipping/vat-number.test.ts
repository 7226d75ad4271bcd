import { describe, expect, test } from "bun:test";
import { isTaxExempt, readVatNumber } from "#src/shipping/vat-number.ts";
import { withList } from "#test/accounts/hostile-lists.ts";

/** One that each country writes; figures from the countries' own descriptions. */
const written =
  `ATU12345678 BE0123456749 BG123456789 CY10000313V CZ12345679 DE123456788 DK12345674 EE100207415 EL123456783
  ESB12345674 FI12345671 FR40303265045 HR12345678903 HU12345676 IE1234567FA IT12345670017 LT119511515 LU10000356
  LV40003009497 MT12345634 NL123456782B90 PL1234567883 PT123456789 RO24736200 SE123456789701 SI15012557 SK2022749619
  XI123456782 GB123456782 CHE123456788MWST NO123456785MVA`.split(/\s+/);

describe("a VAT number", () => {
  test("of each country is read, with spaces, dots and small letters too", () => {
    expect(written.filter((number) => "wrong" in readVatNumber(number))).toEqual([]);
    expect(readVatNumber(" de 123 456.788 ")).toEqual({ text: "DE123456788", letters: "DE" });
    expect(readVatNumber("CHE-123.456.788 MWST")).toMatchObject({ text: "CHE123456788MWST" });
    expect(readVatNumber("GR123456783")).toEqual({ text: "EL123456783", letters: "EL" });
  });

  test("that has no country's form is refused with one that would do", () => {
    expect(readVatNumber("DE12345678")).toEqual({
      wrong: "Check the VAT number: one of DE looks like DE123456789",
    });
    for (const typed of [
      "",
      "123456789",
      "US123456789",
      "XX1",
      "__proto__",
      "toString",
      "DE1234567890",
      "FRIO303265045",
    ])
      expect(readVatNumber(typed), typed).toHaveProperty("wrong");
  });

  withList<string>("naughty-strings", (entries) => {
    test("is none of the hostile texts", () => {
      expect(entries.filter((entry) => !("wrong" in readVatNumber(entry)))).toEqual([]);
    });
  });
});

describe("a business pays no tax", () => {
  const deal = (shopCountry: string, country: string, vatNumber: string, postcode = "") =>
    isTaxExempt({ shopCountry, to: { country, postcode }, vatNumber });

  test("across a border inside the European Union", () => {
    expect(deal("DE", "FR", "FR40303265045")).toBe(true);
    expect(deal("DE", "FR", "NL123456782B90")).toBe(true);
    expect(deal("DE", "GR", "EL123456783")).toBe(true);
  });

  test("but not at home, nor with a number of the shop's country, nor with one that is wrong", () => {
    expect(deal("DE", "DE", "DE123456788")).toBe(false);
    expect(deal("DE", "DE", "FR40303265045")).toBe(false);
    expect(deal("DE", "FR", "DE123456788")).toBe(false);
    expect(deal("DE", "FR", "FR4030326504")).toBe(false);
    expect(deal("DE", "FR", "")).toBe(false);
  });

  test("outside of it where number and place are of one country, and Northern Ireland is inside", () => {
    expect(deal("DE", "NO", "NO123456785MVA")).toBe(true);
    expect(deal("DE", "CH", "NO123456785MVA")).toBe(false);
    expect(deal("DE", "CH", "FR40303265045")).toBe(false);
    expect(deal("DE", "GB", "GB123456782", "SW1A 1AA")).toBe(true);
    expect(deal("DE", "GB", "GB123456782", "BT1 1AA")).toBe(false);
    expect(deal("DE", "GB", "XI123456782", "BT1 1AA")).toBe(true);
    expect(deal("DE", "GB", "XI123456782", "SW1A 1AA")).toBe(false);
  });
});
