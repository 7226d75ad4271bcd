import { and, asc, desc, eq, gt, gte, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { unindexed } from "#db/planning.ts";
import { quarterOf } from "#db/quarters.ts";
import { cartLines, carts, customers, orderLines, orders, pages, products, variants } from "#db/schema.ts";
import { countOf, sumOf } from "#db/sets.ts";
import { toCents, type Cents } from "../../pricing/money.ts";

type Between = { readonly from: Date; readonly until: Date };
const isPlaced = sql`${unindexed(orders.state)} = 'placed'`;
const placed = ({ from, until }: Between) => and(isPlaced, gte(orders.placedAt, from), lt(orders.placedAt, until));

/** What was ordered and not canceled, by quarters of an hour. */
export function loadSales(db: Reader, between: Between) {
  const at = quarterOf(orders.placedAt);
  return db
    .select({ quarter: at, orders: countOf(), total: sumOf(orders.total) })
    .from(orders)
    .where(placed(between))
    .groupBy(at);
}
export type Sales = Awaited<ReturnType<typeof loadSales>>;

/** What was bought most, in pieces. */
export function loadMostSold(db: Reader, between: Between) {
  const pieces = sumOf(orderLines.quantity);
  return db
    .select({ handle: orderLines.handle, title: orderLines.title, pieces, sales: sumOf(orderLines.gross) })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(placed(between))
    .groupBy(orderLines.handle, orderLines.title)
    .orderBy(desc(pieces), asc(orderLines.title))
    .limit(6);
}

/** So few left that somebody should look. */
export const lowStock = 5;
const isLow = and(
  eq(products.status, "active"),
  eq(variants.tracked, true),
  eq(variants.backorder, false),
  gt(variants.stock, 0),
  lte(variants.stock, lowStock),
);

/** What is nearly sold out, and how many of it went since a moment. */
export function loadLow(db: Reader, since: Date) {
  const moment = sql.param(since, orders.placedAt);
  const sold = sql<number>`(select coalesce(sum(${orderLines.quantity}), 0) from ${orderLines}
    join ${orders} on ${orders.id} = ${orderLines.orderId}
    where ${orderLines.variantId} = ${variants.id} and ${orders.state} = 'placed' and ${orders.placedAt} >= ${moment})`;
  return db
    .select({
      title: products.title,
      option1: variants.option1,
      option2: variants.option2,
      option3: variants.option3,
      stock: variants.stock,
      sold: sold.mapWith(Number),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(isLow)
    .orderBy(asc(variants.stock), asc(products.title), asc(variants.position))
    .limit(6);
}

const isAny = (table: typeof products | typeof pages | typeof orders) =>
  sql<number>`case when exists (select 1 from ${table}) then 1 else 0 end`.mapWith(Boolean);

/** Whether there is anything in the shop at all, be it a draft; a page to read; an order, be it canceled. */
export async function loadBeginnings(db: Reader) {
  const [row] = await db
    .select({ hasProducts: isAny(products), hasPages: isAny(pages), hasOrders: isAny(orders) })
    .from(sql`(select 1) as one`);
  return row ?? { hasProducts: false, hasPages: false, hasOrders: false };
}

export async function countLow(db: Reader): Promise<number> {
  const [found] = await db
    .select({ n: countOf() })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(isLow);
  return found?.n ?? 0;
}

/** Orders that wait for money, and how much. */
export async function loadUnpaid(db: Reader): Promise<{ orders: number; total: Cents }> {
  const [found] = await db
    .select({ orders: countOf(), total: sumOf(orders.total) })
    .from(orders)
    .where(
      and(eq(orders.state, "placed"), sql`${orders.paymentState} in ('unpaid', 'pending', 'failed', 'partly_paid')`),
    );
  return found as { orders: number; total: Cents };
}

/** Carts with something in them that nobody touched for an hour, the newest first. */
export function loadLeft(db: Reader, { from, until }: Between) {
  const worth = sql<number>`coalesce(sum(${variants.price} * ${cartLines.quantity}), 0)`.mapWith((amount: unknown) =>
    toCents(Number(amount)),
  );
  return db
    .select({
      id: carts.id,
      name: customers.displayName,
      draft: carts.draft,
      at: carts.updatedAt,
      worth,
    })
    .from(carts)
    .innerJoin(cartLines, and(eq(cartLines.cartId, carts.id), isNull(cartLines.removedAt)))
    .innerJoin(variants, eq(variants.id, cartLines.variantId))
    .leftJoin(customers, eq(customers.id, carts.customerId))
    .where(and(eq(carts.state, "open"), gte(carts.updatedAt, from), lt(carts.updatedAt, until)))
    .groupBy(carts.id, customers.displayName)
    .orderBy(desc(carts.updatedAt))
    .limit(6);
}

/** Orders that were not canceled in the order of time, from behind a row on. */
export function loadPoints(db: Reader, after: { readonly at: Date; readonly id: string }, limit: number) {
  const behind = or(gt(orders.placedAt, after.at), and(eq(orders.placedAt, after.at), gt(orders.id, after.id)));
  return db
    .select({ id: orders.id, at: orders.placedAt, total: orders.total })
    .from(orders)
    .where(and(isPlaced, behind))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(limit);
}
