import { checkPromotion } from "./check-promotion.ts";
import { checkedAmount } from "./limits.ts";
import { toCents } from "./money.ts";
import { countedPrice, grossOf } from "./net-price.ts";
import type { Cart } from "./outcome.ts";
import { readSheet } from "./sheet.ts";
import { groupByRates } from "./tax-groups.ts";
import type { PricingInput } from "./totals.ts";

/** @throws RangeError naming the figure that is out of range. */
export function readCart(given: PricingInput): Cart {
  const { fees = [], promotions } = given;
  promotions.forEach(checkPromotion);
  if (new Set(promotions.map(({ id }) => id)).size < promotions.length) {
    throw new RangeError("two promotions have the same id");
  }
  if (given.shipping && checkedAmount(given.shipping.price) < 0)
    throw new RangeError("shipping costs less than nothing");
  const input = withShippingAsShown(given);
  const { shipping } = input;
  const sheet = readSheet(input);
  return {
    input,
    sheet,
    fees: fees.map((fee) => countedPrice(input, toCents(checkedAmount(fee.amount)), fee)),
    shippingPrice: shipping && countedPrice(input, toCents(shipping.price), shipping),
    taxables: groupByRates(input, sheet),
  };
}

/**
 * Where prices include tax, so does a price of shipping that is stated without: it is turned once, before anything else,
 * so that discounts come off what is shown and one rate of tax is rounded once.
 */
function withShippingAsShown(input: PricingInput): PricingInput {
  const { pricesIncludeTax, taxExempt, shipping } = input;
  if (!pricesIncludeTax || taxExempt || !shipping || shipping.inside || shipping.includesTax !== false) return input;
  return { ...input, shipping: { ...shipping, price: grossOf(shipping.price, shipping.taxes), includesTax: true } };
}
