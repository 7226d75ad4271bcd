import { toCents, zero } from "#src/pricing/money.ts";

/** The row of an order of long ago, with nothing in it but a total. */
export const orderRow = (nth: number, placedAt: Date, total: number, state = "placed") => ({
  id: `old-${String(nth).padStart(7, "0")}`,
  number: `OLD-${nth}`,
  cartId: `cart-${nth}`,
  linkHash: `link-${nth}`,
  email: "odile@example.com",
  emailKey: "odile@example.com",
  name: "Odile",
  paymentState: "paid",
  deliveryState: "delivered",
  currency: "USD",
  ...{ goods: toCents(total), discount: zero, shipping: zero, tax: zero, total: toCents(total), totals: {} },
  ...{ deliveryType: "delivery", deliveryName: "Parcel", paymentMethod: "transfer" },
  state,
  placedAt,
});
