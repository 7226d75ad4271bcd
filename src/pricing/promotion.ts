import type { Cents } from "./money.ts";
import type { Millionths } from "./rate.ts";

export type PromotionClass = "product" | "order" | "shipping";

/**
 * - one: the default. One per class, for product discounts one per line; the one that saves most wins
 * - combines: applies together with the others of its class that say so
 * - alone: no other promotion of any class beside it
 */
export type Stacking = "one" | "combines" | "alone";

type Shared = {
  readonly id: string;
  readonly name: string;
  /** Lower goes first within a class; then the lower id. */
  readonly priority: number;
  readonly stacking: Stacking;
  /** Ids of the lines it is for; all where not given. Conditions below count these lines only. */
  readonly lines?: readonly string[];
  readonly excludeSaleItems?: boolean;
  /** Compared with unit x quantity of the lines it is for, before any discount. */
  readonly minSubtotal?: Cents;
  /** Units of the lines it is for, all together. */
  readonly minQuantity?: number;
  /** Units on at least one of the lines it is for. */
  readonly minLineQuantity?: number;
};

type UnitLimits = {
  /** At most so many units of the whole cart, the dearest first. For buyGet: so many units as gifts. */
  readonly limitUnits?: number;
  readonly limitUnitsPerLine?: number;
};

/** What a tier is chosen by: value or units of all its lines together, or the units of each line by itself. */
export type TierMeasure = "amount" | "quantity" | "lineQuantity";

/** `[from, value]`: the value holds from this amount or quantity on. Below the first one `below` holds, or nothing. */
export type Tiers = {
  readonly by: TierMeasure;
  readonly below?: number;
  readonly tiers: readonly (readonly [from: number, value: number])[];
};

export type GoodsEffect =
  | { readonly kind: "percent"; readonly percent: Millionths }
  /** Once, shared out over its lines by what is left of each. */
  | { readonly kind: "fixed"; readonly amount: Cents }
  | { readonly kind: "fixedPerUnit"; readonly amount: Cents }
  | { readonly kind: "fixedPerLine"; readonly amount: Cents }
  /** Values are millionths. */
  | ({ readonly kind: "tieredPercent" } & Tiers)
  /** Values are minor units: off each unit, off each line, or once and shared out. */
  | ({ readonly kind: "tieredFixed"; readonly off: "unit" | "line" | "once" } & Tiers);

export type BuyGetEffect = {
  readonly kind: "buyGet";
  /** Ids of the lines that count as bought, and that may be the gift; the promotion's own lines where not given. */
  readonly buyLines?: readonly string[];
  readonly buyQuantity: number;
  readonly getLines?: readonly string[];
  readonly getQuantity: number;
  /** Off the gift; all of it where not given. */
  readonly percent?: Millionths;
};

export type PlainShippingEffect =
  | { readonly kind: "free" }
  | { readonly kind: "percent"; readonly percent: Millionths }
  | { readonly kind: "fixed"; readonly amount: Cents };

/** Its tiers are chosen by the goods of the lines that it is for, never by the price of shipping. */
export type ShippingEffect =
  PlainShippingEffect | ({ readonly kind: "tieredPercent" } & Tiers) | ({ readonly kind: "tieredFixed" } & Tiers);

export type ProductPromotion = Shared &
  UnitLimits & { readonly class: "product"; readonly effect: GoodsEffect | BuyGetEffect };
export type OrderPromotion = Shared & UnitLimits & { readonly class: "order"; readonly effect: GoodsEffect };
export type ShippingPromotion = Shared & { readonly class: "shipping"; readonly effect: ShippingEffect };

/** A promotion that this shopper may use: dates, codes, customers and countries have been looked at before. */
export type PricingPromotion = ProductPromotion | OrderPromotion | ShippingPromotion;

/** Why a promotion took nothing off, with the figures for a sentence. */
export type Refusal =
  | { readonly code: "no-lines" }
  | { readonly code: "sale-items" }
  | { readonly code: "no-shipping" }
  /** `needed` of goods, `missing` of it not in the cart. */
  | { readonly code: "min-subtotal"; readonly needed: Cents; readonly missing: Cents }
  | { readonly code: "min-quantity"; readonly needed: number; readonly missing: number }
  | { readonly code: "min-line-quantity"; readonly needed: number; readonly missing: number }
  /** A buy-get promotion without enough units for one gift. */
  | { readonly code: "few-units"; readonly missing: number }
  /** Below the first tier. */
  | { readonly code: "first-tier"; readonly by: TierMeasure; readonly needed: number; readonly missing: number }
  /** What it is for costs nothing any more, or its share is less than the smallest coin. */
  | { readonly code: "nothing-left" }
  /** Only one of its class may apply and `by` saves this cart more; by itself this one would take `saves` off. */
  | { readonly code: "better"; readonly by: string; readonly byName: string; readonly saves: Cents }
  /** It, or `by`, goes with no other promotion, and `by` saves this cart more. */
  | { readonly code: "alone"; readonly by: string; readonly byName: string; readonly saves: Cents };
