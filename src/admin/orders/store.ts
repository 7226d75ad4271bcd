import { and, asc, desc, eq, lt, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { isToShip, orderLines, orders, outbox, variants } from "#db/schema.ts";
import { countOf, inList } from "#db/sets.ts";

export const pageSize = 50;
export type View = "open" | "unpaid" | "pickup" | "all";
export type OrderQuery = {
  readonly view: View;
  readonly q: string;
  readonly payment: string;
  readonly delivery: string;
  /** Number of milliseconds and id of the last row of the page before, joined by "-". */
  readonly after: string;
};

const toShip = and(
  isToShip(orders),
  sql`(${orders.paymentState} in ('paid', 'authorized', 'partly_refunded') or ${orders.paymentMethod} in ('on_delivery', 'on_pickup'))`,
);
const unpaid = and(
  eq(orders.state, "placed"),
  sql`${orders.paymentState} in ('unpaid', 'pending', 'failed', 'partly_paid')`,
);
const inView: Readonly<Record<View, SQL | undefined>> = {
  open: toShip,
  unpaid,
  pickup: and(toShip, eq(orders.deliveryType, "pickup")),
  all: undefined,
};

const shipCount = prepared((db: Reader) => db.select({ count: countOf() }).from(orders).where(toShip));

/** Orders that can be packed now: paid for, or paid when they arrive. */
export async function countToShip(db: Reader): Promise<number> {
  const [row] = await shipCount(db).execute();
  return row?.count ?? 0;
}

export async function countViews(db: Reader): Promise<Readonly<Record<View, number>>> {
  const count = (view: View) => db.$count(orders, inView[view]);
  const counts = { open: count("open"), unpaid: count("unpaid"), pickup: count("pickup"), all: count("all") };
  const [row] = await db.select(counts).from(sql`(select 1 as one) as one`);
  return row ?? { open: 0, unpaid: 0, pickup: 0, all: 0 };
}

/** By number, name, address or article number, whichever holds what was typed. */
function matching(q: string): SQL | undefined {
  if (q === "") return undefined;
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const holds = (column: SQL) => sql`${column} like ${pattern} escape '\\'`;
  return or(
    holds(sql`lower(${orders.number})`),
    holds(sql`lower(${orders.name})`),
    holds(sql`${orders.emailKey}`),
    sql`exists (select 1 from ${orderLines} where ${orderLines.orderId} = ${orders.id} and lower(${orderLines.sku}) like ${pattern} escape '\\')`,
  );
}

function whereOf({ view, q, payment, delivery }: OrderQuery): SQL | undefined {
  return and(
    inView[view],
    payment === "" ? undefined : eq(orders.paymentState, payment),
    delivery === "" ? undefined : eq(orders.deliveryState, delivery),
    matching(q),
  );
}

function olderThan(after: string): SQL | undefined {
  const [time = "", id = ""] = after.split(/-(.*)/s);
  if (!/^\d{1,14}$/.test(time)) return undefined; // more is a year that PostgreSQL does not read
  const at = new Date(Number(time));
  return or(lt(orders.placedAt, at), and(eq(orders.placedAt, at), lt(orders.id, id)));
}

const columns = {
  id: orders.id,
  number: orders.number,
  name: orders.name,
  email: orders.email,
  state: orders.state,
  paymentState: orders.paymentState,
  deliveryState: orders.deliveryState,
  deliveryType: orders.deliveryType,
  deliveryName: orders.deliveryName,
  paymentMethod: orders.paymentMethod,
  address: orders.address,
  currency: orders.currency,
  goods: orders.goods,
  discount: orders.discount,
  shipping: orders.shipping,
  tax: orders.tax,
  total: orders.total,
  placedAt: orders.placedAt,
};

/** A page of the order book, newest first, and one row more when there are older ones. */
export function listOrders(db: Reader, query: OrderQuery, limit = pageSize) {
  return db
    .select(columns)
    .from(orders)
    .where(and(whereOf(query), olderThan(query.after)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit + 1);
}

export type OrderListRow = Awaited<ReturnType<typeof listOrders>>[number];
export const afterOf = (row: Pick<OrderListRow, "placedAt" | "id">): string => `${row.placedAt.getTime()}-${row.id}`;

/** How many are left of what an order holds; articles that are gone or not counted are missing. */
export async function loadLeft(db: Reader, variantIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: variants.id, stock: variants.stock })
    .from(variants)
    .where(and(inList(variants.id, variantIds), eq(variants.tracked, true)));
  return new Map(rows.map((row) => [row.id, row.stock]));
}

/** The letters that were written about an order, oldest first. */
export function loadLetters(db: Reader, orderId: string) {
  return db
    .select({ id: outbox.id, subject: outbox.subject, to: outbox.to, state: outbox.state, createdAt: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.orderId, orderId))
    .orderBy(asc(outbox.id));
}
