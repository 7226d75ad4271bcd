/** The largest amount that may be handed in, in minor units. Sums and products may pass it, up to what a number holds. */
export const largestAmount = 1_000_000_000_000;
export const largestQuantity = 1_000_000;

/** @throws RangeError when it is not a whole number of minor units, or larger than `largestAmount` either way. */
export function checkedAmount(amount: number): number {
  if (Number.isSafeInteger(amount) && Math.abs(amount) <= largestAmount) return amount;
  throw new RangeError(`${amount} is not a whole number of minor units up to ${largestAmount}`);
}

/** @throws RangeError when it is not a whole number from 1 to `largestQuantity`. */
export function checkedQuantity(quantity: number): number {
  if (Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= largestQuantity) return quantity;
  throw new RangeError(`${quantity} is not a whole number of units from 1 to ${largestQuantity}`);
}

/** @throws RangeError when it is not a whole number of millionths from 0 to `most`. */
export function checkedRate(rate: number, most: number): number {
  if (Number.isSafeInteger(rate) && rate >= 0 && rate <= most) return rate;
  throw new RangeError(`${rate} is not a whole number of millionths from 0 to ${most}`);
}
