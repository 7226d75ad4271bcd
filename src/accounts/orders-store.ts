import { desc, eq } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { orders } from "#db/schema.ts";

/** The last hundred orders of a customer. */
export function loadOrdersOf(db: Reader, customerId: string) {
  return db
    .select({
      id: orders.id,
      number: orders.number,
      state: orders.state,
      paymentState: orders.paymentState,
      total: orders.total,
      currency: orders.currency,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .where(eq(orders.customerId, customerId))
    .orderBy(desc(orders.placedAt))
    .limit(100);
}
