import { and, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { counters, oneTimeTokens, sessions, staff } from "#db/schema.ts";
import { countOf } from "#db/sets.ts";

export async function loadMember(db: Reader, id: string) {
  const [row] = await db
    .select({
      id: staff.id,
      email: staff.email,
      displayName: staff.displayName,
      role: staff.role,
      state: staff.state,
    })
    .from(staff)
    .where(eq(staff.id, id));
  return row;
}

export type Member = NonNullable<Awaited<ReturnType<typeof loadMember>>>;

const seenAt = sql<Date | null>`max(${sessions.seenAt})`.mapWith(sessions.seenAt);

/** Who may come to the desk, in the order they came, with the sessions that are open now. */
export function listMembers(db: Reader, now: Date) {
  return db
    .select({
      id: staff.id,
      email: staff.email,
      displayName: staff.displayName,
      role: staff.role,
      state: staff.state,
      createdAt: staff.createdAt,
      seenAt,
      sessions: countOf(sql`${sessions.id} is not null`),
    })
    .from(staff)
    .leftJoin(
      sessions,
      and(eq(sessions.accountId, staff.id), eq(sessions.audience, "admin"), gt(sessions.expiresAt, now)),
    )
    .groupBy(staff.id)
    .orderBy(staff.createdAt, staff.id);
}

/**
 * Puts changes of who owns the shop in a row: each then sees what the one before it did, on both databases. Two owners
 * who take each other's role at the same moment would otherwise leave nobody.
 */
async function oneAfterTheOther(tx: Tx): Promise<void> {
  await tx
    .insert(counters)
    .values({ key: "staff", value: 1 })
    .onConflictDoUpdate({ target: counters.key, set: { value: sql`${counters.value} + 1` } });
}

/** This row is not the only one that owns the shop. */
const notLastOwner = or(
  ne(staff.role, "owner"),
  ne(staff.state, "active"),
  sql`exists (select 1 from ${staff} as other where other.role = 'owner' and other.state = 'active' and other.id <> ${staff.id})`,
);

type Change = { readonly id: string; readonly by: string | undefined };

/** Somebody else than `by`, and not the last who owns the shop. */
const others = ({ id, by }: Change) => and(eq(staff.id, id), by === undefined ? undefined : ne(staff.id, by));

/** Changes a role, unless it is one's own or the last owner's, in one statement. Answers whether it did. */
export async function setRole(tx: Tx, change: Change & { readonly role: string }): Promise<boolean> {
  await oneAfterTheOther(tx);
  const keeps = change.role === "owner" ? undefined : notLastOwner;
  const changed = await tx
    .update(staff)
    .set({ role: change.role })
    .where(and(others(change), keeps))
    .returning({ id: staff.id });
  return changed.length === 1;
}

/** Shuts somebody out, under the same conditions. */
export async function setDisabled(tx: Tx, change: Change): Promise<boolean> {
  await oneAfterTheOther(tx);
  const changed = await tx
    .update(staff)
    .set({ state: "disabled" })
    .where(and(others(change), notLastOwner))
    .returning({ id: staff.id });
  return changed.length === 1;
}

/** Lets somebody in again who was shut out: with the password they had, or with a new invitation where there was none. */
export async function setEnabled(tx: Tx, change: Change): Promise<boolean> {
  const state = sql`case when ${staff.passwordHash} = ${noPassword} then 'invited' else 'active' end`;
  const changed = await tx
    .update(staff)
    .set({ state })
    .where(and(others(change), eq(staff.state, "disabled")))
    .returning({ id: staff.id });
  return changed.length === 1;
}

/** What stands in place of a hash until somebody has a password: no password is its. */
export const noPassword = "none";

/** Takes an invitation up: gives the account its password and name. Answers whether it still waited for them. */
export async function fillMember(
  tx: Tx,
  {
    id,
    passwordHash,
    displayName,
  }: { readonly id: string; readonly passwordHash: string; readonly displayName: string },
): Promise<boolean> {
  const changed = await tx
    .update(staff)
    .set({ passwordHash, displayName, state: "active" })
    .where(and(eq(staff.id, id), eq(staff.state, "invited")))
    .returning({ id: staff.id });
  return changed.length === 1;
}

/** Whom an open link of this purpose is for. */
export async function subjectOfToken(
  db: Reader,
  { id, purpose, now }: { readonly id: string; readonly purpose: string; readonly now: Date },
): Promise<string | undefined> {
  const [row] = await db
    .select({ subject: oneTimeTokens.subject })
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.id, id),
        eq(oneTimeTokens.purpose, purpose),
        gt(oneTimeTokens.expiresAt, now),
        sql`${oneTimeTokens.usedAt} is null`,
      ),
    );
  return row?.subject;
}

/** Takes every link of a purpose away that was for somebody. */
export async function dropTokens(tx: Tx, purpose: string, subject: string): Promise<void> {
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.purpose, purpose), eq(oneTimeTokens.subject, subject)));
}
