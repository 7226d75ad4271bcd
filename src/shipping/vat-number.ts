/** The forms of a country's VAT numbers, without the two letters before them, and one that looks right. */
type Form = { readonly looks: RegExp; readonly example: string };

const form = (looks: RegExp, example: string): Form => ({ looks, example });
const british = form(/^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, "123456789");

/** By the letters that the number begins with: Greece writes EL, Northern Ireland XI. */
const forms: Readonly<Record<string, Form>> = {
  AT: form(/^U\d{8}$/, "U12345678"),
  BE: form(/^[01]\d{9}$/, "0123456789"),
  BG: form(/^\d{9,10}$/, "123456789"),
  CY: form(/^[0-59]\d{7}[A-Z]$/, "12345678L"),
  CZ: form(/^\d{8,10}$/, "12345678"),
  DE: form(/^[1-9]\d{8}$/, "123456789"),
  DK: form(/^[1-9]\d{7}$/, "12345678"),
  EE: form(/^10\d{7}$/, "101234567"),
  EL: form(/^\d{9}$/, "123456789"),
  ES: form(/^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, "B12345678"),
  FI: form(/^\d{8}$/, "12345678"),
  FR: form(/^[A-HJ-NP-Z0-9]{2}\d{9}$/, "12345678901"),
  HR: form(/^\d{11}$/, "12345678901"),
  HU: form(/^[1-9]\d{7}$/, "12345678"),
  IE: form(/^(\d{7}[A-W][A-I]?|[7-9][A-Z*+]\d{5}[A-W])$/, "1234567T"),
  IT: form(/^\d{11}$/, "12345678901"),
  LT: form(/^(\d{7}1\d|\d{10}1\d)$/, "123456715"),
  LU: form(/^\d{8}$/, "12345678"),
  LV: form(/^\d{11}$/, "12345678901"),
  MT: form(/^[1-9]\d{7}$/, "12345678"),
  NL: form(/^\d{9}B\d{2}$/, "123456789B01"),
  PL: form(/^\d{10}$/, "1234567890"),
  PT: form(/^[1-9]\d{8}$/, "123456789"),
  RO: form(/^[1-9]\d{1,9}$/, "1234567890"),
  SE: form(/^\d{10}01$/, "123456789001"),
  SI: form(/^[1-9]\d{7}$/, "12345678"),
  SK: form(/^[1-9]\d{9}$/, "1234567890"),
  XI: british,
  GB: british,
  CH: form(/^E\d{9}(MWST|TVA|IVA)?$/, "E123456789"),
  NO: form(/^\d{9}(MVA)?$/, "123456789MVA"),
};

const outsideUnion = new Set(["GB", "CH", "NO"]);

/** The country that a number's letters stand for. */
const countryOf = (letters: string) => (letters === "EL" ? "GR" : letters === "XI" ? "GB" : letters);

/** Countries of the European Union, where the goods of one business to another go without VAT over a border. */
const union = new Set(
  Object.keys(forms)
    .filter((letters) => letters !== "XI" && !outsideUnion.has(letters))
    .map(countryOf),
);

export type VatNumber = {
  /** As it is written: "DE123456789". */
  readonly text: string;
  readonly letters: string;
};

/** Reads a VAT number as people write it, with dots, spaces and hyphens. A sentence where it has no country's form. */
export function readVatNumber(typed: string): VatNumber | { readonly wrong: string } {
  const text = typed.toUpperCase().replaceAll(/[\s.\-/]/g, "");
  const letters = text.slice(0, 2) === "GR" ? "EL" : text.slice(0, 2);
  const known = Object.hasOwn(forms, letters) ? forms[letters] : undefined;
  if (!known) return { wrong: "Write the VAT number with its country's letters first, such as DE123456789" };
  if (known.looks.test(text.slice(2))) return { text: `${letters}${text.slice(2)}`, letters };
  return { wrong: `Check the VAT number: one of ${letters} looks like ${letters}${known.example}` };
}

type Deal = {
  /** Where the shop is. */
  readonly shopCountry: string;
  readonly to: { readonly country: string; readonly postcode: string };
  readonly vatNumber: string;
};

/**
 * Whether a business pays no tax: its goods leave the shop's country, its number is not of the shop's country, and both
 * the number and the place are in the European Union (Northern Ireland counts as in it), or both of one country outside.
 */
export function isTaxExempt({ shopCountry, to, vatNumber }: Deal): boolean {
  const read = readVatNumber(vatNumber);
  if ("wrong" in read) return false;
  const { letters } = read;
  const numberCountry = countryOf(letters);
  if (to.country === shopCountry || numberCountry === shopCountry) return false;
  const northern = to.country === "GB" && /^\s*BT/i.test(to.postcode);
  const numberInUnion = letters === "XI" || union.has(numberCountry);
  if (numberInUnion) return union.has(to.country) || northern;
  return letters === "GB" ? to.country === "GB" && !northern : to.country === numberCountry;
}
