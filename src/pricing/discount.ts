import { halfDown } from "./exact.ts";
import { fraction, inWholes, multiply, roundHalfDown, type Fraction } from "./fraction.ts";
import { sum, toCents, zero, type Cents } from "./money.ts";
import { whole } from "./rate.ts";
import { splitByLargestRemainder, type TieOrder } from "./split.ts";
import type { Rule } from "./tier.ts";

/** The counted units of each line and what is left of them: whole cents where all or none of a line count. */
export type Worth = { readonly values: readonly (Cents | Fraction)[]; readonly units: readonly number[] };

/** Takes a discount line by line: a percentage once on the line, an amount for each unit or once for the line. */
export function offEachLine({ off, values }: Rule, worth: Worth): Cents[] {
  return worth.values.map((left, index) => {
    const units = worth.units[index] ?? 0;
    const value = values[index] ?? 0;
    if (units === 0) return zero;
    if (off === "percent") return percentOff(left, value);
    const wanted = off === "unit" ? value * units : value; // where it is too large to be exact, the other is less
    return toCents(Math.min(wanted, percentOff(left, whole)));
  });
}

function percentOff(left: Cents | Fraction, rate: number): Cents {
  if (typeof left === "number") return toCents(halfDown(left, rate, 1, whole));
  return toCents(Number(roundHalfDown(multiply(left, fraction(rate, whole)))));
}

/**
 * Takes a discount off all counted lines together, with one rounding, and shares it out by largest remainder over what
 * is left of their counted units: a percentage of the sum, or an amount that is never more than the sum.
 */
export function offTogether({ off, values }: Rule, worth: Worth, ties: TieOrder): Cents[] {
  const value = values[worth.units.findIndex((units) => units > 0)] ?? 0;
  const weights: Cents[] = [];
  for (const left of worth.values) {
    if (typeof left !== "number") return offLimited(off, value, worth, ties);
    weights.push(left);
  }
  const together = sum(weights);
  const wanted = off === "percent" ? halfDown(together, value, 1, whole) : value;
  return splitByLargestRemainder(toCents(Math.min(wanted, together)), weights, ties);
}

/** The same where only some units of a line count, so that what is left of them need not be whole cents. */
function offLimited(off: Rule["off"], value: number, { values }: Worth, ties: TieOrder): Cents[] {
  const exact = values.map((left) => (typeof left === "number" ? fraction(left) : left));
  const { scale, wholes: weights } = inWholes(exact);
  const together = weights.reduce((all, weight) => all + weight, 0n);
  const most = halfDownLarge(together, scale);
  const wanted = off === "percent" ? halfDownLarge(together * BigInt(value), scale * BigInt(whole)) : BigInt(value);
  return splitByLargestRemainder(toCents(Number(wanted < most ? wanted : most)), weights, ties);
}

function halfDownLarge(top: bigint, bottom: bigint): bigint {
  return (top * 2n + bottom - 1n) / (bottom * 2n);
}
