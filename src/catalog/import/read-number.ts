import type { Read } from "./read-price.ts";

/** A whole number, perhaps below zero: "12", "-3", also "12.0" as data frames write it. */
export function readWhole(typed: string): Read<number> {
  const found = /^([-+]?)(\d{1,12})(?:[.,]0{1,2})?$/.exec(typed.trim());
  if (!found) return { ok: false, reason: `"${typed.trim().slice(0, 40)}" is not a whole number` };
  const count = Number(found[2]);
  return { ok: true, value: found[1] === "-" && count > 0 ? -count : count };
}

const grams: Readonly<Record<string, number>> = { g: 1, г: 1, kg: 1000, кг: 1000, oz: 28.349_523_125 };
const pounds = 453.592_37;

/**
 * A weight in whole grams, half up. The file's decimal mark is always one; the other mark is one too unless three
 * digits after it make it look like a thousands mark.
 */
export function readWeight(typed: string, decimal: "." | ",", unit = "g"): Read<number> {
  const text = typed.trim();
  const found = /^(\d{0,9})(?:([.,])(\d*))?$/.exec(text);
  const [, whole = "", mark, part = ""] = found ?? [];
  const readable = found && (whole !== "" || part !== "");
  const either = mark !== undefined && mark !== decimal && part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!readable || either) return { ok: false, reason: `"${text.slice(0, 40)}" is not a weight` };
  const factor = grams[unit] ?? (/^(lb|livre|libra|фунт|pound)/.test(unit) ? pounds : 1000);
  return { ok: true, value: Math.round(Number(`${whole || "0"}.${part || "0"}`) * factor) };
}

const yes = new Set(["true", "1", "yes", "y", "ja", "oui", "si", "sí", "да", "tak", "sim", "wahr", "vrai"]);
const not = new Set(["false", "0", "no", "n", "nein", "non", "nee", "нет", "nie", "não", "falsch", "faux", "-1"]);

/** True, false, or undefined for a blank or anything else. */
export function readYesNo(typed: string): boolean | undefined {
  const word = typed.trim().toLowerCase();
  if (yes.has(word)) return true;
  return not.has(word) ? false : undefined;
}

/**
 * A barcode as it was before a spreadsheet had it: without the apostrophe that kept its zeros, and "8.80123E+12" spelt
 * out where all its digits are still there.
 */
export function readBarcode(typed: string): Read<string> {
  const text = typed.trim().replace(/^'(?=\d)/, "");
  const short = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (!short) return { ok: true, value: text.replace(/^(\d{6,14})\.0$/, "$1") };
  const [, lead = "", rest = "", power = "0"] = short;
  if (rest.length < Number(power)) return { ok: false, reason: `"${text}" has lost its last digits to a spreadsheet` };
  return { ok: true, value: lead + rest.slice(0, Number(power)) };
}
