import type { Address } from "#db/schema.ts";
import type { CartLine } from "#src/cart/cart.ts";
import { customerKey } from "#src/cart/till.ts";
import type { Order, OrderLine } from "#src/orders/order.ts";
import type { NewLine, NewOrder } from "#src/orders/store.ts";
import type { PaymentMethod } from "#src/payments/payment.ts";
import { minus, zero } from "#src/pricing/money.ts";
import { billingAddress, deliveryAddress } from "./draft.ts";
import type { Standing } from "./standing.ts";

/** What an order gets beside what stands in its cart. */
export type Particulars = {
  readonly id: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly paymentMethod: PaymentMethod;
  readonly placedAt: Date;
  readonly expiresAt: Date | null;
};

/** The order that a checkout becomes, figures copied as they were shown: nothing of it is computed again. */
export function orderSheet(stands: Standing, particulars: Particulars, lines: readonly OrderLine[]): Order {
  const { draft, quote, way, delivery } = stands;
  const { totals, chosen, arrival } = quote;
  const { shipping } = totals;
  return {
    ...particulars,
    email: draft.email ?? "",
    name: draft.name ?? "",
    state: "placed",
    archived: false,
    paymentState: totals.total === 0 ? "paid" : "unpaid",
    deliveryState: delivery === "digital" ? "none_needed" : "unfulfilled",
    currency: totals.currency,
    goods: totals.subtotal,
    discount: totals.discount,
    shipping: shipping ? minus(shipping.price, shipping.discount) : zero,
    tax: totals.tax,
    total: totals.total,
    totals,
    deliveryType: delivery,
    deliveryName: chosen?.method.name ?? "By email",
    deliveryTime: arrival === "" ? (chosen?.method.time ?? "") : arrival,
    address: addressOf(stands),
    billing: billingAddress(draft),
    pickupPointId: way?.point?.id ?? null,
    note: draft.note ?? "",
    tracking: "",
    version: 1,
    lines,
    events: [],
    payments: [],
  };
}

function addressOf({ delivery, draft, way }: Standing): Address | null {
  if (delivery === "delivery") return deliveryAddress(draft);
  if (!way?.point) return null;
  const { name, street, city, region, postcode, country } = way.point;
  return { name, street, city, region, postcode, country };
}

/** The row of an order: without what other tables hold, with what only the table knows. */
export function orderRow(
  order: Order,
  { cart, linkHash }: { readonly cart: Standing["cart"]; readonly linkHash: string },
): NewOrder {
  const { lines: _lines, events: _events, payments: _payments, ...row } = order;
  return { ...row, cartId: cart.id, linkHash, emailKey: customerKey(order.email), codeKey: cart.codeKey };
}

/**
 * A row for each line, with the figures of the total. It keeps the id that the line had in the cart, by which the stored
 * total names it. `tracked` are variants that were taken off a shelf.
 */
export function lineRows({ cart, quote }: Standing, tracked: ReadonlySet<string>): readonly NewLine[] {
  const sums = new Map(quote.totals.lines.map((line) => [line.id, line]));
  return cart.lines.flatMap((line) => {
    const sum = sums.get(line.id);
    if (!sum) return [];
    const { unit, base, discount, net, tax, gross } = sum;
    return [
      { ...thingOf(line), id: line.id, tracked: tracked.has(line.variantId), unit, base, discount, net, tax, gross },
    ];
  });
}

const thingOf = ({ variantId, handle, title, options, sku, picture, quantity }: CartLine) => ({
  variantId,
  handle,
  title,
  options,
  sku,
  picture,
  quantity,
});

/** The lines as the order shows them. */
export const orderLines = (rows: readonly NewLine[]): readonly OrderLine[] =>
  rows.map(
    ({ id, variantId, handle, title, options = "", sku = "", picture = "", quantity, unit, base, discount }) => ({
      id,
      variantId,
      handle,
      title,
      options,
      sku,
      picture,
      quantity,
      unit,
      base,
      discount,
      shipped: 0,
    }),
  );
