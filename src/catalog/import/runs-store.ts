import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { importChanges, importRuns, products } from "#db/schema.ts";
import { countOf, inList } from "#db/sets.ts";
import { bulkInsert } from "./bulk.ts";

export type Run = typeof importRuns.$inferSelect;
/** "product", "collection" or "related"; what stood there before, null for nothing. */
export type Change = typeof importChanges.$inferSelect;

export async function beginRun(tx: Tx, run: Pick<Run, "id" | "file" | "form" | "startedAt">): Promise<void> {
  await tx
    .insert(importRuns)
    .values({ ...run, state: "running", counts: {} })
    .onConflictDoUpdate({ target: importRuns.id, set: { state: "running" } });
}

/** Runs that were cut off, or are under way in another process. */
export async function unfinished(db: Reader): Promise<string[]> {
  const rows = await db.select({ id: importRuns.id }).from(importRuns).where(eq(importRuns.state, "running"));
  return rows.map((row) => row.id);
}

type End = {
  readonly counts: Readonly<Record<string, number>>;
  readonly endedAt: Date;
  /** Earlier runs that this one has completed. */
  readonly cutOff: readonly string[];
};

/** Closes a run; one that changed nothing is forgotten. Answers whether it changed anything. */
export async function endRun(tx: Tx, id: string, { counts, endedAt, cutOff }: End): Promise<boolean> {
  await tx.update(importRuns).set({ state: "done", endedAt }).where(inList(importRuns.id, cutOff));
  const [change] = await tx.select().from(importChanges).where(eq(importChanges.runId, id)).limit(1);
  if (change) await tx.update(importRuns).set({ state: "done", counts, endedAt }).where(eq(importRuns.id, id));
  else await tx.delete(importRuns).where(eq(importRuns.id, id));
  return change !== undefined;
}

/** Keeps what stood there before; what an import changes twice is as it was before the first time. */
export const noteChanges = bulkInsert(importChanges, { lenient: true });

/** The newest import that was not undone yet. */
export async function lastRun(db: Reader): Promise<Run | undefined> {
  const [run] = await db
    .select()
    .from(importRuns)
    .where(inArray(importRuns.state, ["running", "done"]))
    .orderBy(desc(importRuns.startedAt), desc(importRuns.id))
    .limit(1);
  return run;
}

/** Whether a run was taken back, here or by the command. */
export async function isUndone(db: Reader, id: string): Promise<boolean> {
  const [run] = await db.select({ state: importRuns.state }).from(importRuns).where(eq(importRuns.id, id));
  return run?.state === "undone";
}

const someChanges = prepared((db: Reader) =>
  db
    .select()
    .from(importChanges)
    .where(and(eq(importChanges.runId, sql.placeholder("runId")), eq(importChanges.what, sql.placeholder("what"))))
    .orderBy(asc(importChanges.subjectId))
    .limit(sql.placeholder("most")),
);
export const loadChanges = (db: Reader, runId: string, what: string, most: number): Promise<Change[]> =>
  someChanges(db).execute({ runId, what, most });

const changedProducts = prepared((db: Reader) =>
  db
    .select({
      made: countOf(sql`${importChanges.before} is null`),
      changed: countOf(sql`${importChanges.before} is not null`),
    })
    .from(importChanges)
    .where(and(eq(importChanges.runId, sql.placeholder("runId")), eq(importChanges.what, "product"))),
);
/** How many products a run has made and changed in all, also when it was cut off and gone on with. */
export async function countChanges(db: Reader, runId: string): Promise<{ made: number; changed: number }> {
  return (await changedProducts(db).execute({ runId }))[0] ?? { made: 0, changed: 0 };
}

export async function forgetChanges(tx: Tx, runId: string, what: string, subjects: readonly string[]): Promise<void> {
  const theirs = and(eq(importChanges.runId, runId), eq(importChanges.what, what));
  await tx.delete(importChanges).where(and(theirs, inList(importChanges.subjectId, subjects)));
}

export async function markUndone(tx: Tx, id: string, endedAt: Date): Promise<void> {
  await tx.update(importRuns).set({ state: "undone", endedAt }).where(eq(importRuns.id, id));
}

const anyProduct = prepared((db: Reader) => db.select({ count: countOf() }).from(products));
export const countProducts = async (db: Reader): Promise<number> => (await anyProduct(db).execute())[0]?.count ?? 0;

const demoProducts = prepared((db: Reader) =>
  db.select({ count: countOf() }).from(products).where(eq(products.source, "demo")),
);
export const countDemo = async (db: Reader): Promise<number> => (await demoProducts(db).execute())[0]?.count ?? 0;
