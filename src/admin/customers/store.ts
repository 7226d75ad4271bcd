import { and, asc, desc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { customerGroups, customerNotes, customers, orders, sessions, subscribers } from "#db/schema.ts";
import { countOf, rowsOf } from "#db/sets.ts";

export const pageSize = 50;
export const sorts = ["newest", "name", "orders", "spent", "seen"] as const;
export type Sort = (typeof sorts)[number];

export type CustomerQuery = {
  readonly q: string;
  readonly group: string;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  /** What the shop sells in: sorting by money means this. */
  readonly currency: string;
};

const mine = and(eq(orders.customerId, customers.id), eq(orders.state, "placed"));

/** Wrapped, since Drizzle takes the names of tables off columns that stand at the top of what is selected. */
const asked = <T>(query: SQL) => sql<T>`${query}`;
const orderCount = asked<number>(sql`(select count(*) from ${orders} where ${mine})`).mapWith(Number);
const seenAt = asked<Date | null>(
  sql`(select max(${sessions.seenAt}) from ${sessions}
    where ${sessions.audience} = 'shop' and ${sessions.accountId} = ${customers.id})`,
).mapWith(sessions.seenAt);
const newsletterAt = asked<Date | null>(
  sql`(select ${subscribers.confirmedAt} from ${subscribers} where ${subscribers.emailKey} = ${customers.emailKey})`,
).mapWith(subscribers.confirmedAt);

/** What was paid for these orders, and what went back. Only `minus` of src/pricing makes one of the two. */
const paidFor = (whose: SQL | undefined) => sql`(select ${orders.currency} as currency,
    sum(case when p.state = 'paid' then p.amount else 0 end) as paid,
    sum(case when p.state = 'refunded' then p.amount else 0 end) as refunded
  from ${orders} inner join payments p on p.order_id = ${orders.id}
  where ${whose} group by ${orders.currency}) as spent`;
const spentFields = {
  currency: sql<string>`spent.currency`,
  paid: sql<number>`spent.paid`.mapWith(Number),
  refunded: sql<number>`spent.refunded`.mapWith(Number),
};
const spentBy = (whose: SQL | undefined) =>
  rowsOf(spentFields, { from: paidFor(whose), orderBy: [sql`spent.currency`] });

const columns = {
  id: customers.id,
  email: customers.email,
  emailKey: customers.emailKey,
  name: customers.displayName,
  verifiedAt: customers.verifiedAt,
  createdAt: customers.createdAt,
  orders: orderCount,
  seenAt,
  newsletterAt,
  groups: rowsOf(
    { name: customerGroups.name },
    {
      from: customerGroups,
      where: eq(customerGroups.customerId, customers.id),
      orderBy: [sql`${customerGroups.name}`],
    },
  ),
  spent: spentBy(mine),
};

const likePattern = (q: string) => `%${q.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;

function whereOf({ q, group }: Pick<CustomerQuery, "q" | "group">): SQL | undefined {
  const pattern = likePattern(q);
  const named = or(
    sql`${customers.emailKey} like ${pattern} escape '\\'`,
    sql`lower(${customers.displayName}) like ${pattern} escape '\\'`,
  );
  const inGroup = sql`exists (select 1 from ${customerGroups} where ${customerGroups.customerId} = ${customers.id} and ${customerGroups.name} = ${group})`;
  return and(q === "" ? undefined : named, group === "" ? undefined : inGroup);
}

function orderBy({ sort, currency }: Pick<CustomerQuery, "sort" | "currency">): SQL[] {
  const money = sql`(select coalesce(sum(case p.state when 'paid' then p.amount when 'refunded' then -p.amount else 0 end), 0)
    from ${orders} inner join payments p on p.order_id = ${orders.id} where ${mine} and ${orders.currency} = ${currency})`;
  const by: Readonly<Record<Sort, SQL>> = {
    newest: desc(customers.createdAt),
    name: asc(sql`lower(${customers.displayName})`),
    orders: desc(orderCount),
    spent: desc(money),
    seen: sql`coalesce(${seenAt}, ${customers.createdAt}) desc`,
  };
  return [by[sort], desc(customers.id)];
}

/** A page of the accounts, and one row more where there are more. */
export const listCustomers = (db: Reader, query: CustomerQuery, size = pageSize) =>
  db
    .select(columns)
    .from(customers)
    .where(whereOf(query))
    .orderBy(...orderBy(query))
    .limit(size + 1)
    .offset((query.page - 1) * size);
export type CustomerRow = Awaited<ReturnType<typeof listCustomers>>[number];

export async function loadCustomer(db: Reader, id: string): Promise<CustomerRow | undefined> {
  return (await db.select(columns).from(customers).where(eq(customers.id, id)))[0];
}

/** The account that has shown that an address is its own. */
export async function loadConfirmed(db: Reader, emailKey: string): Promise<CustomerRow | undefined> {
  const confirmed = and(eq(customers.emailKey, emailKey), isNotNull(customers.verifiedAt));
  return (await db.select(columns).from(customers).where(confirmed))[0];
}

const noAccount = isNull(orders.customerId);
const placed = sql`${orders.state} = 'placed'`;

/** Who ordered without an account, one row for each address, the newest first. */
export function listGuests(db: Reader, { q, page }: Pick<CustomerQuery, "q" | "page">) {
  const pattern = likePattern(q);
  const named = or(
    sql`${orders.emailKey} like ${pattern} escape '\\'`,
    sql`lower(${orders.name}) like ${pattern} escape '\\'`,
  );
  const last = sql<Date>`max(${orders.placedAt})`.mapWith(orders.placedAt);
  return db
    .select({
      emailKey: orders.emailKey,
      /** One of their orders: they are found by it, so that no address stands in an address. */
      orderId: sql<string>`max(${orders.id})`,
      name: sql<string>`max(${orders.name})`,
      orders: countOf(placed),
      last,
    })
    .from(orders)
    .where(and(noAccount, q === "" ? undefined : named))
    .groupBy(orders.emailKey)
    .orderBy(desc(last), asc(orders.emailKey))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
}

/** The guest who placed this order. Undefined where it is somebody's account, or is gone. */
export async function loadGuest(db: Reader, orderId: string) {
  const fields = { email: orders.email, emailKey: orders.emailKey, name: orders.name, placedAt: orders.placedAt };
  const [row] = await db
    .select(fields)
    .from(orders)
    .where(and(eq(orders.id, orderId), noAccount));
  return row;
}

/** How many accounts there are, and how many addresses that ordered without one. */
export async function countPeople(db: Reader): Promise<{ readonly accounts: number; readonly guests: number }> {
  const guests =
    sql<number>`(select count(distinct ${orders.emailKey}) from ${orders} where ${orders.customerId} is null)`.mapWith(
      Number,
    );
  const [row] = await db.select({ accounts: countOf(), guests }).from(customers);
  return row ?? { accounts: 0, guests: 0 };
}

export async function listGroupNames(db: Reader): Promise<string[]> {
  const rows = await db.selectDistinct({ name: customerGroups.name }).from(customerGroups).orderBy(customerGroups.name);
  return rows.map(({ name }) => name);
}

export const listNotes = (db: Reader, customerId: string) =>
  db
    .select({ id: customerNotes.id, body: customerNotes.body, who: customerNotes.who, at: customerNotes.at })
    .from(customerNotes)
    .where(eq(customerNotes.customerId, customerId))
    .orderBy(desc(customerNotes.at), desc(customerNotes.id))
    .limit(100);

export async function insertNote(tx: Tx, note: typeof customerNotes.$inferInsert): Promise<void> {
  await tx.insert(customerNotes).values(note);
}

/** Answers whether it was there. */
export async function dropNote(tx: Tx, customerId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(customerNotes)
    .where(and(eq(customerNotes.id, id), eq(customerNotes.customerId, customerId)))
    .returning({ id: customerNotes.id });
  return gone.length === 1;
}
