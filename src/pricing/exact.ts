/** The whole part of an exact division, rounded towards minus infinity, and what is left over: `0 <= rest < divisor`. */
export type Quotient = { readonly whole: number; readonly rest: number };

/**
 * `a x b x c / divisor`, exact: by BigInt as soon as the product passes what a number holds.
 *
 * @throws RangeError when the divisor is not a positive safe integer or the result passes what a number holds.
 */
export function divide(a: number, b: number, c: number, divisor: number): Quotient {
  const product = a * b * c + 0; // never minus zero
  if (Math.abs(product) > Number.MAX_SAFE_INTEGER) return divideLarge(BigInt(a) * BigInt(b) * BigInt(c), divisor);
  const near = Math.floor(product / divisor);
  const rest = product - near * divisor;
  if (rest < 0) return { whole: near - 1, rest: rest + divisor };
  return rest < divisor ? { whole: near, rest } : { whole: near + 1, rest: rest - divisor };
}

/** What a shopper pays: a half counts up. */
export function halfUp(a: number, b: number, c: number, divisor: number): number {
  const { whole, rest } = divide(a, b, c, divisor);
  return rest >= divisor - rest ? whole + 1 : whole;
}

/** What is taken off a price: a half counts down, so that what is left to pay rounds half up. */
export function halfDown(a: number, b: number, c: number, divisor: number): number {
  const { whole, rest } = divide(a, b, c, divisor);
  return rest > divisor - rest ? whole + 1 : whole;
}

/** @throws RangeError when `value` is not a whole number that JavaScript holds exactly. */
export function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is more than can be counted exactly`);
  return value;
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function divideLarge(product: bigint, divisor: number): Quotient {
  const by = BigInt(safe(divisor));
  const rest = ((product % by) + by) % by;
  return { whole: safe(Number((product - rest) / by)), rest: Number(rest) };
}
