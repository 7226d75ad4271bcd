import type { ProductRows } from "#src/catalog/product-store.ts";
import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import type { CollectionRow, ListRow } from "./catalogue-store.ts";
import type { Collection, Money, Product, ProductSummary } from "./shapes.ts";

/** What every answer needs beside its rows. */
export type Showing = {
  readonly currency: string;
  /** The shop's own address. */
  readonly origin: string;
  /** The path of a picture. */
  pictureAddress(file: string): string;
};

export const moneyOf = (amount: Cents, currency: string): Money => ({ amount, currency });
const moneyOrNull = (amount: Cents | null, currency: string) => (amount === null ? null : moneyOf(amount, currency));

const pictureOf = ({ origin, pictureAddress }: Showing, file: string, alt: string) =>
  file === "" ? null : { url: origin + pictureAddress(file), alt };

type Rated = { readonly ratingSum: number; readonly ratingCount: number };
/** To a tenth. */
const averageOf = ({ ratingSum, ratingCount }: Rated) =>
  ratingCount === 0 ? null : Math.round((ratingSum * 10) / ratingCount) / 10;

export function summaryOf(
  row: Omit<ListRow, "id" | "createdAt" | "reduced" | "variantCount">,
  showing: Showing,
): ProductSummary {
  const { currency, origin } = showing;
  return {
    handle: row.handle,
    title: row.title,
    subtitle: row.subtitle,
    url: origin + link(paths.product, { handle: row.handle }),
    picture: pictureOf(showing, row.picture, row.pictureAlt),
    price: { from: moneyOf(row.priceFrom, currency), to: moneyOf(row.priceTo, currency) },
    compare_at: moneyOrNull(row.compareAt, currency),
    available: row.available,
    rating: { count: row.ratingCount, average: averageOf(row) },
    updated_at: row.updatedAt.toISOString(),
  };
}

export function productOf({ product, variants, pictures, collections }: ProductRows, showing: Showing): Product {
  const { currency } = showing;
  const { options } = product;
  return {
    ...summaryOf(product, showing),
    vendor: product.vendor,
    description_html: product.description,
    attributes: product.attributes.map(({ name, value }) => ({ name, value })),
    options: options.map(({ name, values }) => ({ name, values: [...values] })),
    variants: variants.map((variant) => ({
      id: variant.id,
      options: [variant.option1, variant.option2, variant.option3].slice(0, options.length),
      sku: variant.sku,
      price: moneyOf(variant.price, currency),
      compare_at: moneyOrNull(variant.compareAt, currency),
      available: !variant.tracked || variant.backorder || variant.stock > 0,
    })),
    pictures: pictures.flatMap(({ file, alt }) => pictureOf(showing, file, alt) ?? []),
    collections: collections.map(({ handle }) => handle),
  };
}

export const collectionOf = (row: CollectionRow, { currency, origin }: Showing): Collection => ({
  handle: row.handle,
  title: row.title,
  description: row.description,
  parent: row.parent,
  url: origin + link(paths.collection, { handle: row.handle }),
  products: row.productCount,
  price_from: moneyOrNull(row.priceFrom, currency),
});
