import { aliasedTable, and, eq, sql, type SQL } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import {
  collectionProducts,
  collections,
  pictures,
  products,
  redirects,
  relatedProducts,
  reviews,
  variants,
} from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import { cardFields } from "./card-store.ts";
import { saidFields } from "./said-store.ts";

const handle = sql.placeholder("handle");
const ofProduct = sql`= ${products.id}`;
const related = aliasedTable(products, "related");

const variantFields = {
  id: variants.id,
  option1: variants.option1,
  option2: variants.option2,
  option3: variants.option3,
  sku: variants.sku,
  price: variants.price,
  compareAt: variants.compareAt,
  weight: variants.weight,
  stock: variants.stock,
  tracked: variants.tracked,
  backorder: variants.backorder,
  maxPerOrder: variants.maxPerOrder,
  pictureId: variants.pictureId,
};
const allVariants = rowsOf(variantFields, {
  from: variants,
  where: sql`${variants.productId} ${ofProduct}`,
  orderBy: [variants.position, variants.id],
});

/** One that waits to be fetched has no file yet. Asked for its state, SQLite would go through all that are ready. */
const { id, file, alt, decorative, width, height } = pictures;
const allPictures = rowsOf(
  { id, file, alt, decorative, width, height },
  {
    from: pictures,
    where: sql`${pictures.productId} ${ofProduct} and ${pictures.file} <> ''`,
    orderBy: [pictures.position, pictures.id],
  },
);

const tally = sql`(select rating, count(*) as given from ${reviews}
  where ${reviews.productId} ${ofProduct} and ${reviews.shown} = true group by rating) as tally`;

const relatedFields = Object.fromEntries(
  Object.keys(cardFields).map((name) => [name, related[name as keyof typeof cardFields]]),
) as typeof cardFields;

/** Of the list that a product stands in, one filled by hand sooner than one by rule. */
const ofHomeList = (column: SQL) => sql`(select ${column} from collection_products as mine
  join collections on collections.id = mine.collection_id
  where mine.product_id ${ofProduct} order by collections.rule is not null, collections.position, collections.title limit 1)`;

/**
 * What comes after it there. Bare values on the right (`+ 0`, `|| ''`): SQLite compares two columns without looking
 * whether an index has them both, and would go through the list from its beginning.
 */
const neighbours = sql`(select near.product_id, near.position from collection_products as near
  where near.collection_id = ${ofHomeList(sql`mine.collection_id`)} and near.shown = true
    and (near.position, near.product_id) > (${ofHomeList(sql`mine.position`)} + 0, ${products.id} || '')
  order by near.position, near.product_id limit 4) as near`;

const readProduct = prepared((db: Reader) =>
  db
    .select({
      product: products,
      variants: allVariants,
      pictures: allPictures,
      collections: rowsOf(
        {
          id: collections.id,
          handle: collections.handle,
          title: collections.title,
          parentId: collections.parentId,
          rule: collections.rule,
        },
        {
          // Joined this way round: else SQLite would ask of each collection there is whether the product is in it.
          from: sql`${collectionProducts} cross join ${collections}`,
          where: sql`${collectionProducts.productId} ${ofProduct} and ${collections.id} = ${collectionProducts.collectionId}`,
          orderBy: [collections.position, collections.title],
        },
      ),
      reviews: rowsOf(saidFields, {
        from: reviews,
        where: sql`${reviews.productId} ${ofProduct} and ${reviews.shown} = true`,
        orderBy: [sql`${reviews.createdAt} desc`, reviews.id],
        limit: 12,
      }),
      stars: rowsOf(
        { rating: sql<number>`tally.rating`.mapWith(Number), given: sql<number>`tally.given`.mapWith(Number) },
        { from: tally },
      ),
      related: rowsOf(relatedFields, {
        from: sql`${relatedProducts} cross join ${products} as related`,
        where: sql`${relatedProducts.productId} ${ofProduct} and ${related.id} = ${relatedProducts.relatedId} and ${related.status} = 'active'`,
        orderBy: [relatedProducts.position],
      }),
      neighbours: rowsOf(relatedFields, {
        from: sql`${neighbours} cross join ${products} as related`,
        where: sql`${related.id} = near.product_id`,
        orderBy: [sql`near.position`, sql`near.product_id`],
      }),
    })
    .from(products)
    .where(and(eq(products.handle, handle), eq(products.status, "active"))),
);

/** A product's page in one query: undefined unless it is active. */
export async function loadProductPage(db: Reader, productHandle: string) {
  return (await readProduct(db).execute({ handle: productHandle }))[0];
}
export type ProductRows = NonNullable<Awaited<ReturnType<typeof loadProductPage>>>;

const inCollections = rowsOf(
  { id: collectionProducts.collectionId },
  { from: collectionProducts, where: sql`${collectionProducts.productId} ${ofProduct}` },
);

const readVariants = prepared((db: Reader) =>
  db
    .select({
      id: products.id,
      handle: products.handle,
      tags: products.tags,
      taxClass: products.taxClass,
      collections: inCollections,
      title: products.title,
      options: products.options,
      leadTime: products.leadTime,
      digital: products.digital,
      variants: allVariants,
      pictures: allPictures,
    })
    .from(products)
    .where(and(eq(products.handle, handle), eq(products.status, "active"))),
);

/** Enough of a product to say what so many of it cost. */
export async function loadVariants(db: Reader, productHandle: string) {
  return (await readVariants(db).execute({ handle: productHandle }))[0];
}

const readMoved = prepared((db: Reader) =>
  db
    .select({ what: redirects.what, product: products.handle, collection: collections.handle })
    .from(redirects)
    .leftJoin(products, and(eq(products.id, redirects.targetId), eq(products.status, "active")))
    .leftJoin(collections, eq(collections.id, redirects.targetId))
    .where(eq(redirects.from, sql.placeholder("from"))),
);

/** Where what was at this address is now: a product, or a collection, as of a product that only gathered others. */
export async function loadMoved(db: Reader, was: "product" | "collection", oldHandle: string) {
  const [row] = await readMoved(db).execute({ from: `${was}s/${oldHandle}` });
  if (row?.what !== "product" && row?.what !== "collection") return undefined;
  const { what } = row;
  const handle = row[what];
  return handle === null ? undefined : { what, handle };
}

const readArchived = prepared((db: Reader) =>
  db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.handle, handle), eq(products.status, "archived"))),
);

/** Whether it was sold here once: its address is gone for good then, not wrong. */
export async function isArchived(db: Reader, productHandle: string): Promise<boolean> {
  return (await readArchived(db).execute({ handle: productHandle })).length > 0;
}
