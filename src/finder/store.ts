import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { products, settings } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { cardFields, isSold } from "../catalog/card-store.ts";
import type { Finder } from "./finder.ts";

const key = "finder";

const readFinder = prepared((db: Reader) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder("key"))),
);

/** Undefined where the shop has none. */
export async function loadFinder(db: Reader): Promise<Finder | undefined> {
  return (await readFinder(db).execute({ key }))[0]?.value as Finder | undefined;
}

/** Puts it up, or takes it down. */
export async function saveFinder(tx: Tx, finder: Finder | undefined): Promise<void> {
  if (finder) {
    const set = { value: finder };
    await tx
      .insert(settings)
      .values({ key, ...set })
      .onConflictDoUpdate({ target: settings.key, set });
  } else await tx.delete(settings).where(eq(settings.key, key));
  await bump(tx, ["finder", "shell"]);
}

/** Cards of those that are sold here, in no order. */
export const loadCards = (db: Reader, handles: readonly string[]) =>
  db
    .select(cardFields)
    .from(products)
    .where(and(inList(products.handle, handles), isSold));

/** Which of these are no products, active or not. */
export async function unknownHandles(db: Reader, handles: readonly string[]): Promise<readonly string[]> {
  const there = await db.select({ handle: products.handle }).from(products).where(inList(products.handle, handles));
  const known = new Set(there.map(({ handle }) => handle));
  return handles.filter((handle) => !known.has(handle));
}
