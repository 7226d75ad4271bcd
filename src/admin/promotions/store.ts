import { and, asc, desc, eq, lt, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { collections, orders, promotionUses } from "#db/schema.ts";

/** Collections to choose from, by title. */
export async function listCollections(db: Reader) {
  return db
    .select({ handle: collections.handle, title: collections.title })
    .from(collections)
    .orderBy(asc(collections.title))
    .limit(500);
}

/** A page of a promotion's uses, newest first, with the orders that there are. `after` is the last of the page before. */
export async function listUses(db: Reader, promotionId: string, after: string, size: number) {
  return db
    .select({
      orderId: promotionUses.orderId,
      number: orders.number,
      customer: promotionUses.customer,
      codeKey: promotionUses.codeKey,
      at: promotionUses.at,
    })
    .from(promotionUses)
    .leftJoin(orders, eq(orders.id, promotionUses.orderId))
    .where(and(eq(promotionUses.promotionId, promotionId), older(after)))
    .orderBy(desc(promotionUses.at), desc(promotionUses.orderId))
    .limit(size);
}

export type UseFound = Awaited<ReturnType<typeof listUses>>[number];

/** `afterUse` gives what this reads. */
function older(after: string): SQL | undefined {
  const found = /^(\d{1,14})-(.+)$/.exec(after);
  if (!found) return undefined;
  const [at, id] = [new Date(Number(found[1])), found[2] ?? ""];
  return or(lt(promotionUses.at, at), and(eq(promotionUses.at, at), lt(promotionUses.orderId, id)));
}

export const afterUse = ({ at, orderId }: UseFound): string => `${at.getTime()}-${orderId}`;
