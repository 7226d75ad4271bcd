import type { Cents } from "./money.ts";
import type { PromotionClass } from "./promotion.ts";
import type { Millionths } from "./rate.ts";

/** "half-up" is for what is paid, "half-down" for what is taken off. */
export type Rounding = "none" | "half-up" | "half-down";

/** What a step is about: a line or fee by its id, the shipping, or several of them together (then see `parts`). */
export type Subject = { readonly on: "line" | "fee" | "shipping" | "order"; readonly subject: string };

/**
 * A share of a step's result: the exact share, and the whole one by largest remainder. Listed in the order of ties.
 * One that is `unused` is not taken, because another promotion is better for that line.
 */
export type Part = Subject & { readonly exact: string; readonly amount: Cents; readonly unused?: true };

/** A rate's share of the tax inside an amount. */
export type RatePart = { readonly id: string; readonly name: string; readonly exact: string; readonly amount: Cents };

/**
 * One step of a total. `exact = min(of x times, cap)`, then rounded to `amount`. Exact figures are written as "1499/2".
 *
 * - net-unit: the net price of a unit, where the tax inside comes out first: exempt buyers, shops that keep net prices
 * - line, shipping, fee: what it costs before discounts
 * - discount: what a promotion takes off a line, off shipping, or off all of `parts`
 * - tax: a tax on top of the net amount `of`, shared out over `parts`
 * - net: the net amount inside the gross amount `of`; the `rest` is tax, shared out over `parts` and over `rates`
 * - total: what the shopper pays
 */
export type Step = Subject & {
  readonly kind: "net-unit" | "line" | "shipping" | "fee" | "discount" | "tax" | "net" | "total";
  /** Of the promotion, tax, fee or shipping method. */
  readonly name: string;
  readonly promotionId?: string;
  readonly class?: PromotionClass;
  /** Units that a discount counted, and the percentage of a discount or tax, for the sentence. */
  readonly units?: number;
  readonly rate?: Millionths;
  readonly of: string;
  readonly times: string;
  readonly cap?: string;
  readonly exact: string;
  readonly rounding: Rounding;
  readonly amount: Cents;
  readonly rest?: Cents;
  readonly parts?: readonly Part[];
  readonly rates?: readonly RatePart[];
  /** What the step adds to the running sum, and that sum: it ends at the total. */
  readonly effect: Cents;
  readonly soFar: Cents;
};

/** A step before the running sum is known. */
export type Draft = Omit<Step, "soFar">;
