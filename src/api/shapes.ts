import Type, { type Static, type TProperties, type TSchema } from "typebox";

// What is answered, said once: the types that the routes are held to, the check in the tests, and the published
// description all come from here. A title names a shape there.

export const shape = <P extends TProperties>(title: string, properties: P, description?: string) =>
  Type.Object(properties, { additionalProperties: false, title, ...(description && { description }) });

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const text = (description?: string) => Type.String(description === undefined ? {} : { description });
export const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description !== undefined && { description }) });
export const moment = (description?: string) =>
  Type.String({ format: "date-time", ...(description !== undefined && { description }) });
const address = (description: string) => Type.String({ format: "uri", description });

export const Money = shape(
  "Money",
  {
    amount: Type.Integer({ description: "A whole number of minor units: 2999 is 29.99 in USD, and 2,999 in JPY." }),
    currency: Type.String({ pattern: "^[A-Z]{3}$", description: "ISO 4217." }),
  },
  "An amount of money. It is never a fraction.",
);

export const Picture = shape("Picture", { url: address("Where it lies."), alt: text("What it shows, in words.") });

const Option = shape("Option", { name: text(), values: Type.Array(text()) }, "What a product comes in.");

export const Variant = shape(
  "Variant",
  {
    id: text("What goes into a cart."),
    options: Type.Array(text(), { description: "The value of each option, in the order of the product's options." }),
    sku: text(),
    price: Money,
    compare_at: orNull(Money),
    available: Type.Boolean(),
  },
  "One combination of options, with a price of its own.",
);

const summary = {
  handle: text("Its name in addresses."),
  title: text(),
  subtitle: text(),
  url: address("Its page in the shop."),
  picture: orNull(Picture),
  price: shape("PriceSpan", { from: Money, to: Money }, "The least and the most that a variant costs."),
  compare_at: orNull(Money),
  available: Type.Boolean({ description: "Whether any of it can be had now." }),
  rating: shape("Rating", {
    count: count(),
    average: orNull(Type.Number({ minimum: 1, maximum: 5, description: "To a tenth; null without reviews." })),
  }),
  updated_at: moment("When its description last changed."),
};

export const ProductSummary = shape("ProductSummary", summary, "A product as lists show it.");

export const Product = shape(
  "Product",
  {
    ...summary,
    vendor: text(),
    description_html: text("Sanitised HTML."),
    attributes: Type.Array(shape("Attribute", { name: text(), value: text() })),
    options: Type.Array(Option),
    variants: Type.Array(Variant),
    pictures: Type.Array(Picture),
    collections: Type.Array(text("A handle.")),
  },
  "A product whole.",
);

export const Collection = shape(
  "Collection",
  {
    handle: text("Its name in addresses."),
    title: text(),
    description: text(),
    parent: orNull(text("The handle of the collection above it.")),
    url: address("Its page in the shop."),
    products: count("How many are in it."),
    price_from: orNull(Money),
  },
  "A shelf of the shop.",
);

/** One page of a list. */
export const page = <T extends TSchema>(title: string, item: T) =>
  shape(title, {
    items: Type.Array(item),
    next: orNull(text("The path of the next page; null on the last. It also stands in the header `Link`.")),
  });

export const ProductPage = page("ProductPage", ProductSummary);
export const CollectionPage = page("CollectionPage", Collection);

export const Problem = shape(
  "Problem",
  {
    type: text("Names the kind of error; leads to its description."),
    title: text(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: text("What happened, in a sentence for people."),
    request_id: text("By which the shopkeeper finds it in the log."),
    errors: Type.Optional(Type.Record(text(), text(), { description: "A sentence for each field that was refused." })),
  },
  "An error as RFC 9457 has it.",
);

export type Money = Static<typeof Money>;
export type ProductSummary = Static<typeof ProductSummary>;
export type Product = Static<typeof Product>;
export type Collection = Static<typeof Collection>;
