import { and, asc, desc, eq, gt, gte, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { collectionProducts, collections, products } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { cardFields, isSold } from "#src/catalog/card-store.ts";

const fields = { ...cardFields, id: products.id, createdAt: products.createdAt, updatedAt: products.updatedAt };

type Moment = { readonly at: Date; readonly id: string };
type Filters = { readonly collection: string | undefined; readonly updated: Date | undefined };

const inCollection = (handle: string) => sql`exists (select 1 from ${collectionProducts}
  join ${collections} on ${collections.id} = ${collectionProducts.collectionId}
  where ${collectionProducts.productId} = ${products.id} and ${collections.handle} = ${handle})`;

const filtersOf = ({ collection, updated }: Filters): (SQL | undefined)[] => [
  collection === undefined ? undefined : inCollection(collection),
  updated && gte(products.updatedAt, updated),
];

/** Newest first, after this one: read off the index, wherever the page is. */
export function loadNewest(db: Reader, filters: Filters, limit: number, after: Moment | undefined) {
  const { createdAt, id } = products;
  const further = after && [
    lte(createdAt, after.at),
    or(lt(createdAt, after.at), and(eq(createdAt, after.at), lt(id, after.id))),
  ];
  return db
    .select(fields)
    .from(products)
    .where(and(eq(products.status, "active"), ...filtersOf(filters), ...(further ?? [])))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}
export type ListRow = Awaited<ReturnType<typeof loadNewest>>[number];

/** Of these handles those that are sold and pass; in no order. */
export const loadNamed = (db: Reader, handles: readonly string[], filters: Filters): Promise<ListRow[]> =>
  db
    .select(fields)
    .from(products)
    .where(and(inList(products.handle, handles), isSold, ...filtersOf(filters)));

export const hasCollection = async (db: Reader, handle: string): Promise<boolean> =>
  (await db.$count(collections, eq(collections.handle, handle))) > 0;

/** Collections that hold something, by title. */
export function loadCollections(db: Reader, limit: number, after: { title: string; id: string } | undefined) {
  const { title, id } = collections;
  const above = sql<string | null>`(select above.handle from ${collections} as above
    where above.id = ${collections.parentId})`;
  return db
    .select({
      id,
      handle: collections.handle,
      title,
      description: collections.description,
      parent: above,
      productCount: collections.productCount,
      priceFrom: collections.priceFrom,
    })
    .from(collections)
    .where(
      and(
        gt(collections.productCount, 0),
        after && or(gt(title, after.title), and(eq(title, after.title), gt(id, after.id))),
      ),
    )
    .orderBy(asc(title), asc(id))
    .limit(limit);
}
export type CollectionRow = Awaited<ReturnType<typeof loadCollections>>[number];
