import { and, asc, desc, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import {
  auditLog,
  customerGroups,
  customers,
  orderEvents,
  orderLines,
  orders,
  outbox,
  payments,
  promotions,
  promotionUses,
  secondFactors,
} from "#db/schema.ts";
import { subjectOfPerson, type Person } from "./person.ts";

/** Their orders: those of the account, and those that nobody signed in placed with their address. */
export function ordersOf({ customerId, emailKey, ownsAddress }: Person): SQL {
  const byAccount = customerId === undefined ? undefined : eq(orders.customerId, customerId);
  const byAddress = ownsAddress ? and(eq(orders.emailKey, emailKey), isNull(orders.customerId)) : undefined;
  // Nothing beside what applies: "1 = 0 or" would have SQLite go through all orders.
  return or(byAccount, byAddress) ?? sql`1 = 0`;
}

const nobody = "";

export async function loadAccount(db: Reader, { customerId = nobody }: Person) {
  const [row] = await db.select().from(customers).where(eq(customers.id, customerId));
  return row;
}

export const loadGroups = (db: Reader, { customerId = nobody }: Person) =>
  db
    .select({ name: customerGroups.name })
    .from(customerGroups)
    .where(eq(customerGroups.customerId, customerId))
    .orderBy(asc(customerGroups.name));

export async function loadFactorSince(db: Reader, person: Person): Promise<Date | null> {
  const mine = eq(secondFactors.owner, subjectOfPerson(person));
  const [row] = await db.select({ at: secondFactors.confirmedAt }).from(secondFactors).where(mine);
  return row?.at ?? null;
}

export const loadOrders = (db: Reader, person: Person) =>
  db.select().from(orders).where(ordersOf(person)).orderBy(desc(orders.placedAt), desc(orders.id));

export const loadLines = (db: Reader, person: Person) =>
  db
    .select({ number: orders.number, currency: orders.currency, line: orderLines })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(ordersOf(person))
    .orderBy(desc(orders.placedAt), desc(orders.id), asc(orderLines.position));

export const loadEvents = (db: Reader, person: Person) =>
  db
    .select({ number: orders.number, what: orderEvents.what, who: orderEvents.who, at: orderEvents.at })
    .from(orderEvents)
    .innerJoin(orders, eq(orders.id, orderEvents.orderId))
    .where(ordersOf(person))
    .orderBy(asc(orderEvents.at), asc(orderEvents.id));

export const loadPayments = (db: Reader, person: Person) =>
  db
    .select({ number: orders.number, currency: orders.currency, payment: payments })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(ordersOf(person))
    .orderBy(asc(payments.at), asc(payments.id));

export const loadUses = (db: Reader, person: Person) =>
  db
    .select({ number: orders.number, promotion: promotions.name, code: promotionUses.codeKey, at: promotionUses.at })
    .from(promotionUses)
    .innerJoin(orders, eq(orders.id, promotionUses.orderId))
    .innerJoin(promotions, eq(promotions.id, promotionUses.promotionId))
    .where(ordersOf(person))
    .orderBy(asc(promotionUses.at));

/** Letters that went to the address, and those about their orders. Never what was written in them: some hold a key. */
export const loadLetters = (db: Reader, person: Person) => {
  const theirs = sql`${outbox.orderId} in (select ${orders.id} from ${orders} where ${ordersOf(person)})`;
  const toThem = sql`lower(${outbox.to}) = ${person.emailKey} and ${outbox.kind} not like 'staff%'`;
  return db
    .select({
      kind: outbox.kind,
      to: outbox.to,
      subject: outbox.subject,
      state: outbox.state,
      writtenAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(person.ownsAddress ? or(theirs, and(isNull(outbox.orderId), toThem)) : theirs)
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
};

/** Where somebody came from; not where the shop's own people sit, whose act it may have been. */
const theirAddress = sql<string>`case when ${auditLog.who} like 'customer:%' or ${auditLog.who} = 'guest'
  then ${auditLog.address} else '' end`.mapWith(String);

/** What the log has of the account, by it or about it. */
export const loadActivity = (db: Reader, person: Person) => {
  const subject = subjectOfPerson(person);
  return db
    .select({ at: auditLog.at, act: auditLog.act, result: auditLog.result, address: theirAddress })
    .from(auditLog)
    .where(person.customerId === undefined ? sql`1 = 0` : or(eq(auditLog.who, subject), eq(auditLog.subject, subject)))
    .orderBy(asc(auditLog.at), asc(auditLog.id));
};
