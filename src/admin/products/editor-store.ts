import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { products, redirects } from "#db/schema.ts";

const fields = {
  title: products.title,
  subtitle: products.subtitle,
  description: products.description,
  vendor: products.vendor,
  type: products.type,
  tags: products.tags,
  handle: products.handle,
  seoTitle: products.seoTitle,
  seoDescription: products.seoDescription,
};

/** What a product is called and said to be, and how often it was changed. */
export async function loadWords(db: Reader, id: string) {
  const [row] = await db
    .select({ ...fields, version: products.version })
    .from(products)
    .where(eq(products.id, id));
  return row;
}
export type WordsRow = NonNullable<Awaited<ReturnType<typeof loadWords>>>;
export type NewWords = Omit<WordsRow, "version">;

/** Saves it unless somebody changed it since `version`; answers whether it was saved. */
export async function saveWords(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  words: NewWords,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(products)
    .set({ ...words, updatedAt: now, version: sql`${products.version} + 1` })
    .where(and(eq(products.id, id), eq(products.version, version)))
    .returning({ id: products.id });
  return changed.length === 1;
}

/** Whether another product is at this address. */
export async function isTaken(db: Reader, handle: string, id: string): Promise<boolean> {
  const [row] = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.handle, handle), ne(products.id, id)));
  return row !== undefined;
}

const addressOf = (handle: string) => `products/${handle}`;

/** Leads from where a product was to where it is, and no longer away from there. */
export async function leadOn(tx: Tx, id: string, from: string, to: string): Promise<void> {
  await tx.delete(redirects).where(or(eq(redirects.from, addressOf(to)), eq(redirects.from, addressOf(from))));
  await tx.insert(redirects).values({ from: addressOf(from), what: "product", targetId: id });
}
