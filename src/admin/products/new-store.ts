import { and, asc, eq, isNull, like, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { collectionProducts, collections, products, stockMoves, variants } from "#db/schema.ts";
import { countOf } from "#db/sets.ts";
import { zero } from "../../pricing/money.ts";
import type { NewProduct } from "./new-product.ts";

/** Shelves that are filled by hand. */
export const listShelves = (db: Reader) =>
  db
    .select({ id: collections.id, title: collections.title })
    .from(collections)
    .where(isNull(collections.rule))
    .orderBy(asc(collections.title), asc(collections.id));

const shelfFields = {
  id: collections.id,
  title: collections.title,
  isByHand: sql`${collections.rule} is null`.mapWith(Boolean),
};

export async function loadShelf(db: Reader, id: string) {
  const [row] = await db.select(shelfFields).from(collections).where(eq(collections.id, id));
  return row;
}

export async function shelfAt(db: Reader, handle: string) {
  const [row] = await db.select(shelfFields).from(collections).where(eq(collections.handle, handle));
  return row;
}

/** A shelf in the main menu, behind the others. */
export async function insertShelf(tx: Tx, shelf: { id: string; handle: string; title: string }): Promise<void> {
  const [counted] = await tx.select({ position: countOf() }).from(collections);
  await tx.insert(collections).values({ ...shelf, position: counted?.position ?? 0, rule: null });
}

/** Those that are this, or this with a number behind it. */
export async function handlesLike(db: Reader, handle: string): Promise<ReadonlySet<string>> {
  const pattern = `${handle.replaceAll(/[\\%_]/g, "\\$&")}-%`;
  const rows = await db
    .select({ handle: products.handle })
    .from(products)
    .where(or(eq(products.handle, handle), like(products.handle, pattern)));
  return new Set(rows.map((row) => row.handle));
}

type Made = { readonly id: string; readonly handle: string; readonly at: Date; readonly newId: () => string };

/** The product and its kinds; what is kept of it comes afterwards. */
export async function insertProduct(tx: Tx, product: NewProduct, { id, handle, at, newId }: Made): Promise<void> {
  const { title, subtitle, vendor, status, options, price, stock, sku, weight } = product;
  await tx.insert(products).values({
    ...{ id, handle, title, subtitle, vendor, status, options },
    ...{ tags: [], attributes: [], createdAt: at, updatedAt: at, priceFrom: zero, priceTo: zero },
  });
  const rows = product.kinds.map(([option1 = "", option2 = "", option3 = ""], position) => ({
    ...{ id: newId(), productId: id, position, option1, option2, option3, price, weight },
    ...{ sku: numberOf(sku, position, product.kinds.length), stock: stock ?? 0, tracked: stock !== undefined },
  }));
  await tx.insert(variants).values(rows);
  const moves = rows
    .filter((row) => row.stock > 0)
    .map((row) => ({ id: newId(), variantId: row.id, change: row.stock, cause: "counted", at }));
  if (moves.length > 0) await tx.insert(stockMoves).values(moves);
}

/** Each kind has a number of its own: MUG-1, MUG-2. */
const numberOf = (sku: string, position: number, kinds: number) =>
  sku === "" || kinds === 1 ? sku : `${sku}-${position + 1}`;

type On = { readonly collectionId: string; readonly productId: string };

/** Behind the others; answers whether it was not there already. */
export async function putOnShelf(tx: Tx, { collectionId, productId, at }: On & { readonly at: Date }) {
  const here = eq(collectionProducts.collectionId, collectionId);
  const [counted] = await tx.select({ position: countOf() }).from(collectionProducts).where(here);
  const place = { collectionId, productId, position: counted?.position ?? 0, price: zero, createdAt: at };
  const put = await tx.insert(collectionProducts).values(place).onConflictDoNothing().returning({ id: onShelf });
  return put.length === 1;
}

export async function takeOffShelf(tx: Tx, { collectionId, productId }: On): Promise<boolean> {
  const there = and(eq(onShelf, productId), eq(collectionProducts.collectionId, collectionId));
  return (await tx.delete(collectionProducts).where(there).returning({ id: onShelf })).length === 1;
}

const onShelf = collectionProducts.productId;

/** Where a product stands: by hand, or because a rule puts it there. */
export const shelvesOf = (db: Reader, productId: string) =>
  db
    .select({ ...shelfFields, handle: collections.handle })
    .from(collectionProducts)
    .innerJoin(collections, eq(collections.id, collectionProducts.collectionId))
    .where(eq(onShelf, productId))
    .orderBy(asc(collections.title), asc(collections.id));
