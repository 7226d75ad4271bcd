import { products } from "#db/schema.ts";

/** What a card shows of a product: all of it kept in its own row. */
export const cardFields = {
  handle: products.handle,
  title: products.title,
  subtitle: products.subtitle,
  picture: products.picture,
  pictureAlt: products.pictureAlt,
  priceFrom: products.priceFrom,
  priceTo: products.priceTo,
  compareAt: products.compareAt,
  reduced: products.reduced,
  available: products.available,
  variantCount: products.variantCount,
  ratingSum: products.ratingSum,
  ratingCount: products.ratingCount,
};
