import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import {
  collectionProducts,
  collections,
  pictures,
  products,
  redirects,
  relatedProducts,
  stockMoves,
  taxRates,
  variants,
} from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { bulkInsert } from "./bulk.ts";

export type ProductRow = typeof products.$inferSelect;
export type VariantRow = typeof variants.$inferSelect;
export type PictureRow = typeof pictures.$inferSelect;
export type CollectionRow = typeof collections.$inferSelect;
export type MembershipRow = typeof collectionProducts.$inferSelect;

const handles = sql.placeholder("handles");
const ids = sql.placeholder("ids");

const digestsOf = prepared((db: Reader) =>
  db
    .select({ id: products.id, handle: products.handle, digest: products.digest })
    .from(products)
    .where(inList(products.handle, handles)),
);
/** What an import said of these products last. */
export const loadDigests = (db: Reader, wanted: readonly string[]) => digestsOf(db).execute({ handles: wanted });

const productsOf = prepared((db: Reader) => db.select().from(products).where(inList(products.handle, handles)));
const variantsOf = prepared((db: Reader) => db.select().from(variants).where(inList(variants.productId, ids)));
const picturesOf = prepared((db: Reader) => db.select().from(pictures).where(inList(pictures.productId, ids)));
const membershipsOf = prepared((db: Reader) =>
  db.select().from(collectionProducts).where(inList(collectionProducts.productId, ids)),
);

/** A product with all that an import may change of it. */
export type Known = {
  readonly product: ProductRow;
  readonly variants: readonly VariantRow[];
  readonly pictures: readonly PictureRow[];
  readonly memberships: readonly MembershipRow[];
};

export async function loadKnown(db: Reader, wanted: readonly string[]): Promise<Map<string, Known>> {
  const rows = await productsOf(db).execute({ handles: wanted });
  const of = { ids: rows.map((row) => row.id) };
  const [theirVariants, theirPictures, theirMemberships] = [
    Map.groupBy(await variantsOf(db).execute(of), (row) => row.productId),
    Map.groupBy(await picturesOf(db).execute(of), (row) => row.productId),
    Map.groupBy(await membershipsOf(db).execute(of), (row) => row.productId),
  ];
  return new Map(
    rows.map((product) => [
      product.handle,
      {
        product,
        variants: (theirVariants.get(product.id) ?? []).toSorted((left, right) => left.position - right.position),
        pictures: (theirPictures.get(product.id) ?? []).toSorted((left, right) => left.position - right.position),
        memberships: theirMemberships.get(product.id) ?? [],
      },
    ]),
  );
}

const allCollections = prepared((db: Reader) => db.select().from(collections));
export const loadAllCollections = (db: Reader): Promise<CollectionRow[]> => allCollections(db).execute();

const classes = prepared((db: Reader) => db.selectDistinct({ taxClass: taxRates.taxClass }).from(taxRates));
/** The tax classes that the shop has rates for, in any zone. */
export async function loadTaxClasses(db: Reader): Promise<Set<string>> {
  return new Set((await classes(db).execute()).map((row) => row.taxClass));
}

export const insertProducts = bulkInsert(products);
export const insertVariants = bulkInsert(variants);
export const insertPictures = bulkInsert(pictures);
export const insertCollections = bulkInsert(collections);
export const insertMemberships = bulkInsert(collectionProducts, { lenient: true });
/** Old addresses lead to their product or collection, unless they lead elsewhere already. */
export const addRedirects = bulkInsert(redirects, { lenient: true });
export const noteCounted = bulkInsert(stockMoves);

export async function updateProduct(tx: Tx, id: string, change: Partial<ProductRow>): Promise<void> {
  await tx.update(products).set(change).where(eq(products.id, id));
}
export async function updateVariant(tx: Tx, id: string, change: Partial<VariantRow>): Promise<void> {
  await tx.update(variants).set(change).where(eq(variants.id, id));
}
export async function updatePicture(tx: Tx, id: string, change: Partial<PictureRow>): Promise<void> {
  await tx.update(pictures).set(change).where(eq(pictures.id, id));
}
export async function updateCollection(tx: Tx, id: string, change: Partial<CollectionRow>): Promise<void> {
  await tx.update(collections).set(change).where(eq(collections.id, id));
}
export async function updatePlace(tx: Tx, { collectionId, productId, position }: MembershipRow): Promise<void> {
  const one = and(eq(collectionProducts.collectionId, collectionId), eq(collectionProducts.productId, productId));
  await tx.update(collectionProducts).set({ position }).where(one);
}

