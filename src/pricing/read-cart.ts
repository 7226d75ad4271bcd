import { checkPromotion } from "./check-promotion.ts";
import { checkedAmount } from "./limits.ts";
import { toCents } from "./money.ts";
import { countedPrice } from "./net-price.ts";
import type { Cart } from "./outcome.ts";
import { readSheet } from "./sheet.ts";
import { groupByRates } from "./tax-groups.ts";
import type { PricingInput } from "./totals.ts";

/** @throws RangeError naming the figure that is out of range. */
export function readCart(input: PricingInput): Cart {
  const { shipping, fees = [], promotions } = input;
  promotions.forEach(checkPromotion);
  if (new Set(promotions.map(({ id }) => id)).size < promotions.length) {
    throw new RangeError("two promotions have the same id");
  }
  if (shipping && checkedAmount(shipping.price) < 0) throw new RangeError("shipping costs less than nothing");
  const sheet = readSheet(input);
  return {
    input,
    sheet,
    fees: fees.map((fee) => countedPrice(input, toCents(checkedAmount(fee.amount)), fee)),
    shippingPrice: shipping && countedPrice(input, toCents(shipping.price), shipping),
    taxables: groupByRates(input, sheet),
  };
}
