import { halfDown, safe } from "./exact.ts";
import { sum, toCents, zero, type Cents } from "./money.ts";
import { whole } from "./rate.ts";
import { splitByLargestRemainder, type TieOrder } from "./split.ts";
import type { Rule } from "./tier.ts";

/**
 * What a discount works on, side by side with the lines. The counted units of a line are worth their part of what is
 * left of it: `left x units / shares`, where `shares` is the line's quantity.
 */
export type Worth = {
  readonly left: readonly Cents[];
  readonly units: readonly number[];
  readonly shares: readonly number[];
};

/** Takes a discount line by line: a percentage once on the line, an amount for each unit or once for the line. */
export function offEachLine({ off, values }: Rule, { left, units, shares }: Worth): Cents[] {
  return left.map((amount, index) => {
    const counted = units[index] ?? 0;
    const among = shares[index] ?? 1;
    const value = values[index] ?? 0;
    if (counted === 0) return zero;
    if (off === "percent") return toCents(halfDown(amount, counted, value, safe(among * whole)));
    const wanted = off === "unit" ? value * counted : value; // where it is too large to be exact, the other is less
    return toCents(Math.min(wanted, halfDown(amount, counted, 1, among)));
  });
}

/**
 * Takes a discount off all counted lines together, with one rounding, and shares it out by largest remainder over what
 * their units are worth: a percentage of the sum, or an amount that is never more than the sum.
 */
export function offTogether({ off, values }: Rule, worth: Worth, ties: TieOrder): Cents[] {
  const value = values[worth.units.findIndex((units) => units > 0)] ?? 0;
  const plain = worth.units.every((units, index) => units === 0 || units === worth.shares[index]);
  if (!plain) return offLimited(off, value, worth, ties);
  const weights = worth.left.map((left, index) => (worth.units[index] ? left : toCents(0)));
  const together = sum(weights);
  const wanted = off === "percent" ? halfDown(together, value, 1, whole) : value;
  return splitByLargestRemainder(toCents(Math.min(wanted, together)), weights, ties);
}

/** The same where only some units of a line count, so that what they are worth need not be whole cents. */
function offLimited(off: Rule["off"], value: number, { left, units, shares }: Worth, ties: TieOrder): Cents[] {
  const scale = shares.reduce((all, share) => all * (BigInt(share) / common(all, BigInt(share))), 1n);
  const weights = left.map((amount, i) => (BigInt(amount) * BigInt(units[i] ?? 0) * scale) / BigInt(shares[i] ?? 1));
  const together = weights.reduce((all, weight) => all + weight, 0n);
  const most = halfDownLarge(together, scale);
  const wanted = off === "percent" ? halfDownLarge(together * BigInt(value), scale * BigInt(whole)) : BigInt(value);
  return splitByLargestRemainder(toCents(Number(wanted < most ? wanted : most)), weights, ties);
}

function common(a: bigint, b: bigint): bigint {
  return b === 0n ? a : common(b, a % b);
}

function halfDownLarge(top: bigint, bottom: bigint): bigint {
  return (top * 2n + bottom - 1n) / (bottom * 2n);
}
