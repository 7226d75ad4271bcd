import {
  floor,
  fractionText,
  multiply,
  readFraction,
  roundHalfDown,
  roundHalfUp,
  smaller,
  type Fraction,
} from "./fraction.ts";
import { wrongShares } from "./replay-shares.ts";
import type { Rounding, Step, Subject } from "./step.ts";

/** What the steps say about a line, a fee or the shipping. */
export type Replayed = {
  readonly base: bigint;
  readonly discount: bigint;
  readonly taxOnTop: bigint;
  readonly taxInside: bigint;
};

type Figures = Map<string, Replayed>;

/** Under which name `replay` gives the figures of a subject: "line a", "fee b", "shipping shipping". */
export function subjectKey({ on, subject }: Subject): string {
  return `${on} ${subject}`;
}

/**
 * Does the sums of an explanation again, from nothing but its steps: each exact figure, each rounding, each share, the
 * running sum and the total.
 *
 * @throws RangeError naming the first step that does not come out as it says.
 */
export function replay(steps: readonly Step[]): ReadonlyMap<string, Replayed> {
  const figures: Figures = new Map();
  let soFar = 0n;
  steps.forEach((step, index) => {
    const wrong = wrongFigure(step, figures);
    if (wrong !== undefined) throw new RangeError(`step ${index + 1}, ${step.kind} of ${step.subject}: ${wrong}`);
    for (const [subject, change] of changesOf(step)) soFar += note(figures, subject, change);
    const shown = step.kind === "total" ? step.amount : step.soFar;
    if (soFar !== BigInt(shown)) throw new RangeError(`step ${index + 1}: the sum so far is ${soFar}`);
  });
  if (steps.at(-1)?.kind !== "total") throw new RangeError(`step ${steps.length + 1}: the total is missing`);
  return figures;
}

function wrongFigure(step: Step, figures: Figures): string | undefined {
  const product = multiply(readFraction(step.of), readFraction(step.times));
  const exact = step.cap === undefined ? product : smaller(product, readFraction(step.cap));
  if (fractionText(exact) !== step.exact) return `it is exactly ${fractionText(exact)}`;
  if (rounded(exact, step.rounding) !== BigInt(step.amount)) return `it rounds to ${rounded(exact, step.rounding)}`;
  if (step.rest !== undefined && `${step.rest + step.amount}` !== step.of) return "net and tax are not the gross";
  if (step.kind === "tax" || step.kind === "net") {
    const taxed = takersOf(step).reduce((all, { on, subject }) => all + leftOf(figures.get(`${on} ${subject}`)), 0n);
    if (`${taxed}` !== step.of) return `what is taxed comes to ${taxed}`;
  }
  return wrongShares(step, exact);
}

/** Who takes the result of a step: its parts, or its subject by itself. */
function takersOf(step: Step): readonly (Subject & { readonly amount: number })[] {
  return step.parts?.filter(({ unused }) => unused !== true) ?? [{ ...step, amount: step.rest ?? step.amount }];
}

function changesOf(step: Step): readonly (readonly [string, Partial<Replayed>])[] {
  if (step.kind === "total" || step.kind === "net-unit") return [];
  return takersOf(step).map((taker) => {
    const amount = BigInt(taker.amount);
    const change = { discount: { discount: amount }, tax: { taxOnTop: amount }, net: { taxInside: amount } };
    return [subjectKey(taker), change[step.kind as keyof typeof change] ?? { base: amount }];
  });
}

/** Adds a change to what is known of a subject; gives what it adds to the running sum. */
function note(figures: Figures, subject: string, change: Partial<Replayed>): bigint {
  const { base = 0n, discount = 0n, taxOnTop = 0n, taxInside = 0n } = change;
  const so = figures.get(subject) ?? { base: 0n, discount: 0n, taxOnTop: 0n, taxInside: 0n };
  figures.set(subject, {
    base: so.base + base,
    discount: so.discount + discount,
    taxOnTop: so.taxOnTop + taxOnTop,
    taxInside: so.taxInside + taxInside,
  });
  return base - discount + taxOnTop;
}

function leftOf(figures: Replayed | undefined): bigint {
  return figures === undefined ? 0n : figures.base - figures.discount;
}

function rounded(exact: Fraction, rounding: Rounding): bigint {
  if (rounding === "none") return floor(exact);
  return rounding === "half-up" ? roundHalfUp(exact) : roundHalfDown(exact);
}
