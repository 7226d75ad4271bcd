import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/open.ts";
import { news, stockNotices, stockWatches } from "#db/schema.ts";

/** What a guest waits for, and was told of, becomes the customer's. */
export async function takeNews(tx: Tx, guest: string, customerId: string): Promise<void> {
  const owner = `c:${customerId}`;
  const already = sql`(select ${stockWatches.variantId} from ${stockWatches} where ${stockWatches.owner} = ${owner})`;
  await tx.delete(stockWatches).where(and(eq(stockWatches.owner, guest), sql`${stockWatches.variantId} in ${already}`));
  await tx.update(stockWatches).set({ owner }).where(eq(stockWatches.owner, guest));
  await tx.update(stockNotices).set({ customerId, guest: "" }).where(eq(stockNotices.guest, guest));
  await tx.update(news).set({ owner }).where(eq(news.owner, guest));
}
