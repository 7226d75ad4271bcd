import { canBeBought, newsOf, type Cart as ShopCart, type CartLine } from "#src/cart/cart.ts";
import type { Quote } from "#src/cart/quote.ts";
import type { Order as ShopOrder, OrderLine } from "#src/orders/order.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { rateText } from "#src/pricing/rate.ts";
import type { Totals } from "#src/pricing/totals.ts";
import type { Cart, Order, OrderSummary, Sums } from "./cart-shapes.ts";
import { moneyOf } from "./shown-goods.ts";

/** Every figure as the till has it. */
function sumsOf(totals: Totals): Sums {
  const money = (amount: Cents) => moneyOf(amount, totals.currency);
  const { shipping } = totals;
  return {
    goods: money(totals.subtotal),
    discount: money(totals.discount),
    shipping: shipping
      ? { name: shipping.label, price: money(shipping.price), discount: money(shipping.discount) }
      : null,
    fees: totals.fees.map(({ label, amount }) => ({ name: label, amount: money(amount) })),
    tax: money(totals.tax),
    total: money(totals.total),
    prices_include_tax: totals.pricesIncludeTax,
    savings: totals.applied.map(({ name, amount }) => ({ name, amount: money(amount) })),
    taxes: totals.taxes.map(({ name, rate, amount }) => ({ name, percent: rateText(rate), amount: money(amount) })),
  };
}

function lineOf(line: CartLine, totals: Totals): Cart["lines"][number] {
  const counted = totals.lines.find(({ id }) => id === line.id);
  const money = (amount: Cents) => moneyOf(amount, totals.currency);
  return {
    id: line.id,
    product: line.handle,
    variant: line.variantId,
    title: line.title,
    options: line.options,
    quantity: line.quantity,
    price: money(counted?.unit ?? line.unit),
    sums: counted
      ? { before: money(counted.base), discount: money(counted.discount), after: money(counted.amount) }
      : null,
    message: messageOf(line, totals.currency),
  };
}

function messageOf(line: CartLine, currency: string): string | null {
  const news = newsOf(line);
  if (!news) return null;
  if (news.what === "gone") return "This is no longer sold.";
  return news.what === "short" ? news.message : `It was ${formatMoney(news.was, currency)} when you put it in.`;
}

export function cartOf(cart: ShopCart, { totals, coupon, place, placeIsGuess }: Quote): Cart {
  return {
    lines: cart.lines.map((line) => lineOf(line, totals)),
    count: cart.count,
    sums: sumsOf(totals),
    coupon: coupon
      ? { name: coupon.name, state: coupon.state, saves: moneyOf(coupon.saves, totals.currency), message: coupon.why }
      : null,
    destination: { country: place.country, region: place.region, postcode: place.postcode, is_guess: placeIsGuess },
    buyable: canBeBought(cart),
  };
}

type Head = Pick<ShopOrder, "number" | "placedAt" | "state" | "paymentState" | "deliveryState" | "total" | "currency">;

export const orderSummaryOf = (order: Head): OrderSummary => ({
  number: order.number,
  placed_at: order.placedAt.toISOString(),
  state: order.state,
  payment_state: order.paymentState,
  delivery_state: order.deliveryState,
  total: moneyOf(order.total, order.currency),
});

function orderLineOf(line: OrderLine, currency: string): Order["lines"][number] {
  const { handle, title, options, sku, quantity, shipped } = line;
  const money = (amount: Cents) => moneyOf(amount, currency);
  return {
    ...{ product: handle, title, options, sku, quantity, shipped },
    price: money(line.unit),
    before: money(line.base),
    discount: money(line.discount),
  };
}

export function orderOf(order: ShopOrder): Order {
  const { address, currency } = order;
  return {
    ...orderSummaryOf(order),
    lines: order.lines.map((line) => orderLineOf(line, currency)),
    sums: sumsOf(order.totals),
    delivery: {
      name: order.deliveryName,
      time: order.deliveryTime,
      tracking: order.tracking,
      address: address && {
        name: address.name,
        street: address.street,
        city: address.city,
        region: address.region ?? "",
        postcode: address.postcode,
        country: address.country,
      },
    },
    payment_method: order.paymentMethod,
    note: order.note,
  };
}
