import { and, eq, gte, max, sql } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { auditLog, orders, outbox, secondFactors, staff } from "#db/schema.ts";

/** When the newest thing happened that the books know of. */
export async function loadNewest(db: Reader): Promise<Date | undefined> {
  const [[order], [line]] = await Promise.all([
    db.select({ at: max(orders.placedAt) }).from(orders),
    db.select({ at: max(auditLog.at) }).from(auditLog),
  ]);
  const moments = [order?.at, line?.at].filter((at): at is Date => at instanceof Date);
  return moments.length === 0 ? undefined : new Date(Math.max(...moments.map((at) => at.getTime())));
}

export const countFailedLetters = (db: Reader, since: Date): Promise<number> =>
  db.$count(outbox, and(eq(outbox.state, "failed"), gte(outbox.createdAt, since)));

/** Who may come to the desk, and how many of them by a password alone. */
export async function countStaff(db: Reader): Promise<{ owners: number; active: number; bare: number }> {
  const active = eq(staff.state, "active");
  const isSecured = sql`exists (select 1 from ${secondFactors} where ${secondFactors.owner} = 'staff:' || ${staff.id} and ${secondFactors.confirmedAt} is not null)`;
  const [owners, all, bare] = await Promise.all([
    db.$count(staff, and(active, eq(staff.role, "owner"))),
    db.$count(staff, active),
    db.$count(staff, and(active, sql`not ${isSecured}`)),
  ]);
  return { owners, active: all, bare };
}
