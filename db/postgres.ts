import type { SQL } from "bun";
import { drizzle } from "drizzle-orm/bun-sql";
import { faultOf, StoreUnavailable, wantsAnotherTry } from "./faults.ts";
import { channel, heardStamps } from "./heard-stamps.ts";
import type { Store, StoreOptions } from "./open.ts";
import { clientOf, connect, preparedOn, type Run, type Values } from "./postgres-connection.ts";
import { preparing, type Build, type Reader, type Tx } from "./prepared.ts";
import { inTurn, type Turn } from "./turn.ts";
import { noting, type Moved } from "./versions.ts";

/** How long to wait before a transaction is run again, each time that is worth it. */
const waits = [10, 40, 120];

type Count = (text: string) => void;

const isAway = (cause: unknown) => {
  const fault = faultOf(cause);
  return fault instanceof StoreUnavailable && fault.trouble === "down";
};

/** Opens a pool on a PostgreSQL that several processes of the shop may share. */
export function openPostgres({ url, connections = 10, onStatement }: StoreOptions): Store {
  let statements = 0;
  let health: ReturnType<Store["health"]> = "fine";
  const count: Count = (text) => {
    statements += 1;
    onStatement?.(text);
  };
  const note = (cause: unknown) => {
    const fault = faultOf(cause);
    if (fault instanceof StoreUnavailable) health = fault.trouble;
    return fault;
  };
  const pool = connect(url, connections);
  const runPrepared = preparedOn(pool);

  /** A read whose connection had ended is asked again on another. */
  const runRead: Run = async (text, query) => {
    count(text);
    try {
      const rows = await query().then(undefined, (cause: unknown) => (isAway(cause) ? query() : Promise.reject(cause)));
      if (health === "down") health = "fine";
      return rows;
    } catch (cause) {
      throw note(cause);
    }
  };
  const reader = clientOf(pool, runRead);
  const read = Object.assign(drizzle({ client: reader }), {
    [preparing]: (build: Build) => ({ execute: (values?: Values) => runPrepared(reader, build, values) }),
  }) as unknown as Reader;

  const txFor = (client: SQL, note: (moved: Moved) => void): Tx =>
    Object.assign(drizzle({ client }), {
      [noting]: note,
      [preparing]: (build: Build) => ({ execute: (values?: Values) => runPrepared(client, build, values) }),
    }) as unknown as Tx;

  const stamps = heardStamps({
    url,
    ask: (text, values) => runRead(text, () => pool.unsafe(text, values).values()),
    send: (word) => pool.notify(channel, word),
  });

  return {
    url,
    read,
    async write(work) {
      try {
        const { value, moved } = await again((onDone) => transaction(pool, { work, txFor, count, onDone }));
        health = "fine";
        stamps.wrote(moved);
        return value;
      } catch (cause) {
        throw note(cause);
      }
    },
    stamp: stamps.stamp,
    onMoved: stamps.onMoved,
    async check() {
      const asked = "select 1 from versions limit 1";
      await runRead(asked, () => pool.unsafe(asked));
    },
    statements: () => statements,
    health: () => health,
    async close() {
      await stamps.close();
      await pool.close({ timeout: 10 });
    },
  };
}

/** Who waits for an answer is not kept longer than this by trying once more. */
const patience = 4000;

/** Tries once more where PostgreSQL asks for it, or where the connection was gone before the commit was on its way. */
async function again<T>(attempt: (onDone: () => void) => Promise<T>): Promise<T> {
  const began = performance.now();
  for (const wait of waits) {
    let isDone = false;
    try {
      return await attempt(() => (isDone = true));
    } catch (cause) {
      if (!wantsAnotherTry(cause) && (isDone || !isAway(cause))) throw cause;
      if (performance.now() - began > patience) throw cause;
      await Bun.sleep(wait);
    }
  }
  return attempt(() => {});
}

type Transaction<T> = {
  readonly work: (tx: Tx) => Promise<T>;
  readonly txFor: (client: SQL, note: (moved: Moved) => void) => Tx;
  readonly count: Count;
  /** When all of the work has run, and its commit is next. */
  readonly onDone: () => void;
};

/** Runs `work` on a connection of its own, between BEGIN and COMMIT. */
function transaction<T>(pool: SQL, { work, txFor, count, onDone }: Transaction<T>) {
  return pool.begin((connection) => {
    const running = new Set<Promise<unknown>>();
    const moved: Moved[number][] = [];
    return inTurn(async (turn) => {
      const client = clientOf(connection, runIn(turn, running, count));
      const value = await work(txFor(client, (rows) => void moved.push(...rows)));
      await Promise.allSettled(running); // sent already, so part of this transaction: their failure counts
      onDone();
      return { value, moved };
    });
  });
}

function runIn({ check, fail }: Turn, running: Set<Promise<unknown>>, count: Count): Run {
  return async (text, query) => {
    check();
    count(text);
    const answer = Promise.resolve(query());
    running.add(answer);
    try {
      return await answer;
    } catch (cause) {
      throw fail(cause);
    } finally {
      running.delete(answer);
    }
  };
}
