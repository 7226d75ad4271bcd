import { SQL } from "bun";
import { drizzle } from "drizzle-orm/bun-sql";
import { takingNull, type Build } from "./prepared.ts";
import { faultOf } from "./faults.ts";

export type Values = Readonly<Record<string, unknown>>;
type Prepared = { params: unknown[]; execute(values: Values): Promise<unknown> };

/** Runs a query, or does not. */
export type Run = <T>(text: string, query: () => PromiseLike<T>) => Promise<T>;

const session = {
  application_name: "pushcart",
  synchronous_commit: "on",
  statement_timeout: "10s",
  lock_timeout: "4500ms",
  idle_in_transaction_session_timeout: "15s",
};

/** A pool. A connection that ends while nobody uses it is told to `onclose`, and replaced when it is needed. */
export const connect = (url: string, connections: number): SQL =>
  new SQL({
    url,
    max: connections,
    idleTimeout: 60,
    maxLifetime: 1800,
    connectionTimeout: 5,
    connection: session,
    onclose: () => {},
  });

/** What Drizzle needs of Bun's client, with every query going through `run`. */
export function clientOf(client: SQL, run: Run): SQL {
  const unsafe = (text: string, values?: unknown[]) => ({
    values: () => run(text, () => client.unsafe(text, values).values()),
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits what `unsafe` answers
    then: (...settle: Parameters<Promise<unknown>["then"]>) =>
      run(text, () => client.unsafe(text, values)).then(...settle),
  });
  return { unsafe } as unknown as SQL;
}

/**
 * Queries built once and run on whichever connection is handed in: Bun prepares by text, once on each. On the pool's
 * own client they would run outside the transaction.
 */
export function preparedOn(pool: SQL) {
  const db = drizzle({ client: pool });
  const made = new Map<Build, Prepared>();
  return async (client: SQL, build: Build, values: Values = {}): Promise<unknown> => {
    let query = made.get(build);
    if (!query) {
      query = build(db).prepare("") as Prepared;
      query.params = takingNull(query.params);
      made.set(build, query);
    }
    const own = Object.assign(Object.create(Object.getPrototypeOf(query) as object), query, { client }) as Prepared;
    try {
      return await own.execute(values);
    } catch (cause) {
      throw faultOf(cause); // without Drizzle's wrapping where the database is the trouble
    }
  };
}
