import { and, eq, lte, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { auditLog, customers, likes, oneTimeTokens, secondFactors, sessions, staff } from "#db/schema.ts";
import { idleSince, notedBefore } from "./session-span.ts";
import type { Audience } from "./session-token.ts";

export type Staff = {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: string;
  /** When the password was last given. */
  readonly provenAt: Date;
  /** When their second step was set up; null: they have none. */
  readonly factorAt: Date | null;
};

const provenOf = sql<Date>`coalesce(${sessions.provenAt}, ${sessions.createdAt})`.mapWith(sessions.createdAt);

const staffOfSession = prepared((db: Reader) =>
  db
    .select({
      id: staff.id,
      email: staff.email,
      displayName: staff.displayName,
      role: staff.role,
      seenAt: sessions.seenAt,
      provenAt: provenOf,
      factorAt: secondFactors.confirmedAt,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.accountId))
    .leftJoin(secondFactors, eq(secondFactors.owner, sql`'staff:' || ${staff.id}`))
    .where(
      and(
        eq(sessions.id, sql.placeholder("id")),
        eq(sessions.audience, "admin"),
        eq(staff.state, "active"),
        sql`${sessions.expiresAt} > ${sql.param(sql.placeholder("now"), sessions.expiresAt)}`,
        sql`${sessions.seenAt} > ${sql.param(sql.placeholder("idle"), sessions.seenAt)}`,
      ),
    ),
);

export async function loadStaff(db: Reader, sessionId: string, now: Date) {
  const [row] = await staffOfSession(db).execute({ id: sessionId, now, idle: idleSince("admin", now) });
  return row;
}

/** How long a session has been going on, and may: what a new one in its place takes over. */
export async function loadSpan(db: Reader, sessionId: string) {
  const [row] = await db
    .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row;
}

/** Notes that a session is in use, at most every two minutes. */
export async function noteSeen(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.id, sessionId), lte(sessions.seenAt, notedBefore(now))));
}

export type NewSession = typeof sessions.$inferInsert;

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function endSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

export async function endSessionsOf(tx: Tx, audience: Audience, accountId: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.audience, audience), eq(sessions.accountId, accountId)));
}

/** Sessions that ran out or were not used for long, and links that can work no more. */
export async function sweepSessions(tx: Tx, now: Date): Promise<void> {
  const idleShop = and(eq(sessions.audience, "shop"), lte(sessions.seenAt, idleSince("shop", now)));
  const idleAdmin = and(eq(sessions.audience, "admin"), lte(sessions.seenAt, idleSince("admin", now)));
  await tx.delete(sessions).where(or(lte(sessions.expiresAt, now), idleShop, idleAdmin));
  await tx.delete(oneTimeTokens).where(lte(oneTimeTokens.expiresAt, now));
}

const customerByEmail = prepared((db: Reader) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.emailKey, sql.placeholder("key"))),
);

export async function findCustomer(db: Reader, emailKey: string) {
  const [row] = await customerByEmail(db).execute({ key: emailKey });
  return row;
}

export async function insertCustomer(tx: Tx, customer: typeof customers.$inferInsert): Promise<void> {
  await tx.insert(customers).values(customer);
}

export async function setCustomerHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.update(customers).set({ passwordHash }).where(eq(customers.id, id));
}

/** What a guest liked becomes the customer's. */
export async function takeLikes(tx: Tx, guest: string, customerId: string): Promise<void> {
  const owner = `c:${customerId}`;
  const already = sql`(select ${likes.productId} from ${likes} where ${likes.owner} = ${owner})`;
  await tx.delete(likes).where(and(eq(likes.owner, guest), sql`${likes.productId} in ${already}`));
  await tx.update(likes).set({ owner }).where(eq(likes.owner, guest));
}

export type Audited = {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly act: string;
  readonly subject?: string;
  readonly result?: string;
  readonly address?: string;
  /** What more there is to know: how it stood before and after, which permission was missing. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Writes a line into the audit log, in the same write as what it tells of. Lines are never changed or taken out. */
export async function audit(tx: Tx, { detail, ...row }: Audited): Promise<void> {
  await tx.insert(auditLog).values({ ...row, detail: detail ?? null });
}
