import Type, { type Static } from "typebox";
import { count, moment, Money, orNull, page, shape, text } from "./shapes.ts";

// Carts and orders: whatever is a figure here was reckoned by the shop's one till, and is printed as it is stored.

const Tax = shape("Tax", { name: text(), percent: text('As text, so that it stays exact: "8.25".'), amount: Money });

export const Sums = shape(
  "Sums",
  {
    goods: Money,
    discount: Money,
    shipping: orNull(shape("Shipping", { name: text(), price: Money, discount: Money })),
    fees: Type.Array(shape("Fee", { name: text(), amount: Money })),
    tax: Money,
    total: Money,
    prices_include_tax: Type.Boolean({ description: "Whether the tax is in the goods already, or comes on top." }),
    savings: Type.Array(shape("Saving", { name: text(), amount: Money })),
    taxes: Type.Array(Tax),
  },
  "What it comes to.",
);

const CartLine = shape(
  "CartLine",
  {
    id: text(),
    product: text("A handle."),
    variant: text(),
    title: text(),
    options: text('In words: "Ink, 0.9 l".'),
    quantity: Type.Integer({ minimum: 1, maximum: 99 }),
    price: Money,
    sums: orNull(shape("LineSums", { before: Money, discount: Money, after: Money })),
    message: orNull(text("What has changed about it since it was put in.")),
  },
  "A line of the cart. What is no longer sold has no sums.",
);

const Coupon = shape("Coupon", {
  name: text(),
  state: Type.Union([Type.Literal("used"), Type.Literal("kept"), Type.Literal("refused")], {
    description: "Used; or fine, but it takes nothing off just now; or no longer good.",
  }),
  saves: Money,
  message: text("Why it takes nothing off."),
});

const Destination = shape("Destination", {
  country: text(),
  region: text(),
  postcode: text(),
  is_guess: Type.Boolean({ description: "Nobody said yet where it goes: it is reckoned for where the shop is." }),
});

export const Cart = shape(
  "Cart",
  {
    lines: Type.Array(CartLine),
    count: count("Units in it."),
    sums: Sums,
    coupon: orNull(Coupon),
    destination: Destination,
    buyable: Type.Boolean({ description: "Whether it can be ordered as it stands." }),
  },
  "The cart.",
);

const orderSummary = {
  number: text(),
  placed_at: moment(),
  state: text("placed or canceled"),
  payment_state: text(),
  delivery_state: text(),
  total: Money,
};

export const OrderSummary = shape("OrderSummary", orderSummary);

const OrderLine = shape("OrderLine", {
  product: text("A handle."),
  title: text(),
  options: text(),
  sku: text(),
  quantity: count(),
  shipped: count("How many have left the house."),
  price: Money,
  before: Money,
  discount: Money,
});

const PostalAddress = shape("PostalAddress", {
  name: text(),
  street: text(),
  city: text(),
  region: text(),
  postcode: text(),
  country: text(),
});

export const Order = shape(
  "Order",
  {
    ...orderSummary,
    lines: Type.Array(OrderLine),
    sums: Sums,
    delivery: shape("Delivery", { name: text(), time: text(), tracking: text(), address: orNull(PostalAddress) }),
    payment_method: text(),
    note: text(),
  },
  "An order as it was placed: nothing of it is reckoned again.",
);

export const OrderPage = page("OrderPage", OrderSummary);

const quantity = Type.Integer({ minimum: 1, maximum: 99, say: "Choose a quantity from 1 to 99." });
const named = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 200, description, say: "Name one that is there." }));

export const AddLine = shape("AddLine", {
  variant: named("The id of a variant."),
  product: named("Or a product's handle,"),
  options: Type.Optional(
    Type.Array(Type.String({ maxLength: 200 }), {
      maxItems: 3,
      description: "with the value of each of its options.",
      say: "Name a value for each option.",
    }),
  ),
  quantity,
});

export const ChangeLine = shape("ChangeLine", { quantity });

export const UseCoupon = shape("UseCoupon", {
  code: Type.String({ minLength: 1, maxLength: 200, say: "Write the code.", description: "As it was given out." }),
});

export type Sums = Static<typeof Sums>;
export type Cart = Static<typeof Cart>;
export type OrderSummary = Static<typeof OrderSummary>;
export type Order = Static<typeof Order>;
