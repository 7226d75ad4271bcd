import { largestAmount } from "./limits.ts";
import { toCents, type Cents } from "./money.ts";
import { expressRate, rateText, whole, type Millionths } from "./rate.ts";

/** A field of a quote that cannot be used; the message names it and says what it must be. */
export class QuoteError extends RangeError {
  override readonly name = "QuoteError";
  readonly field: string;

  constructor(field: string, trouble: string) {
    super(`${field} ${trouble}`);
    this.field = field;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** A value as met, short enough for a message. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "missing";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, 50) : value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Neither there nor null. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function readFields(value: unknown, field: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new QuoteError(field, `must be an object, but is ${shown(value)}`);
  }
  return value as Fields;
}

/** An absent list is empty. */
export function readList(value: unknown, field: string): readonly unknown[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) throw new QuoteError(field, `must be a list, but is ${shown(value)}`);
  return value;
}

export function readWhole(value: unknown, field: string, least: number, most = largestAmount): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new QuoteError(field, `must be a whole number from ${least} to ${most}, but is ${shown(value)}`);
}

export function readCents(value: unknown, field: string, least = 0): Cents {
  return toCents(readWhole(value, field, least));
}

/** An amount that is held against a whole cart, which may be more than one price may be. */
export function readSum(value: unknown, field: string): Cents {
  return toCents(readWhole(value, field, 0, Number.MAX_SAFE_INTEGER));
}

/** A percentage as text, or as a number that is written plainly. */
export function readPercent(value: unknown, field: string, most = 10 * whole): Millionths {
  const rate = tryRate(typeof value === "number" ? String(value) : value);
  if (rate !== undefined && rate <= most) return rate;
  const wanted = `a percentage such as "8.875", from 0 to ${rateText(most)} with at most four decimals`;
  throw new QuoteError(field, `must be ${wanted}, but is ${shown(value)}`);
}

function tryRate(text: unknown): Millionths | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return expressRate(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function readFlag(value: unknown, field: string, absent: boolean): boolean {
  if (isAbsent(value)) return absent;
  if (typeof value === "boolean") return value;
  throw new QuoteError(field, `must be true or false, but is ${shown(value)}`);
}

export function readText(value: unknown, field: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new QuoteError(field, `must be a text, but is ${shown(value)}`);
}

export function readChoice<Choice extends string>(value: unknown, field: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new QuoteError(field, `must be one of ${choices.join(", ")}, but is ${shown(value)}`);
}

/** Reads a field only where it is there and not null. */
export function readOptional<Value>(
  fields: Fields,
  name: string,
  field: string,
  read: (value: unknown, field: string) => Value,
): Value | undefined {
  return isAbsent(fields[name]) ? undefined : read(fields[name], `${field}.${name}`);
}
