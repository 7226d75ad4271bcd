import { and, asc, eq, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { unindexed } from "#db/planning.ts";
import { prepared } from "#db/prepared.ts";
import { counters, orderEvents, orderLines, orderLinks, orders, payments } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { EventKind, Order, OrderEvent, OrderLine, Payment } from "./order.ts";

const linesOfOrder = rowsOf(
  {
    id: orderLines.id,
    variantId: orderLines.variantId,
    handle: orderLines.handle,
    title: orderLines.title,
    options: orderLines.options,
    sku: orderLines.sku,
    picture: orderLines.picture,
    quantity: orderLines.quantity,
    unit: orderLines.unit,
    base: orderLines.base,
    discount: orderLines.discount,
    shipped: orderLines.shipped,
  },
  { from: orderLines, where: eq(orderLines.orderId, orders.id), orderBy: [orderLines.position] },
);

const eventsOfOrder = rowsOf(
  { what: orderEvents.what, who: orderEvents.who, at: orderEvents.at, detail: orderEvents.detail },
  { from: orderEvents, where: eq(orderEvents.orderId, orders.id), orderBy: [orderEvents.at, orderEvents.id] },
);

const paymentsOfOrder = rowsOf(
  {
    id: payments.id,
    provider: payments.provider,
    state: payments.state,
    amount: payments.amount,
    reference: payments.reference,
    idempotencyKey: payments.idempotencyKey,
    at: payments.at,
  },
  { from: payments, where: eq(payments.orderId, orders.id), orderBy: [payments.at, payments.id] },
);

/** An order with its lines, events and payments in one query. */
const wholeOrder = (where: SQL) =>
  prepared((db: Reader) =>
    db
      .select({ order: orders, lines: linesOfOrder, events: eventsOfOrder, payments: paymentsOfOrder })
      .from(orders)
      .where(where),
  );

const byId = wholeOrder(eq(orders.id, sql.placeholder("value")));
const byLink = wholeOrder(eq(orders.linkHash, sql.placeholder("value")));
/** By an address that the order was given when the shop's secret was changed. */
const byOtherLink = wholeOrder(
  eq(
    orders.id,
    sql`(select ${orderLinks.orderId} from ${orderLinks} where ${orderLinks.id} = ${sql.placeholder("value")})`,
  ),
);
const byCart = wholeOrder(eq(orders.cartId, sql.placeholder("value")));

type Found = {
  readonly order: typeof orders.$inferSelect;
  readonly lines: readonly OrderLine[];
  readonly events: readonly unknown[];
  readonly payments: readonly unknown[];
};

/** What the columns of words hold is what this feature alone writes there. */
const orderOf = ([found]: readonly Found[]): Order | undefined =>
  found &&
  ({
    ...found.order,
    lines: found.lines,
    events: found.events as readonly OrderEvent[],
    payments: found.payments as readonly Payment[],
  } as Order);

type Query = ReturnType<typeof wholeOrder>;
const load = async (query: Query, db: Reader, value: string) => orderOf(await query(db).execute({ value }));

export const loadOrder = (db: Reader, id: string): Promise<Order | undefined> => load(byId, db, id);

/** By the digest of what its own address holds. */
export const loadOrderByLink = async (db: Reader, linkHash: string): Promise<Order | undefined> =>
  (await load(byLink, db, linkHash)) ?? (await load(byOtherLink, db, linkHash));

/** The one order that a cart became. */
export const loadOrderOfCart = (db: Reader, cartId: string): Promise<Order | undefined> => load(byCart, db, cartId);

/** The id of the order with this number that was placed with this address; both as they are kept. */
export async function findOrderId(db: Reader, number: string, emailKey: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.number, number), eq(orders.emailKey, emailKey)));
  return row?.id;
}

/** The next order number, counted in the same write, so that none is left out and none given twice. */
export async function nextNumber(tx: Tx, first: number): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ key: "order", value: first })
    .onConflictDoUpdate({ target: counters.key, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return row?.value ?? first;
}

export type NewOrder = typeof orders.$inferInsert;
export type NewLine = Omit<typeof orderLines.$inferInsert, "orderId" | "position">;

export async function insertOrder(tx: Tx, order: NewOrder, lines: readonly NewLine[]): Promise<void> {
  await tx.insert(orders).values(order);
  await tx.insert(orderLines).values(lines.map((line, position) => ({ ...line, orderId: order.id, position })));
}

type Changes = Partial<
  Pick<
    typeof orders.$inferInsert,
    "state" | "archived" | "paymentState" | "deliveryState" | "paymentMethod" | "tracking" | "expiresAt"
  >
>;

/** The one writer of an order's states. Answers whether the order was still as its version says; if not, nothing is changed. */
export async function changeOrder(tx: Tx, { id, version }: Order, changes: Changes): Promise<boolean> {
  const changed = await tx
    .update(orders)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(orders.id, id), eq(orders.version, version)))
    .returning({ id: orders.id });
  return changed.length === 1;
}

/** A guest's order is that of the account made for it from now on. */
export async function keepForCustomer(tx: Tx, id: string, customerId: string): Promise<void> {
  await tx
    .update(orders)
    .set({ customerId })
    .where(and(eq(orders.id, id), isNull(orders.customerId)));
}

/** Everything that had not left the house has. */
export async function shipLines(tx: Tx, orderId: string): Promise<void> {
  await tx
    .update(orderLines)
    .set({ shipped: sql`${orderLines.quantity}` })
    .where(eq(orderLines.orderId, orderId));
}

export type NewEvent = OrderEvent & { readonly id: string; readonly what: EventKind };

export async function addEvent(tx: Tx, orderId: string, event: NewEvent): Promise<void> {
  await tx.insert(orderEvents).values({ ...event, orderId });
}

/** Orders whose time to pay is over, at most 50, oldest first. */
export async function overdueOrders(db: Reader, now: Date): Promise<string[]> {
  const unpaid = sql`${orders.paymentState} in ('unpaid', 'failed', 'pending')`;
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(lte(orders.expiresAt, now), sql`${unindexed(orders.state)} = 'placed'`, unpaid))
    .orderBy(asc(orders.expiresAt))
    .limit(50);
  return rows.map((row) => row.id);
}

/** Orders with a payment of which the provider has not said yet how it ended, at most 50. */
export async function pendingOrders(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(sql`${orders.state} in ('placed', 'canceled')`, eq(orders.paymentState, "pending")))
    .limit(50);
  return rows.map((row) => row.id);
}
