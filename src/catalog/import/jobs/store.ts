import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { importJobs, importTroubles } from "#db/schema.ts";
import { bulkInsert } from "../bulk.ts";
import type { Trouble } from "../product.ts";
import type { ImportJob, JobState, NewJob } from "./job.ts";

/** Takes a file in, to be checked. False where another one is being worked on: then nothing is saved. */
export async function insertJob(tx: Tx, job: NewJob, now: Date): Promise<boolean> {
  const made = await tx
    .insert(importJobs)
    .values({ ...job, state: "checking", turn: "one", counts: {}, createdAt: now, startedAt: now })
    .onConflictDoNothing({ target: importJobs.turn })
    .returning({ id: importJobs.id });
  return made.length > 0;
}

const oneJob = prepared((db: Reader) =>
  db
    .select()
    .from(importJobs)
    .where(eq(importJobs.id, sql.placeholder("id"))),
);
export async function loadJob(db: Reader, id: string): Promise<ImportJob | undefined> {
  return (await oneJob(db).execute({ id }))[0] as ImportJob | undefined;
}

const working = prepared((db: Reader) => db.select().from(importJobs).where(isNotNull(importJobs.turn)));
/** The one that something is being done with. */
export async function loadWorking(db: Reader): Promise<ImportJob | undefined> {
  return (await working(db).execute())[0] as ImportJob | undefined;
}

/** The newest first. */
export async function listJobs(db: Reader, most: number): Promise<ImportJob[]> {
  const rows = await db.select().from(importJobs).orderBy(desc(importJobs.createdAt), desc(importJobs.id)).limit(most);
  return rows as ImportJob[];
}

type Begin = { readonly id: string; readonly from: readonly JobState[]; readonly to: JobState; readonly now: Date };

/**
 * Lets something else be done with a job, if it stands as `from` says and nothing is done with another.
 *
 * @throws a duplicate where another came first in the same moment; see `isDuplicate`.
 */
export async function beginAct(tx: Tx, { id, from, to, now }: Begin): Promise<boolean> {
  const nobody = sql`not exists (select 1 from ${importJobs} as other where other.turn is not null)`;
  const fresh = { done: 0, total: 0, row: 0, cancelAsked: false, trouble: "", holder: "", beatAt: null, endedAt: null };
  const begun = await tx
    .update(importJobs)
    .set({ ...fresh, state: to, turn: "one", startedAt: now })
    .where(and(eq(importJobs.id, id), inArray(importJobs.state, [...from]), nobody))
    .returning({ id: importJobs.id });
  return begun.length > 0;
}

type Claim = { readonly id: string; readonly holder: string; readonly now: Date; readonly stale: Date };

/** Takes a job on that nobody works on, or whose worker has not been heard of since `stale`. */
export async function claim(tx: Tx, { id, holder, now, stale }: Claim): Promise<boolean> {
  const free = or(eq(importJobs.holder, ""), isNull(importJobs.beatAt), lt(importJobs.beatAt, stale));
  const taken = await tx
    .update(importJobs)
    .set({ holder, beatAt: now })
    .where(and(eq(importJobs.id, id), isNotNull(importJobs.turn), free))
    .returning({ id: importJobs.id });
  return taken.length > 0;
}

const held = (id: string, holder: string) => and(eq(importJobs.id, id), eq(importJobs.holder, holder));

/** Notes that it goes on, and how far it is. Undefined: it is somebody else's by now. */
export async function beat(
  tx: Tx,
  { id, holder }: Pick<Claim, "id" | "holder">,
  progress: Pick<ImportJob, "done" | "total" | "row"> & { readonly beatAt: Date },
): Promise<{ readonly cancelAsked: boolean } | undefined> {
  const [found] = await tx
    .update(importJobs)
    .set(progress)
    .where(held(id, holder))
    .returning({ cancelAsked: importJobs.cancelAsked });
  return found;
}

/** Changes what is known of a job while one works on it. */
export async function noteJob(
  tx: Tx,
  { id, holder }: Pick<Claim, "id" | "holder">,
  change: Partial<Omit<ImportJob, "id">>,
): Promise<boolean> {
  const done = await tx.update(importJobs).set(change).where(held(id, holder)).returning({ id: importJobs.id });
  return done.length > 0;
}

/** Asks who works on it to end it. False where nothing is being done that can be ended. */
export async function askToCancel(tx: Tx, id: string): Promise<boolean> {
  const ending = inArray(importJobs.state, ["checking", "importing"]);
  const asked = await tx
    .update(importJobs)
    .set({ cancelAsked: true })
    .where(and(eq(importJobs.id, id), ending))
    .returning({ id: importJobs.id });
  return asked.length > 0;
}

/** Ends at once what was asked to end and nobody works on, as where the file is gone. */
export async function endUnheld(tx: Tx, id: string, { now, stale }: Pick<Claim, "now" | "stale">): Promise<boolean> {
  const free = or(eq(importJobs.holder, ""), isNull(importJobs.beatAt), lt(importJobs.beatAt, stale));
  const ended = await tx
    .update(importJobs)
    .set({ state: "canceled", turn: null, holder: "", endedAt: now })
    .where(and(eq(importJobs.id, id), eq(importJobs.cancelAsked, true), isNotNull(importJobs.turn), free))
    .returning({ id: importJobs.id });
  return ended.length > 0;
}

/** Puts away a file that was only checked. */
export async function dropChecked(tx: Tx, id: string, now: Date): Promise<boolean> {
  const dropped = await tx
    .update(importJobs)
    .set({ state: "canceled", endedAt: now })
    .where(and(eq(importJobs.id, id), eq(importJobs.state, "checked")))
    .returning({ id: importJobs.id });
  return dropped.length > 0;
}

const insertTroubles = bulkInsert(importTroubles, { lenient: true });
export async function forgetTroubles(tx: Tx, jobId: string): Promise<void> {
  await tx.delete(importTroubles).where(eq(importTroubles.jobId, jobId));
}
export async function keepTroubles(tx: Tx, jobId: string, first: number, troubles: readonly Trouble[]): Promise<void> {
  await insertTroubles(
    tx,
    troubles.map((trouble, at) => ({ ...trouble, jobId, nth: first + at })),
  );
}

export async function listTroubles(db: Reader, jobId: string, after: number, most: number) {
  return db
    .select()
    .from(importTroubles)
    .where(and(eq(importTroubles.jobId, jobId), gt(importTroubles.nth, after)))
    .orderBy(asc(importTroubles.nth))
    .limit(most);
}

/** Forgets jobs of long ago, with what was wrong in their files. What they changed can be taken back by the command yet. */
export async function forgetJobs(tx: Tx, before: Date): Promise<void> {
  await tx.delete(importJobs).where(and(isNull(importJobs.turn), lt(importJobs.createdAt, before)));
}

/** Jobs whose files may still be wanted. */
export async function listWanted(db: Reader, since: Date): Promise<string[]> {
  const open = inArray(importJobs.state, ["checked", "canceled", "failed"]);
  const rows = await db
    .select({ id: importJobs.id })
    .from(importJobs)
    .where(or(isNotNull(importJobs.turn), and(open, gt(importJobs.createdAt, since))));
  return rows.map((row) => row.id);
}
