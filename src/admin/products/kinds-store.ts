import { asc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { variants } from "#db/schema.ts";
import type { Cents } from "../../pricing/money.ts";

/** What all kinds of a product mostly share. */
export const loadKinds = (db: Reader, productId: string) =>
  db
    .select({ price: variants.price, compareAt: variants.compareAt, weight: variants.weight })
    .from(variants)
    .where(eq(variants.productId, productId))
    .orderBy(asc(variants.position), asc(variants.id));

export type Shared = { readonly compareAt?: Cents | null; readonly weight?: number };

/** Sets it for each of its kinds. */
export async function setKinds(tx: Tx, productId: string, shared: Shared): Promise<void> {
  await tx
    .update(variants)
    .set({ ...shared, version: sql`${variants.version} + 1` })
    .where(eq(variants.productId, productId));
}
