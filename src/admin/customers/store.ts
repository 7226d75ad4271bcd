import { and, eq, isNotNull, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { unindexed } from "#db/planning.ts";
import { customerGroups, customers, isGuests, orders, sessions, subscribers } from "#db/schema.ts";
import { countOf, rowsOf } from "#db/sets.ts";

const mine = and(eq(orders.customerId, customers.id), sql`${unindexed(orders.state)} = 'placed'`);

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

/** An account with all that a row of the list says. */
export const selectRow = (db: Reader) => db.select(columns).from(customers);
export type CustomerRow = Awaited<ReturnType<typeof selectRow>>[number];

export async function loadCustomer(db: Reader, id: string): Promise<CustomerRow | undefined> {
  return (await selectRow(db).where(eq(customers.id, id)))[0];
}

/** The account that has shown that an address is its own. */
export async function loadConfirmed(db: Reader, emailKey: string): Promise<CustomerRow | undefined> {
  const confirmed = and(eq(customers.emailKey, emailKey), isNotNull(customers.verifiedAt));
  return (await selectRow(db).where(confirmed))[0];
}

/** How many accounts there are, and how many addresses that ordered without one. */
export async function countPeople(db: Reader): Promise<{ readonly accounts: number; readonly guests: number }> {
  const guests =
    sql<number>`(select count(distinct ${orders.emailKey}) from ${orders} where ${isGuests(orders)})`.mapWith(Number);
  const [row] = await db.select({ accounts: countOf(), guests }).from(customers);
  return row ?? { accounts: 0, guests: 0 };
}

export async function listGroupNames(db: Reader): Promise<string[]> {
  const rows = await db.selectDistinct({ name: customerGroups.name }).from(customerGroups).orderBy(customerGroups.name);
  return rows.map(({ name }) => name);
}
