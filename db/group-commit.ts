import type { Database } from "bun:sqlite";
import { faultOf, isBusy, isUnconfirmed, StoreUnavailable } from "./faults.ts";
import type { Store, Tx } from "./open.ts";
import { inTurn, type Turn } from "./turn.ts";

type Job = {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly keep: (value: unknown) => void;
  readonly drop: (cause: unknown) => void;
  /** When it has waited long enough for another process. */
  readonly until: number;
};

type Listeners = { readonly onSaved: () => void; readonly onBroken: ((cause: unknown) => void) | undefined };

const mostPerCommit = 64;
/**
 * How long another process may hold the file (4 seconds, and some for the way), and how often to ask: each try stops
 * everyone for `busy_timeout`.
 */
const patience = 4500;
const pause = 75;
/** A write that takes this long holds up every other: it is dropped, so that one that waits for itself ends. */
const longestWork = 30_000;

/**
 * Saves writes on the one connection that may, in the order they came.
 *
 * Writes that arrive while a commit waits for the disk share the next one, each in its own savepoint, so durability
 * costs one fsync for all of them. A job that fails undoes itself only; a commit that fails drops all of its jobs.
 */
export function groupCommit(database: Database, txFor: (turn: Turn) => Tx, { onSaved, onBroken }: Listeners) {
  const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((text) =>
    database.query(text),
  ) as Three;
  const [mark, undo, release] = ["SAVEPOINT job", "ROLLBACK TO job", "RELEASE job"].map((text) =>
    database.query(text),
  ) as Three;
  const waiting: Job[] = [];
  let health: ReturnType<Store["health"]> = "fine";
  let broken: unknown;
  let closed = false;
  let saving: Promise<void> | undefined;

  async function saveAll() {
    while (waiting.length > 0) {
      if (await began()) await save(waiting.splice(0, mostPerCommit));
      await new Promise(setImmediate); // let answers out and new writes in
    }
    saving = undefined;
  }

  /** Begins the transaction, or refuses those that waited too long for it. */
  async function began(): Promise<boolean> {
    while (waiting.length > 0) {
      try {
        begin.run();
        return true;
      } catch (cause) {
        const late = isBusy(cause) ? waiting.filter((job) => job.until <= performance.now()) : [...waiting];
        for (const job of late) job.drop(note(cause));
        waiting.splice(0, late.length);
        if (waiting.length > 0) await Bun.sleep(pause);
      }
    }
    return false;
  }

  async function save(jobs: readonly Job[]) {
    const kept: (() => void)[] = [];
    try {
      for (const job of jobs) {
        mark.run();
        try {
          const value = await run(job);
          kept.push(() => job.keep(value));
        } catch (cause) {
          if (!database.inTransaction) throw cause; // a full disk undoes the whole transaction, savepoints and all
          undo.run();
          note(cause);
          job.drop(cause);
        }
        release.run();
      }
      commit.run();
      health = "fine";
      onSaved();
    } catch (cause) {
      const fault = note(cause);
      if (database.inTransaction) rollback.run();
      for (const job of jobs) job.drop(fault); // settling one that was dropped already changes nothing
      return;
    }
    for (const settle of kept) settle();
  }

  function run(job: Job): Promise<unknown> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(tooLong)), longestWork);
    const work = (turn: Turn) => Promise.race([job.work(txFor(turn)), late.promise]);
    return inTurn(work, () => database.inTransaction).finally(() => clearTimeout(timer));
  }

  /** Keeps how the store fares; a disk that did not confirm is never believed again by this process. */
  function note(cause: unknown): unknown {
    const fault = faultOf(cause);
    if (fault instanceof StoreUnavailable) health = fault.trouble;
    if (isUnconfirmed(cause) && !broken) {
      broken = fault;
      onBroken?.(fault);
    }
    return fault;
  }

  return {
    write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      new Promise((keep, drop) => {
        if (broken || closed) return drop(broken ?? new StoreUnavailable("down", new Error("The store was closed.")));
        waiting.push({ work, keep: keep as (value: unknown) => void, drop, until: performance.now() + patience });
        saving ??= saveAll();
      }),
    health: () => (broken ? "down" : health),
    async close() {
      closed = true;
      await saving;
    },
  };
}

type Three = [ReturnType<Database["query"]>, ReturnType<Database["query"]>, ReturnType<Database["query"]>];

const tooLong = `A write took longer than ${longestWork / 1000} seconds. Keep everything but queries out of it, also other writes.`;
