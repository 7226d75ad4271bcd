import { add, floor, fraction, fractionText, isLess, multiply, readFraction, type Fraction } from "./fraction.ts";
import type { Step } from "./step.ts";

type Share = { readonly exact: string; readonly amount: number };

/** What is wrong with the shares of lines, or of rates, that a step hands out; undefined when they come out. */
export function wrongShares(step: Step, exact: Fraction): string | undefined {
  const handed = BigInt(step.rest ?? step.amount);
  return (step.parts && wrongSplit(step.parts, handed, wholeOf(step, exact))) ?? wrongRates(step);
}

/** What the exact shares add up to: the exact tax, or the rounded discount. */
function wholeOf(step: Step, exact: Fraction): Fraction {
  if (step.kind === "tax") return exact;
  if (step.kind === "net") return add(readFraction(step.of), multiply(exact, minusOne));
  return fraction(step.amount);
}

/** A tax below zero is split over its rates like its opposite. */
function wrongRates({ rates, rest }: Step): string | undefined {
  if (rates === undefined) return undefined;
  const tax: number = rest ?? 0;
  if (tax >= 0) return wrongSplit(rates, BigInt(tax), fraction(tax));
  const mirrored = rates.map(({ exact, amount }) => {
    return { exact: fractionText(multiply(readFraction(exact), minusOne)), amount: -amount };
  });
  return wrongSplit(mirrored, BigInt(-tax), fraction(-tax));
}

/** Hands out `handed` again by largest remainder: on a tie to the larger share, then as listed. */
function wrongSplit(shares: readonly Share[], handed: bigint, whole: Fraction): string | undefined {
  const exact = shares.map((share) => readFraction(share.exact));
  if (fractionText(exact.reduce(add, fraction(0))) !== fractionText(whole)) return "the shares are not the whole";
  const split = exact.map(floor);
  const rests = exact.map((share, index) => add(share, fraction(-(split[index] ?? 0n))));
  const order = exact.map((_, index) => index).sort((a, b) => larger(rests, a, b) || larger(exact, a, b) || a - b);
  const left = handed - split.reduce((all, share) => all + share, 0n);
  for (const index of order.slice(0, Number(left))) split[index] = (split[index] ?? 0n) + 1n;
  const wrong = shares.findIndex((share, index) => split[index] !== BigInt(share.amount));
  return wrong < 0 ? undefined : `share ${wrong + 1} is ${split[wrong]}`;
}

const minusOne = fraction(-1);

function larger(values: readonly Fraction[], a: number, b: number): number {
  const [first, second] = [values[a] ?? minusOne, values[b] ?? minusOne];
  return isLess(second, first) ? -1 : Number(isLess(first, second));
}
