import { aliasedTable, and, eq, sql, type SQL } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { collectionProducts, collections, facetCounts, products } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import { toCents, type Cents } from "#src/pricing/money.ts";
import { cardFields } from "./card-store.ts";
import type { Sort } from "./listing.ts";

const parent = aliasedTable(collections, "parent");
const child = aliasedTable(collections, "child");

/** So many values of facets are looked at, the commonest first: enough for a page of boxes. */
const mostFacets = 600;

const highest = sql`(select max(${collectionProducts.price}) from ${collectionProducts}
  where ${collectionProducts.collectionId} = ${collections.id} and ${collectionProducts.shown} = true)`.mapWith(
  (stored: unknown) => toCents(Number(stored)),
) as SQL<Cents | null>;

const readCollection = prepared((db: Reader) =>
  db
    .select({
      collection: collections,
      parents: rowsOf(
        { handle: parent.handle, title: parent.title },
        { from: sql`${collections} as parent`, where: sql`${parent.id} = ${collections.parentId}` },
      ),
      priceTo: highest,
      children: rowsOf(
        { handle: child.handle, title: child.title },
        {
          from: sql`${collections} as child`,
          where: sql`${child.parentId} = ${collections.id} and ${child.productCount} > 0`,
          orderBy: [child.position, child.title],
        },
      ),
      facets: rowsOf(
        { name: facetCounts.name, value: facetCounts.value, count: facetCounts.count },
        {
          from: facetCounts,
          where: sql`${facetCounts.collectionId} = ${collections.id}`,
          orderBy: [sql`${facetCounts.count} desc`],
          limit: mostFacets,
        },
      ),
    })
    .from(collections)
    .where(eq(collections.handle, sql.placeholder("handle"))),
);

/** A collection with its place in the tree and its kept facets: one query. */
export async function loadCollection(db: Reader, handle: string) {
  return (await readCollection(db).execute({ handle }))[0];
}
export type CollectionRows = NonNullable<Awaited<ReturnType<typeof loadCollection>>>;

const { position, price, createdAt, productId } = collectionProducts;
const mean = sql`(${products.ratingSum} + 12) * 1000 / (${products.ratingCount} + 3)`;

/** The first three are read off an index. A single five does not outweigh many fours. */
export const orders: Readonly<Record<Sort, readonly SQL[]>> = {
  featured: [sql`${position}`, sql`${productId}`],
  price_asc: [sql`${price}`, sql`${productId}`],
  price_desc: [sql`${price} desc`, sql`${productId} desc`],
  newest: [sql`${createdAt} desc`, sql`${productId} desc`],
  rated: [sql`${products.ratingCount} = 0`, sql`${mean} desc`, sql`${products.ratingCount} desc`, sql`${productId}`],
  name: [sql`lower(${products.title})`, sql`${productId}`],
};

/** A statement for each way of sorting, since an order cannot be a parameter. */
export const bySort = <T>(make: (sort: Sort) => T): Readonly<Record<Sort, T>> => ({
  featured: make("featured"),
  price_asc: make("price_asc"),
  price_desc: make("price_desc"),
  newest: make("newest"),
  rated: make("rated"),
  name: make("name"),
});

const pageBy = (sort: Sort) =>
  prepared((db: Reader) =>
    db
      .select(cardFields)
      .from(collectionProducts)
      .innerJoin(products, eq(products.id, productId))
      .where(
        and(eq(collectionProducts.collectionId, sql.placeholder("collectionId")), eq(collectionProducts.shown, true)),
      )
      .orderBy(...orders[sort])
      .limit(sql.placeholder("limit"))
      .offset(sql.placeholder("offset")),
  );
const pages = bySort(pageBy);

export type PageAsked = {
  readonly collectionId: string;
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
};

/** One page of a whole collection. */
export function loadCards(db: Reader, { sort, ...asked }: PageAsked) {
  return pages[sort](db).execute(asked);
}
