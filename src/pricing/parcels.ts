import { add, fraction, isLess, multiply, type Fraction } from "./fraction.ts";
import type { Cents } from "./money.ts";

/** Units of one line that are worth the same: `left` of them together, and whether a buy-get promotion used them. */
export type Parcel = { readonly units: number; readonly left: Fraction; readonly used: boolean };

/** The parcels of each line; undefined while all units of a line are alike and share what is left of it. */
export type Parcels = readonly (readonly Parcel[] | undefined)[];

/** How many units are taken of each parcel of a line. */
export type Picked = readonly number[];

export function parcelsOf(
  known: readonly Parcel[] | undefined,
  quantity: number,
  left: Cents | undefined,
): readonly Parcel[] {
  return known ?? [{ units: quantity, left: fraction(left ?? 0), used: false }];
}

export const isFree = ({ used }: Parcel) => !used;
export const isLeft = ({ left }: Parcel) => left.top > 0n;

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

/** What is left of the picked units. */
export function leftOf(parcels: readonly Parcel[], picked: Picked): Fraction {
  return parcels.reduce((all, parcel, index) => add(all, part(parcel, picked[index] ?? 0)), fraction(0));
}

/** Takes `amount` off the picked units, in proportion to what is left of each, and sets them apart where `used`. */
export function takeOffUnits(parcels: readonly Parcel[], picked: Picked, amount: Cents, used = false): Parcel[] {
  const worth = leftOf(parcels, picked);
  const kept = worth.top === 0n ? fraction(1) : add(fraction(1), fraction(-BigInt(amount) * worth.bottom, worth.top));
  return parcels.flatMap((parcel, index) => {
    const units = picked[index] ?? 0;
    const taken = { units, left: multiply(part(parcel, units), kept), used: used || parcel.used };
    const rest = { ...parcel, units: parcel.units - units, left: part(parcel, parcel.units - units) };
    return [taken, rest].filter((each) => each.units > 0);
  });
}

function part({ units, left }: Parcel, picked: number): Fraction {
  return multiply(left, fraction(picked, units));
}

/** Below zero where more is left of a unit of the first. */
function dearer(a: Parcel | undefined, b: Parcel | undefined): number {
  if (!a || !b) return 0;
  const [first, second] = [part(a, 1), part(b, 1)];
  return isLess(second, first) ? -1 : Number(isLess(first, second));
}
