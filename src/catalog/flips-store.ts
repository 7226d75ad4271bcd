import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { collectionProducts, collections, productFacets } from "#db/schema.ts";
import { inList, textsIn } from "#db/sets.ts";
import type { Facet } from "./facets.ts";

const ids = sql.placeholder("ids");
const [name, value] = [sql.placeholder("name"), sql.placeholder("value")];

const drop = prepared((tx: Tx) =>
  tx
    .delete(productFacets)
    .where(and(inList(productFacets.productId, ids), eq(productFacets.name, name), eq(productFacets.value, value)))
    .returning({ id: productFacets.productId }),
);
const put = prepared((tx: Tx) =>
  tx
    .insert(productFacets)
    .select(sql`select value, cast(${name} as text), cast(${value} as text) from ${textsIn(ids)} where true`)
    .onConflictDoNothing()
    .returning({ id: productFacets.productId }),
);

/** Takes a facet from products. Answers those that had it. */
export async function dropFacet(tx: Tx, productIds: readonly string[], facet: Facet): Promise<string[]> {
  if (productIds.length === 0) return [];
  return (await drop(tx).execute({ ids: productIds, ...facet })).map((row) => row.id);
}

/** Gives a facet to products. Answers those that did not have it. */
export async function putFacet(tx: Tx, productIds: readonly string[], facet: Facet): Promise<string[]> {
  if (productIds.length === 0) return [];
  return (await put(tx).execute({ ids: productIds, ...facet })).map((row) => row.id);
}

const readShown = prepared((db: Reader) =>
  db
    .select({
      productId: collectionProducts.productId,
      collectionId: collectionProducts.collectionId,
      handle: collections.handle,
    })
    .from(collectionProducts)
    .innerJoin(collections, eq(collections.id, collectionProducts.collectionId))
    .where(and(inList(collectionProducts.productId, ids), eq(collectionProducts.shown, true))),
);

/** In which lists these products are shown. */
export const loadShownIn = (db: Reader, productIds: readonly string[]) => readShown(db).execute({ ids: productIds });
