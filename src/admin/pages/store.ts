import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { pages } from "#db/schema.ts";
import { countOf } from "#db/sets.ts";
import { bump } from "#db/versions.ts";

export type Page = { readonly handle: string; readonly title: string; readonly body: string; readonly column: string };

const fields = { handle: pages.handle, title: pages.title, body: pages.body, column: pages.column };

export const listPages = (db: Reader) =>
  db
    .select({ handle: pages.handle, title: pages.title, column: pages.column, updatedAt: pages.updatedAt })
    .from(pages)
    .orderBy(asc(pages.column), asc(pages.position), asc(pages.title))
    .limit(200);

export async function loadPage(db: Reader, handle: string): Promise<Page | undefined> {
  return (await db.select(fields).from(pages).where(eq(pages.handle, handle)))[0];
}

/** Writes a new page; answers whether its address was free. */
export async function insertPage(tx: Tx, page: Page, at: Date): Promise<boolean> {
  const [counted] = await tx.select({ position: countOf() }).from(pages);
  const row = { ...page, position: counted?.position ?? 0, updatedAt: at };
  const made = await tx.insert(pages).values(row).onConflictDoNothing().returning({ handle: pages.handle });
  await changed(tx);
  return made.length === 1;
}

/** Writes a page anew; answers whether it was still as it was seen. */
export async function updatePage(tx: Tx, seen: Page, { title, body, column }: Page, at: Date): Promise<boolean> {
  const rows = await tx
    .update(pages)
    .set({ title, body, column, updatedAt: at })
    .where(asSeen(seen))
    .returning({ handle: pages.handle });
  await changed(tx);
  return rows.length === 1;
}

export async function deletePage(tx: Tx, seen: Page): Promise<boolean> {
  const gone = await tx.delete(pages).where(asSeen(seen)).returning({ handle: pages.handle });
  await changed(tx);
  return gone.length === 1;
}

const asSeen = (seen: Page) =>
  and(
    ...[eq(pages.handle, seen.handle), eq(pages.title, seen.title)],
    ...[eq(pages.body, seen.body), eq(pages.column, seen.column)],
  );

const changed = (tx: Tx) => bump(tx, ["pages", "shell"]);
