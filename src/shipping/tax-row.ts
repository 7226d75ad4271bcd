import { expressRate, whole } from "#src/pricing/rate.ts";
import { isCountryCode } from "./countries.ts";
import { readPostcodes } from "./place.ts";

/** One tax of one place, as files and commands name it. Lists are sorted, texts as they are compared. */
export type TaxRow = {
  /** "*" for everywhere else. */
  readonly country: string;
  /** "" for all of the country. */
  readonly region: string;
  /** "54694-54699", "902*" or "10115"; empty: all. */
  readonly postcodes: readonly string[];
  /** In capitals; empty: all. */
  readonly cities: readonly string[];
  readonly rate: number;
  readonly name: string;
  readonly priority: number;
  readonly compound: boolean;
  readonly onShipping: boolean;
  readonly taxClass: string;
};

export type TaxField = keyof TaxRow;
/** What was written for each field; what is left out or empty is as plain as can be. */
export type TaxTexts = Readonly<Partial<Record<TaxField, string>>>;

const longest = 100;
const mostEntries = 5000;

/** Reads one tax. Calls `wrong` for each field that cannot be used, with a sentence that says what would do. */
export function readTaxRow(texts: TaxTexts, wrong: (field: TaxField, reason: string) => void): TaxRow | undefined {
  let failed = false;
  const refuse = (field: TaxField, reason: string) => {
    failed = true;
    wrong(field, reason);
  };
  const read = <T>(field: TaxField, from: (text: string) => T, otherwise: T): T => {
    try {
      return from((texts[field] ?? "").trim());
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      refuse(field, cause.message);
      return otherwise;
    }
  };
  const row: TaxRow = {
    country: read("country", readCountry, ""),
    region: read("region", readRegion, ""),
    postcodes: read("postcodes", (text) => readEntries(text, readPostcode), []),
    cities: read("cities", (text) => readEntries(text, readCity), []),
    rate: read("rate", readRate, 0),
    name: read("name", readName, ""),
    priority: read("priority", readPriority, 1),
    compound: read("compound", (text) => readYes(text, false), false),
    onShipping: read("onShipping", (text) => readYes(text, true), true),
    taxClass: read("taxClass", readTaxClass, ""),
  };
  const narrowed = row.region !== "" || row.postcodes.length > 0 || row.cities.length > 0;
  if (row.country === "*" && narrowed) refuse("country", "name the country of these regions, postcodes or towns");
  return failed ? undefined : row;
}

/** A value as it was met, short enough for a sentence. */
const shown = (text: string) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

function bad(text: string, wants: string): never {
  throw new RangeError(`${shown(text)} is not ${wants}`);
}

function readCountry(text: string): string {
  if (text === "" || text === "*") return "*";
  const code = text.toUpperCase();
  return isCountryCode(code) ? code : bad(text, "a country: write two letters such as DE, or * for everywhere else");
}

/** Letters that people could not see have no place in a name. */
const isPlain = (text: string) => text.length <= longest && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text);

function readRegion(text: string): string {
  if (text === "*") return "";
  return isPlain(text) && !/[;*]/.test(text) ? text.toUpperCase() : bad(text, "one region, such as WI");
}

function readEntries(text: string, read: (entry: string) => string): readonly string[] {
  if (text === "" || text === "*") return [];
  const entries = text.split(";").map((entry) => entry.trim());
  if (entries.length > mostEntries) throw new RangeError(`has more than ${mostEntries} entries: use ranges`);
  return [...new Set(entries.filter((entry) => entry !== "").map(read))].toSorted();
}

/** "10115", "902*" or "54694...54699", and "54694-54699" where both ends are as long. */
export function readPostcode(text: string): string {
  const wants = "a postcode, a range such as 54694...54699, or a beginning such as 902*";
  const ends = text.includes("...") ? text.split("...") : sameLength(text.split(/\s*[-–]\s*/));
  if (ends.length > 2 || !ends.every((end) => /^[A-Za-z0-9 -]{1,12}$/.test(end.replace(/\*$/, "").trim())))
    return bad(text, wants);
  if (ends.length === 2 && ends.some((end) => end.includes("*"))) return bad(text, wants);
  const { low, high, single } = readPostcodes(ends.map((end) => end.replaceAll(/[\s-]/g, "")).join("-"));
  if (low === "") return bad(text, wants);
  if (ends.length < 2) return single ? low : `${low}*`;
  if (low.length !== high.length || low > high)
    throw new RangeError(`${shown(text)} does not run from a lower to a higher postcode of the same length`);
  return low === high ? low : `${low}-${high}`;
}

/** "54699-0001" and "K1A-0B1" are one postcode each, "54694-54699" is a range. */
function sameLength(ends: string[]): string[] {
  const [low = "", high = ""] = ends;
  const isRange = ends.length === 2 && low.length === high.length && /^\d/.test(low) === /^\d/.test(high);
  return isRange ? ends : [ends.join("")];
}

const readCity = (text: string) => (isPlain(text) ? text.toUpperCase() : bad(text, "a town"));

function readRate(text: string): number {
  const wants = "a percentage from 0 to 100 such as 19 or 8.875";
  const plain = text.replace(/\s*%$/, "");
  if (!/^\d{1,4}(\.\d{1,12})?$/.test(plain)) return bad(text, wants);
  const rate = expressRate(plain);
  return rate <= whole ? rate : bad(text, wants);
}

const readName = (text: string) =>
  text === "" ? "Tax" : isPlain(text) ? text : bad(text, "a name of 100 letters or fewer");

function readPriority(text: string): number {
  if (text === "") return 1;
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : bad(text, "a whole number from 1 to 999");
}

function readYes(text: string, otherwise: boolean): boolean {
  if (text === "") return otherwise;
  if (/^(1|yes|true)$/i.test(text)) return true;
  return /^(0|no|false)$/i.test(text) ? false : bad(text, "1 or 0");
}

/** "Reduced rate" and "reduced-rate" are one class. */
export function readTaxClass(text: string): string {
  const slug = text.toLowerCase().replaceAll(/[\s_]+/g, "-");
  if (slug === "") return "standard";
  return /^[a-z0-9][a-z0-9-]{0,49}$/.test(slug) ? slug : bad(text, "a tax class such as standard or reduced-rate");
}

/** What tells one tax from another: of a place, class and priority there is one. */
export const placeKey = ({
  country,
  region,
  postcodes,
  cities,
}: Pick<TaxRow, "country" | "region" | "postcodes" | "cities">) => JSON.stringify([country, region, postcodes, cities]);
export const rateKey = (row: TaxRow): string => JSON.stringify([placeKey(row), row.taxClass, row.priority]);

/** "Germany, 10115" in as few words as it can be said. */
export function placeName({ country, region, postcodes, cities }: TaxRow): string {
  if (country === "*") return "Everywhere else";
  const few = (list: readonly string[]) =>
    list.length > 2 ? `${list[0]} and ${list.length - 1} more` : list.join(", ");
  return [country, region, few(cities), few(postcodes)].filter((part) => part !== "").join(" ");
}
