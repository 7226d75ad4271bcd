import { assemble } from "./assemble.ts";
import { explain } from "./explain.ts";
import type { Step } from "./step.ts";
import type { Cents } from "./money.ts";
import { chooseOutcome } from "./outcome.ts";
import type { PricingPromotion, PromotionClass, Refusal } from "./promotion.ts";
import type { Millionths } from "./rate.ts";
import { readCart } from "./read-cart.ts";
import { taxGroups } from "./taxed.ts";

export type TaxRounding = "line" | "document";

export type TaxRate = {
  /** Rates of one id are added up in the document's list of taxes. */
  readonly id: string;
  readonly name: string;
  readonly rate: Millionths;
  /** Works on the net amount plus the taxes that are not compound. */
  readonly compound?: boolean;
};

export type PricingLine = {
  readonly id: string;
  /** Decides ties, before the line's id; the line's id where it is not given. */
  readonly variantId?: string;
  /** What one unit costs now, in the shop's price mode. */
  readonly unit: Cents;
  readonly quantity: number;
  readonly taxes: readonly TaxRate[];
  /** Overrides the shop's price mode for this line. */
  readonly includesTax?: boolean;
  /** Taxes inside the price as it stands on the shelf, where the buyer's are others: its net price then counts. */
  readonly inside?: readonly TaxRate[];
  /** Without it, a line is on sale when `compareAt` is above `unit`. */
  readonly onSale?: boolean;
  readonly compareAt?: Cents;
};

export type PricingShipping = {
  readonly price: Cents;
  readonly taxes: readonly TaxRate[];
  /** False where prices include tax: the price is turned into one that does, before discounts and tax. */
  readonly includesTax?: boolean;
  readonly inside?: readonly TaxRate[];
  readonly label?: string;
};

export type PricingFee = {
  readonly id: string;
  /** May be negative. */
  readonly amount: Cents;
  readonly taxes: readonly TaxRate[];
  readonly includesTax?: boolean;
  readonly inside?: readonly TaxRate[];
  readonly label?: string;
};

export type PricingInput = {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: TaxRounding;
  /** Pays no tax; where a price includes tax, its unit's net price. `taxes` still name the shop's own rates. */
  readonly taxExempt?: boolean;
  readonly lines: readonly PricingLine[];
  /** Those that this shopper may use today; money and quantities are looked at here. */
  readonly promotions: readonly PricingPromotion[];
  readonly shipping?: PricingShipping;
  readonly fees?: readonly PricingFee[];
};

export type Discount = { readonly promotionId: string; readonly name: string; readonly amount: Cents };
export type TaxAmount = {
  readonly id: string;
  readonly name: string;
  readonly rate: Millionths;
  readonly compound: boolean;
  readonly amount: Cents;
};

/** `net + tax = gross` always; `base - discount` is the net where prices come without tax, the gross where with. */
export type TotalsLine = {
  readonly id: string;
  /** What a unit counted as: the net price for an exempt buyer of a shop whose prices include tax. */
  readonly unit: Cents;
  readonly quantity: number;
  readonly base: Cents;
  readonly discounts: readonly Discount[];
  readonly discount: Cents;
  /** `base - discount`, in the line's price mode. */
  readonly amount: Cents;
  readonly net: Cents;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Cents;
  readonly gross: Cents;
};

export type TotalsShipping = {
  readonly label: string;
  readonly price: Cents;
  readonly discounts: readonly Discount[];
  readonly discount: Cents;
  readonly net: Cents;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Cents;
  readonly gross: Cents;
};

export type TotalsFee = {
  readonly id: string;
  readonly label: string;
  readonly amount: Cents;
  readonly net: Cents;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Cents;
  readonly gross: Cents;
};

export type AppliedPromotion = Discount & { readonly class: PromotionClass };
export type NotAppliedPromotion = {
  readonly promotionId: string;
  readonly name: string;
  readonly class: PromotionClass;
  readonly reason: Refusal;
};

/** Plain numbers and text: may be stored as JSON and is then never computed again. */
export type Totals = {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: TaxRounding;
  readonly taxExempt: boolean;
  readonly lines: readonly TotalsLine[];
  /** All lines before discounts, in the shop's price mode. */
  readonly subtotal: Cents;
  /** Product and order discounts, in the shop's price mode; shipping has its own. */
  readonly discount: Cents;
  readonly shipping: TotalsShipping | undefined;
  readonly fees: readonly TotalsFee[];
  /** Per rate, over lines, fees and shipping; `net` is the amount without any tax that the rate was taken on. */
  readonly taxes: readonly (TaxAmount & { readonly net: Cents })[];
  readonly net: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly applied: readonly AppliedPromotion[];
  readonly notApplied: readonly NotAppliedPromotion[];
  /** Empty unless asked for with `explain`. */
  readonly steps: readonly Step[];
};

/**
 * The one function that every figure of cart, checkout, order, letter and paper comes from. Pure: the same input, in
 * whatever order its lines and promotions come, gives the same totals.
 *
 * Promise: `total` is the sum of the gross amounts; discounts add up to their lines' and their promotions' shares; adding
 * a promotion does not raise the total (but for buy-get promotions that combine and so compete for the same units). With
 * `explain`, `steps` say where each cent comes from.
 *
 * @throws RangeError for a figure that is out of range or a total that cannot be held exactly.
 */
export function priceCart(input: PricingInput, options: { readonly explain?: boolean } = {}): Totals {
  const cart = readCart(input);
  const outcome = chooseOutcome(cart);
  const groups = taxGroups(cart, outcome);
  const totals = assemble(cart, outcome, groups);
  return options.explain === true ? { ...totals, steps: explain(cart, outcome, groups) } : totals;
}
