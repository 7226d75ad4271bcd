import { desc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { orderLines, orders } from "#db/schema.ts";

const own = sql`from ${orderLines} where ${orderLines.orderId} = ${orders.id}`;
const firstTitle = sql<string | null>`(select ${orderLines.title} ${own} order by ${orderLines.position} limit 1)`;
const things = sql<number>`(select count(*) ${own})`.mapWith(Number);

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
      deliveryState: orders.deliveryState,
      deliveryType: orders.deliveryType,
      title: firstTitle,
      things,
    })
    .from(orders)
    .where(eq(orders.customerId, customerId))
    .orderBy(desc(orders.placedAt))
    .limit(100);
}
