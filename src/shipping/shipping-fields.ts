import { QuoteError, readList, type Fields } from "#src/pricing/quote-fields.ts";
import { largestAmount } from "#src/pricing/limits.ts";
import { decimalsOf, readMoney, type Cents } from "#src/pricing/money.ts";
import { isCountryCode } from "./countries.ts";
import { readPostcode, readTaxClass } from "./tax-row.ts";

// What the fields of a delivery file must look like. Each throws a QuoteError that names the field.

/** Refuses keys that nothing would come of: most are slips of the pen. */
export function onlyKnown(fields: Fields, names: readonly string[], at: string): void {
  const other = Object.keys(fields).find((key) => !names.includes(key));
  if (other !== undefined)
    throw new QuoteError(`${at}.${other.slice(0, 40)}`, `is not known here: there are ${names.join(", ")}`);
}

export const shown = (value: unknown): string => {
  const text = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** Letters that nobody could see have no place in a line. */
export function readLine(value: unknown, field: string, { most = 100, empty = false } = {}): string {
  const text = value === undefined && empty ? "" : value;
  if (
    typeof text !== "string" ||
    text.length > most ||
    /[\p{Cc}\p{Cf}\p{Cs}]/u.test(text) ||
    (!empty && text.trim() === "")
  )
    throw new QuoteError(field, `must be a line of at most ${most} letters, but is ${shown(value)}`);
  return text.trim();
}

export function readId(value: unknown, field: string): string {
  if (typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value)) return value;
  throw new QuoteError(field, `must be a name of letters, digits and hyphens such as "parcel", but is ${shown(value)}`);
}

export function readAmount(value: unknown, field: string, currency: string): Cents {
  const text = typeof value === "number" ? String(value) : value;
  const amount = typeof text === "string" ? readMoney(text, currency) : undefined;
  if (amount !== undefined && amount <= largestAmount) return amount;
  const decimals = decimalsOf(currency);
  const example = decimals === 0 ? "490" : "4.90";
  const many = decimals === 0 ? "no decimals" : `at most ${decimals} decimals`;
  throw new QuoteError(
    field,
    `must be an amount of ${currency} with ${many} such as "${example}", but is ${shown(value)}`,
  );
}

const readTexts = (value: unknown, field: string): readonly string[] =>
  readList(value, field).map((each, index) => readLine(each, `${field}[${index}]`));

export function readCountries(value: unknown, field: string): readonly string[] {
  return readTexts(value, field).map((each, index) => {
    const code = each.toUpperCase();
    if (isCountryCode(code)) return code;
    throw new QuoteError(`${field}[${index}]`, `must be a country's two letters such as "DE", but is ${shown(each)}`);
  });
}

export const readRegions = (value: unknown, field: string): readonly string[] =>
  readTexts(value, field).map((each) => each.toUpperCase());

export const readPostcodeList = (value: unknown, field: string): readonly string[] =>
  readTexts(value, field).map((each, index) => named(`${field}[${index}]`, () => readPostcode(each)));

export const readClass = (value: unknown, field: string): string =>
  named(field, () => readTaxClass(readLine(value, field, { empty: true })));

export const readWords = readTexts;

/** Millionths of a degree, from "44.123456". */
export function readDegrees(value: unknown, field: string, most: number): number | null {
  if (value === undefined || value === null) return null;
  const found = /^(-?)(\d{1,3})(?:\.(\d{1,6}))?$/.exec(String(value));
  const millionths = found ? Number(`${found[2]}${(found[3] ?? "").padEnd(6, "0")}`) : Number.NaN;
  if (millionths <= most * 1_000_000) return found?.[1] === "-" ? -millionths : millionths;
  throw new QuoteError(field, `must be degrees from -${most} to ${most} such as "44.123456", but is ${shown(value)}`);
}

function named<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof QuoteError || !(cause instanceof RangeError)) throw cause;
    throw new QuoteError(field, `cannot be used: ${cause.message}`);
  }
}