export async function deleteProducts(tx: Tx, wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) return;
  await tx.delete(redirects).where(inList(redirects.targetId, wanted));
  await tx.delete(products).where(inList(products.id, wanted));
}
export async function deleteVariants(tx: Tx, wanted: readonly string[]): Promise<void> {
  if (wanted.length > 0) await tx.delete(variants).where(inList(variants.id, wanted));
}
export async function deletePictures(tx: Tx, wanted: readonly string[]): Promise<void> {
  if (wanted.length > 0) await tx.delete(pictures).where(inList(pictures.id, wanted));
}
/** Takes away collections that pick by rule, or by hand hold nothing. */
export async function deleteEmptyCollections(tx: Tx, wanted: readonly string[]): Promise<void> {
  const held = sql`exists (select 1 from ${collectionProducts} where ${collectionProducts.collectionId} = ${collections.id})`;
  await tx
    .delete(collections)
    .where(and(inList(collections.id, wanted), sql`(${collections.rule} is not null or not ${held})`));
}
export async function leaveCollections(tx: Tx, productId: string, collectionIds: readonly string[]): Promise<void> {
  if (collectionIds.length === 0) return;
  const theirs = and(
    eq(collectionProducts.productId, productId),
    inList(collectionProducts.collectionId, collectionIds),
  );
  await tx.delete(collectionProducts).where(theirs);
}

const relatedTo = prepared((db: Reader) =>
  db
    .select({ id: relatedProducts.relatedId })
    .from(relatedProducts)
    .where(eq(relatedProducts.productId, sql.placeholder("id")))
    .orderBy(relatedProducts.position),
);
export async function loadRelated(db: Reader, productId: string): Promise<string[]> {
  return (await relatedTo(db).execute({ id: productId })).map((row) => row.id);
}

/** Puts other products beside this one, in this order, in place of those that stood there. */
export async function setRelated(tx: Tx, productId: string, relatedIds: readonly string[]): Promise<void> {
  await tx.delete(relatedProducts).where(eq(relatedProducts.productId, productId));
  const rows = relatedIds.map((relatedId, position) => ({ productId, relatedId, position }));
  if (rows.length > 0) await tx.insert(relatedProducts).values(rows);
}

const membersOf = prepared((db: Reader) =>
  db
    .select({ id: collectionProducts.productId })
    .from(collectionProducts)
    .where(eq(collectionProducts.collectionId, sql.placeholder("id"))),
);
export async function loadMembers(db: Reader, collectionId: string): Promise<string[]> {
  return (await membersOf(db).execute({ id: collectionId })).map((row) => row.id);
}

const theirFacts = prepared((db: Reader) => db.select().from(products).where(inList(products.id, ids)));
/** Adds products to the end of a collection by hand. */
export async function joinCollection(
  tx: Tx,
  collectionId: string,
  productIds: readonly string[],
  from: number,
): Promise<void> {
  const rows = new Map((await theirFacts(tx).execute({ ids: productIds })).map((row) => [row.id, row]));
  const members = productIds.flatMap((productId, at) => {
    const row = rows.get(productId);
    if (!row) return [];
    const { status, priceFrom: price, createdAt } = row;
    return [{ collectionId, productId, position: from + at, shown: status === "active", price, createdAt }];
  });
  await insertMemberships(tx, members);
}

const listsWith = prepared((db: Reader) =>
  db
    .selectDistinct({ id: collectionProducts.collectionId })
    .from(collectionProducts)
    .where(inList(collectionProducts.productId, ids)),
);
/** The collections that hold any of these products. */
export const loadListsOf = async (db: Reader, productIds: readonly string[]): Promise<string[]> =>
  (await listsWith(db).execute({ ids: productIds })).map((row) => row.id);

/** The files of these products' pictures, as far as they were fetched. */
export const loadFilesOf = async (db: Reader, productIds: readonly string[]): Promise<string[]> =>
  (await picturesOf(db).execute({ ids: productIds })).flatMap(({ file, source }) => (file && source ? [file] : []));

const existing = prepared((db: Reader) =>
  db.select({ id: products.id }).from(products).where(inList(products.id, ids)),
);
export const loadExisting = async (db: Reader, productIds: readonly string[]): Promise<Set<string>> =>
  new Set((await existing(db).execute({ ids: productIds })).map((row) => row.id));
