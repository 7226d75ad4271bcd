import { halfUp, safe } from "./exact.ts";
import { toCents, type Cents } from "./money.ts";

/**
 * What to give back for units `from` + 1 to `to` of a line of `quantity` units that was charged `total`.
 *
 * Promise: however a line is given back, piece by piece in order, the pieces add up to `total`.
 *
 * @throws RangeError unless `0 <= from <= to <= quantity` in whole units and `total` is not below zero.
 */
export function refundFor(total: Cents, quantity: number, from: number, to: number): Cents {
  const fits = [from, to, quantity].every(Number.isSafeInteger) && 0 <= from && from <= to && to <= quantity;
  if (!fits || quantity === 0) throw new RangeError(`units ${from} to ${to} are not among ${quantity}`);
  if (safe(total) < 0) throw new RangeError(`${total} was not charged`);
  return toCents(halfUp(total, to, 1, quantity) - halfUp(total, from, 1, quantity));
}
