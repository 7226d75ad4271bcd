import { asc, gt } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { orderLinks, orders } from "#db/schema.ts";

/** Orders in the order of their ids, `limit` of them after one. */
export function ordersAfter(db: Reader, after: string, limit: number) {
  return db
    .select({ id: orders.id, linkHash: orders.linkHash })
    .from(orders)
    .where(gt(orders.id, after))
    .orderBy(asc(orders.id))
    .limit(limit);
}

export type OrderLink = typeof orderLinks.$inferInsert;

/** Gives orders further addresses; those that they have stay. */
export async function addOrderLinks(tx: Tx, links: readonly OrderLink[]): Promise<void> {
  await tx
    .insert(orderLinks)
    .values([...links])
    .onConflictDoNothing();
}
