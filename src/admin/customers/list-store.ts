import { and, asc, desc, eq, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { unindexed } from "#db/planning.ts";
import { customerGroups, customers, isGuests, orders, sessions } from "#db/schema.ts";
import { countOf, inList } from "#db/sets.ts";
import { selectRow, type CustomerRow } from "./store.ts";

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

const patternOf = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
/** SQLite knows small letters of English only: a name is looked for as it was typed as well. */
const likePattern = (q: string) => patternOf(q.toLowerCase());

function whereOf({ q, group }: Pick<CustomerQuery, "q" | "group">): SQL | undefined {
  const pattern = likePattern(q);
  const named = or(
    sql`${customers.emailKey} like ${pattern} escape '\\'`,
    sql`lower(${customers.displayName}) like ${pattern} escape '\\'`,
    sql`${customers.displayName} like ${patternOf(q)} escape '\\'`,
  );
  const inGroup = sql`exists (select 1 from ${customerGroups} where ${customerGroups.customerId} = ${customers.id} and ${customerGroups.name} = ${group})`;
  return and(q === "" ? undefined : named, group === "" ? undefined : inGroup);
}

/** What a sort counts, one row for each customer that has any: `id` and `n`. */
const rankings = {
  orders: () => sql`select ${orders.customerId} as id, count(*) as n from ${orders}
    where ${unindexed(orders.state)} = 'placed' and ${orders.customerId} is not null group by ${orders.customerId}`,
  spent: (currency: string) => sql`select ${orders.customerId} as id,
      sum(case p.state when 'paid' then p.amount when 'refunded' then -p.amount else 0 end) as n
    from ${orders} inner join payments p on p.order_id = ${orders.id}
    where ${unindexed(orders.state)} = 'placed' and ${orders.customerId} is not null and ${orders.currency} = ${currency}
    group by ${orders.customerId}`,
  seen: () => sql`select ${sessions.accountId} as id, max(${sessions.seenAt}) as n from ${sessions}
    where ${sessions.audience} = 'shop' group by ${sessions.accountId}`,
} as const;

/** Ids of a page, in order: sorted before anything else is asked of a row, or twenty thousand rows are asked for fifty. */
async function pageIds(db: Reader, query: CustomerQuery, size: number): Promise<string[]> {
  const { sort, page, currency } = query;
  const plain = db.select({ id: customers.id }).from(customers);
  const ranked = (ranking: SQL) =>
    plain.leftJoin(sql`(${ranking}) as ranked`, sql`ranked.id = ${customers.id}`).where(whereOf(query));
  const most = sql`ranked.n is null, ranked.n desc`;
  const span = { limit: size + 1, offset: (page - 1) * size };
  const last = desc(customers.id);
  const sorted =
    sort === "newest" || sort === "name"
      ? plain
          .where(whereOf(query))
          .orderBy(sort === "name" ? asc(sql`lower(${customers.displayName})`) : desc(customers.createdAt), last)
      : ranked(rankings[sort](currency)).orderBy(most, last);
  const rows = await sorted.limit(span.limit).offset(span.offset);
  return rows.map(({ id }) => id);
}

/** A page of the accounts, and one row more where there are more. Two queries. */
export async function listCustomers(db: Reader, query: CustomerQuery, size = pageSize): Promise<CustomerRow[]> {
  const ids = await pageIds(db, query, size);
  const rows = await selectRow(db).where(inList(customers.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const noAccount = isGuests(orders);
const placed = sql`${orders.state} = 'placed'`;

/** Who ordered without an account, one row for each address, the newest first. */
export function listGuests(db: Reader, { q, page }: Pick<CustomerQuery, "q" | "page">) {
  const pattern = likePattern(q);
  const named = or(
    sql`${orders.emailKey} like ${pattern} escape '\\'`,
    sql`lower(${orders.name}) like ${pattern} escape '\\'`,
    sql`${orders.name} like ${patternOf(q)} escape '\\'`,
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
