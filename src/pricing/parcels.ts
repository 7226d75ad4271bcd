import { add, fraction, inWholes, isLess, multiply, roundHalfDown, type Fraction } from "./fraction.ts";
import type { Cents } from "./money.ts";
import { splitByLargestRemainder } from "./split.ts";

/**
 * Units of one line that are alike. A line's parcels share what is left of it by their weights, so that a discount on
 * the whole line lowers all of them without touching these. `used` are units of a buy-get promotion.
 */
export type Parcel = { readonly units: number; readonly weight: Fraction; readonly used: boolean };

/** The parcels of each line; undefined while all of its units are alike. */
export type Parcels = readonly (readonly Parcel[] | undefined)[];

/** How many units are taken of each parcel of a line. */
export type Picked = readonly number[];

export function parcelsOf(known: readonly Parcel[] | undefined, quantity: number): readonly Parcel[] {
  return known ?? [{ units: quantity, weight: fraction(quantity), used: false }];
}

export const isFree = ({ used }: Parcel) => !used;
export const isLeft = ({ weight }: Parcel) => weight.top > 0n;

export function unitsOf(parcels: readonly Parcel[], counts: (parcel: Parcel) => boolean): number {
  return parcels.reduce((all, parcel) => all + (counts(parcel) ? parcel.units : 0), 0);
}

/** Picks the units of which most, or least, is left; `from` says which parcels may be touched. */
export function pickUnits(
  parcels: readonly Parcel[],
  wanted: number,
  first: "dearest" | "cheapest",
  from: (parcel: Parcel) => boolean = () => true,
): Picked {
  const order = parcels.map((_, index) => index).toSorted((a, b) => dearer(parcels[a], parcels[b]) || a - b);
  const picked = parcels.map(() => 0);
  let missing = wanted;
  for (const index of first === "dearest" ? order : order.toReversed()) {
    const parcel = parcels[index];
    if (!parcel || !from(parcel)) continue;
    picked[index] = Math.min(missing, parcel.units);
    missing -= picked[index] ?? 0;
  }
  return picked;
}

/** What is left of the picked units, of a line of which `left` is left. */
export function leftOf(parcels: readonly Parcel[], picked: Picked, left: Cents): Fraction {
  const all = parcels.reduce((sum, { weight }) => add(sum, weight), fraction(0));
  if (left === 0 || all.top === 0n) return fraction(0);
  const some = parcels.reduce((sum, parcel, index) => add(sum, weightOf(parcel, picked[index] ?? 0)), fraction(0));
  return fraction(BigInt(left) * some.top * all.bottom, some.bottom * all.top);
}

/**
 * Takes `amount` off the picked units of a line of which `left` is left; `used` says whether they are now used. Of units
 * that give all they are worth nothing is left, not the part of a cent that rounding leaves.
 */
export function takeOffUnits(
  parcels: readonly Parcel[],
  picked: Picked,
  amount: Cents,
  left: Cents,
  used = false,
): Parcel[] {
  const taken = parcels.map((parcel, index) => weightOf(parcel, picked[index] ?? 0));
  const shares = amount === 0 ? taken.map(() => 0) : splitByLargestRemainder(amount, inWholes(taken).wholes);
  const all = parcels.reduce((sum, { weight }) => add(sum, weight), fraction(0));
  const isAll = amount > 0 && BigInt(amount) >= roundHalfDown(leftOf(parcels, picked, left));
  return parcels.flatMap((parcel, index) => {
    const units = picked[index] ?? 0;
    const off = left === 0 ? fraction(0) : multiply(all, fraction(-(shares[index] ?? 0), left));
    const lower = add(taken[index] ?? fraction(0), off);
    const weight = isAll || lower.top < 0n ? fraction(0) : coarse(lower);
    const some = { units, weight, used: used || parcel.used };
    const rest = { ...parcel, units: parcel.units - units, weight: coarse(weightOf(parcel, parcel.units - units)) };
    return [some, rest].filter((each) => each.units > 0);
  });
}

function weightOf({ units, weight }: Parcel, picked: number): Fraction {
  return picked === units ? weight : multiply(weight, fraction(picked, units));
}

const fine = 1n << 128n;

/** Some tens of discounts on parts of one line make fractions of any length: these keep 128 binary places. */
function coarse(weight: Fraction): Fraction {
  return weight.bottom > fine * fine ? fraction((weight.top * fine) / weight.bottom, fine) : weight;
}

/** Below zero where more is left of a unit of the first. */
function dearer(a: Parcel | undefined, b: Parcel | undefined): number {
  if (!a || !b) return 0;
  const [first, second] = [weightOf(a, 1), weightOf(b, 1)];
  return isLess(second, first) ? -1 : Number(isLess(first, second));
}
