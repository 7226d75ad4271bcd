import { and, asc, eq, lt, max } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { pictures, products, removedPictures } from "#db/schema.ts";
import { countOf } from "#db/sets.ts";

const shown = {
  id: pictures.id,
  file: pictures.file,
  alt: pictures.alt,
  decorative: pictures.decorative,
  state: pictures.state,
  trouble: pictures.trouble,
};

/** A product's pictures in their order, those included that wait to be fetched. */
export const loadPictures = (db: Reader, productId: string) =>
  db
    .select(shown)
    .from(pictures)
    .where(eq(pictures.productId, productId))
    .orderBy(asc(pictures.position), asc(pictures.id));

/** The product that a picture belongs to, and its handle. */
export async function productOfPicture(db: Reader, id: string) {
  const [row] = await db
    .select({ id: products.id, title: products.title })
    .from(pictures)
    .innerJoin(products, eq(products.id, pictures.productId))
    .where(eq(pictures.id, id));
  return row;
}

export async function countPictures(db: Reader, productId: string): Promise<number> {
  const [row] = await db.select({ n: countOf() }).from(pictures).where(eq(pictures.productId, productId));
  return row?.n ?? 0;
}

type Fresh = { readonly id: string; readonly file: string; readonly width: number; readonly height: number };

/** Puts pictures behind those that a product has. */
export async function addPictures(tx: Tx, productId: string, fresh: readonly Fresh[]): Promise<void> {
  const [row] = await tx
    .select({ last: max(pictures.position) })
    .from(pictures)
    .where(eq(pictures.productId, productId));
  const from = (row?.last ?? -1) + 1;
  if (fresh.length > 0)
    await tx.insert(pictures).values(fresh.map((each, at) => ({ ...each, productId, position: from + at })));
}

/** Answers whether it is there. */
export async function setWords(tx: Tx, id: string, words: { alt: string; decorative: boolean }): Promise<boolean> {
  const changed = await tx.update(pictures).set(words).where(eq(pictures.id, id)).returning({ id: pictures.id });
  return changed.length === 1;
}

export async function setPlaces(tx: Tx, productId: string, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx
      .update(pictures)
      .set({ position })
      .where(and(eq(pictures.id, id), eq(pictures.productId, productId)));
}

type Row = typeof pictures.$inferSelect;

/** Takes it from the product and notes how it stood; undefined where it is gone. */
export async function takeAway(tx: Tx, id: string, now: Date): Promise<Row | undefined> {
  const [row] = await tx.delete(pictures).where(eq(pictures.id, id)).returning();
  if (row)
    await tx
      .insert(removedPictures)
      .values({ id, productId: row.productId, file: row.file, stood: row, removedAt: now });
  return row;
}

/** Puts back what was taken away, where it stood; answers its product, or undefined where it was swept. */
export async function putBack(tx: Tx, id: string): Promise<string | undefined> {
  const [removed] = await tx.delete(removedPictures).where(eq(removedPictures.id, id)).returning();
  if (!removed) return undefined;
  await tx.insert(pictures).values(removed.stood as Row);
  return removed.productId;
}

/** A picture that can still be put back, if it is this product's. */
export async function loadRemoved(db: Reader, productId: string, id: string) {
  const theirs = and(eq(removedPictures.id, id), eq(removedPictures.productId, productId));
  const [row] = await db.select({ id: removedPictures.id }).from(removedPictures).where(theirs);
  return row;
}

/** Forgets what was taken away before that; answers the files. */
export async function forgetRemoved(tx: Tx, before: Date): Promise<string[]> {
  const gone = await tx
    .delete(removedPictures)
    .where(lt(removedPictures.removedAt, before))
    .returning({ file: removedPictures.file });
  return gone.map(({ file }) => file);
}
