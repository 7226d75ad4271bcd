import { and, desc, eq, gte, lt, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { auditLog } from "#db/schema.ts";

export const pageSize = 100;

export type AuditQuery = {
  /** "staff", "customer", "guest", "command", or one of the staff as "staff:<id>"; "" for everybody. */
  readonly who: string;
  readonly result: string;
  readonly q: string;
  /** Days of UTC, both included. */
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Where the page before ended: milliseconds and id. */
  readonly after: string;
};

const day = 86_400_000;

function matching(q: string): SQL | undefined {
  if (q === "") return undefined;
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const holds = (column: SQL) => sql`lower(${column}) like ${pattern} escape '\\'`;
  const { act, subject, address } = auditLog;
  return or(holds(sql`${act}`), holds(sql`${subject}`), holds(sql`${address}`));
}

function byWhom(who: string): SQL | undefined {
  if (who === "") return undefined;
  if (who === "staff" || who === "customer") return sql`${auditLog.who} like ${`${who}:%`}`;
  return eq(auditLog.who, who);
}

function olderThan(after: string): SQL | undefined {
  const [time = "", id = ""] = after.split(/-(.*)/s);
  if (!/^\d{1,14}$/.test(time)) return undefined; // more is a year that PostgreSQL does not read
  const at = new Date(Number(time));
  return or(lt(auditLog.at, at), and(eq(auditLog.at, at), lt(auditLog.id, id)));
}

/** A page of the audit log, newest first, and one line more where there are older ones. */
export function listAudit(db: Reader, { who, result, q, from, to, after }: AuditQuery, limit = pageSize) {
  const until = to && new Date(to.getTime() + day);
  return db
    .select()
    .from(auditLog)
    .where(
      and(
        byWhom(who),
        result === "" ? undefined : eq(auditLog.result, result),
        matching(q),
        from && gte(auditLog.at, from),
        until && lt(auditLog.at, until),
        olderThan(after),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit + 1);
}

export type AuditLine = Awaited<ReturnType<typeof listAudit>>[number];
export const afterOf = ({ at, id }: Pick<AuditLine, "at" | "id">): string => `${at.getTime()}-${id}`;
