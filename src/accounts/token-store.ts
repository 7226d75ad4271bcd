import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { oneTimeTokens } from "#db/schema.ts";

/** Links that letters hold: each works once, and only the newest of a purpose for a subject. */
export type Purpose = "reset-password" | "verify-email" | "change-email" | "second-step";
export type NewToken = {
  /** The digest of what the link holds. */
  readonly id: string;
  readonly purpose: Purpose;
  /** "customer:<id>" or "staff:<id>" */
  readonly subject: string;
  readonly detail?: string;
  readonly expiresAt: Date;
};

/** Makes a link, and ends the ones before it. */
export async function makeToken(tx: Tx, token: NewToken): Promise<void> {
  await dropTokens(tx, token.subject, [token.purpose]);
  await tx.insert(oneTimeTokens).values(token);
}

export async function dropTokens(tx: Tx, subject: string, purposes: readonly Purpose[]): Promise<void> {
  const theirs = and(eq(oneTimeTokens.subject, subject), inArray(oneTimeTokens.purpose, [...purposes]));
  await tx.delete(oneTimeTokens).where(theirs);
}

type Asked = { readonly id: string; readonly purpose: Purpose; readonly now: Date };
const known = { subject: oneTimeTokens.subject, detail: oneTimeTokens.detail };
const open = ({ id, purpose, now }: Asked) =>
  and(
    eq(oneTimeTokens.id, id),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, now),
  );

export async function findOpenToken(db: Reader, asked: Asked) {
  const [row] = await db.select(known).from(oneTimeTokens).where(open(asked));
  return row;
}

/** Uses a link up: of any number who try at once, one is answered what it is about. */
export async function takeToken(tx: Tx, asked: Asked) {
  const [row] = await tx.update(oneTimeTokens).set({ usedAt: asked.now }).where(open(asked)).returning(known);
  return row;
}
