import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { oneTimeTokens, staff } from "#db/schema.ts";

export async function hasOwner(db: Reader): Promise<boolean> {
  const isOwner = and(eq(staff.role, "owner"), eq(staff.state, "active"));
  return (await db.select({ id: staff.id }).from(staff).where(isOwner).limit(1)).length > 0;
}

export async function findStaff(db: Reader, emailKey: string) {
  const [row] = await db.select().from(staff).where(eq(staff.emailKey, emailKey));
  return row;
}

export async function findStaffById(db: Reader, id: string) {
  const [row] = await db.select().from(staff).where(eq(staff.id, id));
  return row;
}

export function listStaff(db: Reader) {
  return db
    .select({
      id: staff.id,
      email: staff.email,
      displayName: staff.displayName,
      role: staff.role,
      state: staff.state,
      createdAt: staff.createdAt,
    })
    .from(staff)
    .orderBy(asc(staff.createdAt), asc(staff.id));
}

export async function insertStaff(tx: Tx, row: typeof staff.$inferInsert): Promise<void> {
  await tx.insert(staff).values(row);
}

export async function setStaffHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.update(staff).set({ passwordHash }).where(eq(staff.id, id));
}

/** Keeps only the newest link of a purpose. `id` is the digest of what the link holds. */
export async function replaceToken(
  tx: Tx,
  token: { id: string; purpose: string; subject: string; expiresAt: Date },
): Promise<void> {
  await tx
    .delete(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.purpose, token.purpose),
        eq(oneTimeTokens.subject, token.subject),
        ne(oneTimeTokens.id, token.id),
      ),
    );
  await tx.insert(oneTimeTokens).values(token);
}

export async function isTokenOpen(db: Reader, id: string, purpose: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: oneTimeTokens.id })
    .from(oneTimeTokens)
    .where(open(id, purpose, now));
  return rows.length === 1;
}

/** Uses a link up, if it was still to be used: of any number who try at once, one is answered true. */
export async function useToken(tx: Tx, id: string, purpose: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(open(id, purpose, now))
    .returning({ id: oneTimeTokens.id });
  return used.length === 1;
}

const open = (id: string, purpose: string, now: Date) =>
  and(
    eq(oneTimeTokens.id, id),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, now),
  );
