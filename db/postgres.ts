import { SQL } from "bun";
import { drizzle } from "drizzle-orm/bun-sql";
import { faultOf, StoreUnavailable, wantsAnotherTry } from "./faults.ts";
import type { Store, StoreOptions } from "./open.ts";
import { preparing, takingNull, type Build, type Reader, type Tx } from "./prepared.ts";
import { inTurn, type Turn } from "./turn.ts";
import { askedStamps } from "./versions.ts";

type Values = Readonly<Record<string, unknown>>;
type Prepared = { params: unknown[]; execute(values: Values): Promise<unknown> };
type Run = <T>(text: string, query: () => PromiseLike<T>) => Promise<T>;

/** How often a transaction that PostgreSQL wants to run again is run again, and how long to wait before each. */
const tries = [10, 40, 120];

const connection = {
  application_name: "pushcart",
  synchronous_commit: "on",
  statement_timeout: "10s",
  lock_timeout: "4s",
  idle_in_transaction_session_timeout: "15s",
};

/** What Drizzle needs of Bun's client, with every query going through `run`. */
function clientOf(client: SQL, run: Run): SQL {
  const unsafe = (text: string, values?: unknown[]) => ({
    values: () => run(text, () => client.unsafe(text, values).values()),
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits what `unsafe` answers
    then: (...settle: Parameters<Promise<unknown>["then"]>) =>
      run(text, () => client.unsafe(text, values)).then(...settle),
  });
  return { unsafe } as unknown as SQL;
}

/** Opens a pool on a PostgreSQL that several processes of the shop may share. */
export function openPostgres({ url, connections = 10, onStatement }: StoreOptions): Store {
  let statements = 0;
  let health: ReturnType<Store["health"]> = "fine";
  const count = (text: string) => {
    statements += 1;
    onStatement?.(text);
  };
  const note = (fault: unknown) => {
    if (fault instanceof StoreUnavailable) health = fault.trouble;
    return fault;
  };
  // A connection that ends while nobody uses it is told to `onclose` and replaced when it is needed.
  const pool = new SQL({
    url,
    max: connections,
    idleTimeout: 60,
    maxLifetime: 1800,
    connectionTimeout: 5,
    connection,
    onclose: () => {},
  });

  const run: Run = async (text, query) => {
    count(text);
    try {
      return await query();
    } catch (cause) {
      throw note(faultOf(cause));
    }
  };
  const client = clientOf(pool, run);
  const reading = drizzle({ client });
  const made = new Map<Build, Prepared>();
  const built = (build: Build): Prepared => {
    let query = made.get(build);
    if (!query) {
      query = build(reading).prepare("") as Prepared;
      query.params = takingNull(query.params);
      made.set(build, query);
    }
    return query;
  };
  /** A query that was built on the pool, for another connection: Bun prepares by text, once on each. */
  const movedTo = (other: SQL, query: Prepared): Prepared =>
    Object.assign(Object.create(Object.getPrototypeOf(query) as object), query, { client: other }) as Prepared;

  const read = Object.assign(reading, {
    [preparing]: (build: Build) => ({
      execute: async (values: Values = {}) => unwrapped(built(build).execute(values)),
    }),
  }) as unknown as Reader;

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return pool.begin(async (reserved) => {
      const running = new Set<Promise<unknown>>();
      return inTurn(async (turn) => {
        const own = clientOf(reserved, runIn(turn, running));
        const execute = async (build: Build, values: Values = {}) =>
          unwrapped(movedTo(own, built(build)).execute(values));
        const tx = Object.assign(drizzle({ client: own }), {
          [preparing]: (build: Build) => ({ execute: (values?: Values) => execute(build, values) }),
        });
        const value = await work(tx as unknown as Tx);
        await Promise.allSettled(running); // sent already, so part of this transaction: its failure counts
        return value;
      });
    });
  }

  function runIn({ check, fail }: Turn, running: Set<Promise<unknown>>): Run {
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

  async function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (const wait of [...tries, undefined]) {
      try {
        const value = await once(work);
        health = "fine";
        return value;
      } catch (cause) {
        if (wait === undefined || !wantsAnotherTry(cause)) throw note(faultOf(cause));
        await Bun.sleep(wait);
      }
    }
    throw new StoreUnavailable("busy");
  }

  return {
    url,
    read,
    write,
    stamp: askedStamps((text, values) => run(text, () => pool.unsafe(text, values).values())),
    statements: () => statements,
    health: () => health,
    close: () => pool.close({ timeout: 10 }),
  };
}

/** Without Drizzle's wrapping where the database itself is the trouble. */
async function unwrapped<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw faultOf(cause);
  }
}
