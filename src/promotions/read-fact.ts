import { readMoney } from "#src/pricing/money.ts";
import { expressRate, whole } from "#src/pricing/rate.ts";
import { FactError, shown, type FactField, type Facts } from "./facts.ts";

type TextField = { [K in FactField]: Facts[K] extends string | undefined ? K : never }[FactField];

/** Most units that a promotion asks for or gives on one order. */
const mostUnits = 9_999;

/** Undefined where nothing is said. @throws FactError for anything but a whole number above 0. */
export function readUnits(facts: Facts, field: TextField, most = 999_999_999): number | undefined {
  const text = facts[field];
  if (text === undefined) return undefined;
  const found = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
  if (found !== undefined && found <= most) return found;
  throw new FactError(field, `${shown(text)} is no whole number from 1 to ${most.toLocaleString("en-US")}.`);
}

export const readFew = (facts: Facts, field: TextField): number | undefined => readUnits(facts, field, mostUnits);

export function readYes(facts: Facts, field: TextField): boolean | undefined {
  const text = facts[field]?.toLowerCase();
  if (text === undefined) return undefined;
  if (["yes", "true", "1"].includes(text)) return true;
  if (["no", "false", "0"].includes(text)) return false;
  throw new FactError(field, `${shown(text)} is neither yes nor no.`);
}

/** One of some words; undefined where nothing is said. */
export function readWord<Word extends string>(
  facts: Facts,
  field: TextField,
  words: readonly Word[],
): Word | undefined {
  const text = facts[field]?.toLowerCase();
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new FactError(field, `${shown(text)} is none of ${words.join(", ")}.`);
}

/** Minor units, more than none. */
export function amountOf(text: string, field: FactField, currency: string): number {
  const read = readMoney(text, currency);
  if (read === undefined) throw new FactError(field, `${shown(text)} is no amount of ${currency} such as 5 or 4.90.`);
  if (read > 0 && read <= 1_000_000_000_000) return read;
  throw new FactError(field, `${shown(text)} is ${read === 0 ? "nothing" : "too much"}: an amount is more than 0.`);
}

/** Millionths, more than none and at most all. */
export function rateOf(text: string, field: FactField): number {
  const rate = readRate(text.replace(/\s*%$/, ""));
  if (rate === undefined) throw new FactError(field, `${shown(text)} is no percentage such as 10 or 12.5.`);
  if (rate > 0 && rate <= whole) return rate;
  throw new FactError(field, `${shown(text)} is out of range: a percentage is more than 0 and goes up to 100.`);
}

function readRate(text: string): number | undefined {
  try {
    return expressRate(text.trim());
  } catch {
    return undefined;
  }
}
