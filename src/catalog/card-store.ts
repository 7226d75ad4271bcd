import { sql } from "drizzle-orm";
import { unindexed } from "#db/planning.ts";
import { products } from "#db/schema.ts";

/** Of products that are asked for by name or id: without counts SQLite would sooner go through all that are sold. */
export const isSold = sql`${unindexed(products.status)} = 'active'`;

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
