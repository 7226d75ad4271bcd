import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import {
  collectionProducts,
  collections,
  facetCounts,
  productFacets,
  products,
  type CollectionRule,
} from "#db/schema.ts";
import { inList, rowsIn } from "#db/sets.ts";
import type { Facet } from "./facets.ts";

const ids = sql.placeholder("ids");

const readCollections = prepared((db: Reader) => {
  const listing = sql`${collections.id} in (select ${collectionProducts.collectionId} from ${collectionProducts}
    where ${inList(collectionProducts.productId, ids)})`;
  return db
    .select({ id: collections.id, handle: collections.handle, rule: collections.rule })
    .from(collections)
    .where(or(isNotNull(collections.rule), listing));
});

export type KnownCollection = { readonly id: string; readonly handle: string; readonly rule: CollectionRule | null };

/** Collections that pick by rule, and those that these products are in. */
export const loadCollections = (db: Reader, productIds: readonly string[]): Promise<KnownCollection[]> =>
  readCollections(db).execute({ ids: productIds });

/** By how much the number of a collection's shown products with this facet changes. */
export type CountChange = Facet & { readonly collectionId: string; readonly change: number };

const changes = rowsIn(
  "changes",
  { collectionId: "words", name: "words", value: "words", change: "count" },
  sql.placeholder("rows"),
);
const { collectionId, name, value, change } = changes.columns;

const raise = prepared((tx: Tx) =>
  tx
    .insert(facetCounts)
    .select(sql`select ${collectionId}, ${name}, ${value}, ${change} from ${changes.table} where true`)
    .onConflictDoUpdate({
      target: [facetCounts.collectionId, facetCounts.name, facetCounts.value],
      set: { count: sql`${facetCounts.count} + excluded.count` },
    }),
);

const lower = prepared((tx: Tx) =>
  tx
    .update(facetCounts)
    .set({ count: sql`case when ${facetCounts.count} > -${change} then ${facetCounts.count} + ${change} else 0 end` })
    .from(changes.table)
    .where(and(eq(facetCounts.collectionId, collectionId), eq(facetCounts.name, name), eq(facetCounts.value, value))),
);

const dropEmpty = prepared((tx: Tx) =>
  tx.delete(facetCounts).where(and(inList(facetCounts.collectionId, ids), eq(facetCounts.count, 0))),
);

/** Moves the kept counts instead of counting again: a list of 100,000 costs no more than one of ten. */
export async function changeCounts(tx: Tx, rows: readonly CountChange[]): Promise<void> {
  const up = rows.filter((row) => row.change > 0);
  const down = rows.filter((row) => row.change < 0);
  if (up.length > 0) await raise(tx).execute({ rows: up });
  if (down.length === 0) return;
  await lower(tx).execute({ rows: down });
  await dropEmpty(tx).execute({ ids: [...new Set(down.map((row) => row.collectionId))] });
}

const shownHere = sql`from ${collectionProducts} where ${collectionProducts.collectionId} = ${collections.id} and ${collectionProducts.shown} = true`;
const sizeUp = prepared((tx: Tx) =>
  tx
    .update(collections)
    .set({
      productCount: sql`(select count(*) ${shownHere})`,
      priceFrom: sql`(select min(${collectionProducts.price}) ${shownHere})`,
    })
    .where(inList(collections.id, ids)),
);

/** Writes how many shown products these collections hold and what the cheapest costs. */
export async function sizeCollections(tx: Tx, collectionIds: readonly string[]): Promise<void> {
  if (collectionIds.length > 0) await sizeUp(tx).execute({ ids: collectionIds });
}

const dropCounts = prepared((tx: Tx) => tx.delete(facetCounts).where(inList(facetCounts.collectionId, ids)));
const countAnew = prepared((tx: Tx) =>
  tx.insert(facetCounts).select(
    sql`select ${collectionProducts.collectionId}, ${productFacets.name}, ${productFacets.value}, count(*)
      from ${collectionProducts} join ${productFacets} on ${productFacets.productId} = ${collectionProducts.productId}
      where ${inList(collectionProducts.collectionId, ids)} and ${collectionProducts.shown} = true group by 1, 2, 3`,
  ),
);

/** Counts the facets of these collections again from what is in them. */
export async function recountFacets(tx: Tx, collectionIds: readonly string[]): Promise<void> {
  await dropCounts(tx).execute({ ids: collectionIds });
  await countAnew(tx).execute({ ids: collectionIds });
}

const readMembers = prepared((db: Reader) =>
  db
    .select({ id: collectionProducts.productId })
    .from(collectionProducts)
    .where(inList(collectionProducts.collectionId, ids)),
);

export async function loadMemberIds(db: Reader, collectionIds: readonly string[]): Promise<string[]> {
  return (await readMembers(db).execute({ ids: collectionIds })).map((row) => row.id);
}

const readRuled = prepared((db: Reader) =>
  db
    .select({ id: collections.id, handle: collections.handle, rule: collections.rule })
    .from(collections)
    .where(inList(collections.id, ids)),
);
export const loadNamed = (db: Reader, collectionIds: readonly string[]): Promise<KnownCollection[]> =>
  readRuled(db).execute({ ids: collectionIds });

const readAll = prepared((db: Reader) => {
  const { id, title, vendor, type, tags, priceFrom, reduced } = products;
  return db.select({ id, title, vendor, type, tags, priceFrom, reduced }).from(products);
});
/** What rules look at, of every product. */
export const loadRuledOn = (db: Reader) => readAll(db).execute();
