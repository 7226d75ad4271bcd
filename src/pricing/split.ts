import { divide, safe } from "./exact.ts";
import { toCents, type Cents } from "./money.ts";

/** Which of two shares gets an odd cent first when remainders and amounts are the same: below zero for the first. */
export type TieOrder = (a: number, b: number) => number;

/**
 * Splits `total` in proportion to `weights`, to whole cents that add up to it exactly.
 *
 * Each share is rounded down and the cents left over go one each to the largest remainders; on a tie to the larger
 * weight, then by `ties` (positions where it is not given). A share is never above its weight while the total is not
 * above the sum. A total below zero is split like its opposite. Weights that are all zero share equally.
 *
 * @throws RangeError when a weight is below zero, or there are none for a total that is not zero.
 */
export function splitByLargestRemainder(
  total: Cents,
  weights: readonly (number | bigint)[],
  ties: TieOrder = byPosition,
): Cents[] {
  if (total < 0) return splitByLargestRemainder(toCents(-total), weights, ties).map((share) => toCents(-share));
  if (weights.some((weight) => weight < 0)) throw new RangeError("cannot split in proportion to an amount below zero");
  if (weights.length === 0 && total > 0) throw new RangeError(`there is nothing to split ${total} over`);
  const used = weights.every((weight) => Number(weight) === 0) ? weights.map(() => 1) : weights;
  return (splitNumbers(total, used, ties) ?? splitLarge(total, used.map(BigInt), ties)).map(toCents);
}

/**
 * Hands out `left` cents, one each, to the largest remainders: then the larger weight, then `ties`.
 * Adds them to `shares` in place.
 */
export function handOut<Size extends number | bigint>(
  left: number,
  shares: number[],
  rests: readonly Size[],
  weights: readonly Size[],
  ties: TieOrder,
): void {
  if (left === 0) return;
  const order = shares.map((_, index) => index);
  order.sort((a, b) => descending(rests[a], rests[b]) || descending(weights[a], weights[b]) || ties(a, b));
  for (const index of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
}

const byPosition: TieOrder = (a, b) => a - b;

function descending<Size extends number | bigint>(a: Size | undefined, b: Size | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a > b ? -1 : 1;
}

function splitNumbers(total: Cents, weights: readonly (number | bigint)[], ties: TieOrder): number[] | undefined {
  const sizes: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    if (typeof weight === "bigint") return undefined;
    sizes.push(weight);
    sum += weight;
  }
  safe(sum);
  const shares: number[] = [];
  const rests: number[] = [];
  let left: number = total;
  for (const size of sizes) {
    const { whole, rest } = divide(total, size, 1, sum);
    shares.push(whole);
    rests.push(rest);
    left -= whole;
  }
  handOut(left, shares, rests, sizes, ties);
  return shares;
}

function splitLarge(total: Cents, weights: readonly bigint[], ties: TieOrder): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const products = weights.map((weight) => BigInt(total) * weight);
  const shares = products.map((product) => Number(product / sum));
  const left = shares.reduce((rest, share) => rest - share, Number(total));
  handOut(
    left,
    shares,
    products.map((product) => product % sum),
    weights,
    ties,
  );
  return shares;
}
