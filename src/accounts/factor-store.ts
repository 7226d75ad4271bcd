import { and, eq, isNull, lt } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { recoveryCodes, secondFactors } from "#db/schema.ts";

/** The second factor of "customer:<id>" or "staff:<id>". */
export async function findFactor(db: Reader, owner: string) {
  const [row] = await db
    .select({ seed: secondFactors.seed, lastStep: secondFactors.lastStep })
    .from(secondFactors)
    .where(eq(secondFactors.owner, owner));
  return row;
}

type NewFactor = { readonly owner: string; readonly seed: string; readonly lastStep: number; readonly at: Date };

/** Puts a factor in force, unless there is one. Answers whether it is. */
export async function insertFactor(tx: Tx, { at, ...factor }: NewFactor): Promise<boolean> {
  const made = await tx
    .insert(secondFactors)
    .values({ ...factor, confirmedAt: at, createdAt: at })
    .onConflictDoNothing()
    .returning({ owner: secondFactors.owner });
  return made.length === 1;
}

/** Takes the code of a half minute, once: of any number who send it at the same time one is answered true. */
export async function takeStep(tx: Tx, owner: string, step: number): Promise<boolean> {
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.owner, owner), lt(secondFactors.lastStep, step)))
    .returning({ owner: secondFactors.owner });
  return taken.length === 1;
}

export async function dropFactor(tx: Tx, owner: string): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.owner, owner));
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.owner, owner))
    .returning({ owner: secondFactors.owner });
  return gone.length === 1;
}

/** `ids` are the digests of the codes; those from before work no more. */
export async function replaceRecovery(tx: Tx, owner: string, ids: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.owner, owner));
  await tx.insert(recoveryCodes).values(ids.map((id) => ({ id, owner })));
}

export async function takeRecovery(tx: Tx, owner: string, id: string, now: Date): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.id, id), eq(recoveryCodes.owner, owner), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return taken.length === 1;
}

export async function countRecovery(db: Reader, owner: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.owner, owner), isNull(recoveryCodes.usedAt)));
}

export function listFactors(db: Reader) {
  return db.select({ owner: secondFactors.owner, seed: secondFactors.seed }).from(secondFactors);
}

export async function setSeed(tx: Tx, owner: string, seed: string): Promise<void> {
  await tx.update(secondFactors).set({ seed }).where(eq(secondFactors.owner, owner));
}
