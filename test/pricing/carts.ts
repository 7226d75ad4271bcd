import { toCents } from "#src/pricing/money.ts";
import type { OrderPromotion, PricingPromotion, ProductPromotion, ShippingPromotion } from "#src/pricing/promotion.ts";
import { expressRate } from "#src/pricing/rate.ts";
import type { PricingFee, PricingInput, PricingLine, PricingShipping, TaxRate } from "#src/pricing/totals.ts";

/** Carts in a few words. Money is in cents, rates are percentages as text. */
export const cents = (...amounts: readonly number[]) => amounts.map(toCents);

/** One simple tax for each percentage. */
export function taxes(...percents: readonly string[]): readonly TaxRate[] {
  return percents.map((percent) => ({ id: percent, name: `${percent} %`, rate: expressRate(percent) }));
}

type LineWords = Partial<Omit<PricingLine, "unit" | "compareAt">> & { readonly compareAt?: number };

export function line(id: string, unit: number, quantity = 1, { compareAt, ...words }: LineWords = {}): PricingLine {
  const shelf = compareAt === undefined ? {} : { compareAt: toCents(compareAt) };
  return { id, unit: toCents(unit), quantity, taxes: [], ...shelf, ...words };
}

export function shipping(
  price: number,
  rates: readonly TaxRate[] = [],
  words: Partial<PricingShipping> = {},
): PricingShipping {
  return { price: toCents(price), taxes: rates, ...words };
}

export function fee(id: string, amount: number, rates: readonly TaxRate[] = []): PricingFee {
  return { id, amount: toCents(amount), taxes: rates };
}

export function cart(words: Partial<PricingInput> & Pick<PricingInput, "lines">): PricingInput {
  return { currency: "EUR", pricesIncludeTax: false, taxRounding: "document", promotions: [], ...words };
}

type Words<Promotion extends PricingPromotion> = Partial<Omit<Promotion, "class" | "effect" | "id" | "minSubtotal">> & {
  readonly minSubtotal?: number;
};

const shared = { priority: 0, stacking: "one" } as const;

export function product(
  id: string,
  effect: ProductPromotion["effect"],
  words: Words<ProductPromotion> = {},
): ProductPromotion {
  return { ...shared, name: id, ...words, id, class: "product", effect } as ProductPromotion;
}

export function order(id: string, effect: OrderPromotion["effect"], words: Words<OrderPromotion> = {}): OrderPromotion {
  return { ...shared, name: id, ...words, id, class: "order", effect } as OrderPromotion;
}

export function delivery(
  id: string,
  effect: ShippingPromotion["effect"],
  words: Words<ShippingPromotion> = {},
): ShippingPromotion {
  return { ...shared, name: id, ...words, id, class: "shipping", effect } as ShippingPromotion;
}

export const percent = (text: string) => ({ kind: "percent", percent: expressRate(text) }) as const;
export const fixed = (amount: number) => ({ kind: "fixed", amount: toCents(amount) }) as const;
