import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { collectionProducts, pictures, productFacets, products, reviews, variants } from "#db/schema.ts";
import { indexProducts, searchDocs, unindexProducts, type SearchDocument, type Slip } from "#db/search-index.ts";
import { inList, rowsIn, rowsOf } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import type { Facet } from "./facets.ts";
import type { KeptColumns } from "./kept-product.ts";

const ids = sql.placeholder("ids");
const ofProduct = sql`= ${products.id}`;

/** A product, what its kept columns are made of, and everything that is kept of it now. */
const readFacts = prepared((db: Reader) =>
  db
    .select({
      product: products,
      variants: rowsOf(
        {
          option1: variants.option1,
          option2: variants.option2,
          option3: variants.option3,
          sku: variants.sku,
          barcode: variants.barcode,
          price: variants.price,
          compareAt: variants.compareAt,
          stock: variants.stock,
          tracked: variants.tracked,
          backorder: variants.backorder,
        },
        { from: variants, where: sql`${variants.productId} ${ofProduct}`, orderBy: [variants.position, variants.id] },
      ),
      pictures: rowsOf(
        { file: pictures.file, alt: pictures.alt },
        {
          from: pictures,
          where: sql`${pictures.productId} ${ofProduct} and ${pictures.file} <> ''`,
          orderBy: [pictures.position, pictures.id],
          limit: 1,
        },
      ),
      ratings: rowsOf(
        { rating: reviews.rating },
        { from: reviews, where: sql`${reviews.productId} ${ofProduct} and ${reviews.shown}` },
      ),
      facets: rowsOf(
        { name: productFacets.name, value: productFacets.value },
        { from: productFacets, where: sql`${productFacets.productId} ${ofProduct}` },
      ),
      memberships: rowsOf(
        {
          collectionId: collectionProducts.collectionId,
          shown: collectionProducts.shown,
          price: collectionProducts.price,
        },
        { from: collectionProducts, where: sql`${collectionProducts.productId} ${ofProduct}` },
      ),
      digest: searchDocs.digest,
    })
    .from(products)
    .leftJoin(searchDocs, eq(searchDocs.productId, products.id))
    .where(inList(products.id, ids)),
);

export const loadFacts = (db: Reader, productIds: readonly string[]) => readFacts(db).execute({ ids: productIds });
export type Facts = Awaited<ReturnType<typeof loadFacts>>[number];

const kept = rowsIn(
  "kept",
  {
    id: "words",
    priceFrom: "count",
    priceTo: "count",
    compareAt: "count",
    reduced: "count",
    available: "count",
    variantCount: "count",
    picture: "words",
    pictureAlt: "words",
    ratingSum: "count",
    ratingCount: "count",
  },
  sql.placeholder("rows"),
);

const putKept = prepared((tx: Tx) => {
  const { id, compareAt, reduced, available, ...same } = kept.columns;
  return tx
    .update(products)
    .set({
      ...same,
      compareAt: sql`nullif(${compareAt}, -1)`,
      reduced: sql`${reduced} = 1`,
      available: sql`${available} = 1`,
    })
    .from(kept.table)
    .where(eq(products.id, id));
});

/** Writes what cards show of these products. */
export async function saveKept(tx: Tx, rows: readonly (KeptColumns & { readonly id: string })[]): Promise<void> {
  const plain = rows.map(({ compareAt, reduced, available, ...row }) => ({
    ...row,
    compareAt: compareAt ?? -1,
    reduced: Number(reduced),
    available: Number(available),
  }));
  if (plain.length > 0) await putKept(tx).execute({ rows: plain });
}

const dropFacets = prepared((tx: Tx) => tx.delete(productFacets).where(inList(productFacets.productId, ids)));
const facetRows = rowsIn("given", { productId: "words", name: "words", value: "words" }, sql.placeholder("rows"));
const putFacets = prepared((tx: Tx) => {
  const { productId, name, value } = facetRows.columns;
  return tx.insert(productFacets).select(sql`select ${productId}, ${name}, ${value} from ${facetRows.table}`);
});

export type FacetRow = Facet & { readonly productId: string };

/** Writes all that these products can be found by, in place of what stood there. */
export async function saveFacets(tx: Tx, productIds: readonly string[], rows: readonly FacetRow[]): Promise<void> {
  if (productIds.length > 0) await dropFacets(tx).execute({ ids: productIds });
  if (rows.length > 0) await putFacets(tx).execute({ rows });
}

const pairs = rowsIn("pairs", { collectionId: "words", productId: "words" }, sql.placeholder("rows"));
const join = prepared((tx: Tx) => {
  const values = sql`${pairs.columns.collectionId}, ${products.id}, 0, ${products.status} = 'active', ${products.priceFrom}, ${products.createdAt}`;
  return tx
    .insert(collectionProducts)
    .select(sql`select ${values} from ${pairs.table} join ${products} on ${products.id} = ${pairs.columns.productId}`)
    .onConflictDoNothing();
});
const leave = prepared((tx: Tx) =>
  tx
    .delete(collectionProducts)
    .where(
      sql`(${collectionProducts.collectionId}, ${collectionProducts.productId}) in (select ${pairs.columns.collectionId}, ${pairs.columns.productId} from ${pairs.table})`,
    ),
);

export type Membership = { readonly collectionId: string; readonly productId: string };

export async function saveMemberships(
  tx: Tx,
  { joined, left }: { readonly joined: readonly Membership[]; readonly left: readonly Membership[] },
): Promise<void> {
  if (left.length > 0) await leave(tx).execute({ rows: left });
  if (joined.length > 0) await join(tx).execute({ rows: joined });
}

const copies = {
  shown: sql`${products.status} = 'active'`,
  price: sql`${products.priceFrom}`,
  createdAt: sql`${products.createdAt}`,
};
/** A row that is written moves in four indexes, also when nothing in it differs. */
const stale = sql`(${collectionProducts.shown} <> (${products.status} = 'active')
  or ${collectionProducts.price} <> ${products.priceFrom} or ${collectionProducts.createdAt} <> ${products.createdAt})`;

const copyToLists = prepared((tx: Tx) =>
  tx
    .update(collectionProducts)
    .set(copies)
    .from(products)
    .where(and(eq(products.id, collectionProducts.productId), inList(collectionProducts.productId, ids), stale)),
);

const copyInLists = prepared((tx: Tx) =>
  tx
    .update(collectionProducts)
    .set(copies)
    .from(products)
    .where(and(eq(products.id, collectionProducts.productId), inList(collectionProducts.collectionId, ids), stale)),
);

/** The same for everything in these collections. */
export async function saveCopiesIn(tx: Tx, collectionIds: readonly string[]): Promise<void> {
  await copyInLists(tx).execute({ ids: collectionIds });
}

/** Copies what lists are read and sorted by. */
export async function saveCopies(tx: Tx, productIds: readonly string[]): Promise<void> {
  if (productIds.length > 0) await copyToLists(tx).execute({ ids: productIds });
}

export type SearchChanges = {
  readonly shown: readonly SearchDocument[];
  readonly slips: readonly Slip[];
  /** Products that are no longer to be found. */
  readonly hidden: readonly string[];
};

export async function saveSearch(tx: Tx, { shown, slips, hidden }: SearchChanges): Promise<void> {
  await indexProducts(tx, shown, slips);
  await unindexProducts(tx, hidden);
}

export const saveVersions = bump;
