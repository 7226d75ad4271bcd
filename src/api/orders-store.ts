import { and, desc, eq, lt, lte, or } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { orders } from "#db/schema.ts";

const { placedAt, id, customerId } = orders;

/** A customer's orders, newest first, after this one. */
export function loadOrdersAfter(db: Reader, owner: string, limit: number, after: { at: Date; id: string } | undefined) {
  return db
    .select({
      id,
      number: orders.number,
      state: orders.state,
      paymentState: orders.paymentState,
      deliveryState: orders.deliveryState,
      total: orders.total,
      currency: orders.currency,
      placedAt,
    })
    .from(orders)
    .where(
      and(
        eq(customerId, owner),
        after && lte(placedAt, after.at),
        after && or(lt(placedAt, after.at), and(eq(placedAt, after.at), lt(id, after.id))),
      ),
    )
    .orderBy(desc(placedAt), desc(id))
    .limit(limit);
}

/** The id of a customer's own order; undefined for a number that is nobody's or somebody else's. */
export async function ownOrderId(db: Reader, owner: string, number: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id })
    .from(orders)
    .where(and(eq(orders.number, number), eq(customerId, owner)));
  return row?.id;
}
