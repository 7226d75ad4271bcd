import { describe, expect, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import type { StoreUnavailable } from "#db/faults.ts";
import { openStore, type Store, type Tx } from "#db/open.ts";
import { counters } from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";

const add = (store: Store, key: string) =>
  store.write(async (tx) => void (await tx.insert(counters).values({ key, value: 0 })));
const more = (tx: Tx, key: string) =>
  tx
    .update(counters)
    .set({ value: sql`${counters.value} + 1` })
    .where(eq(counters.key, key));
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (cause: unknown) => cause as StoreUnavailable,
  );

/** Ends every connection to a database but this one, as a restart of the server does. */
async function endConnections(url: string) {
  const other = new Bun.SQL({ url, max: 1 });
  await other`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await other.close();
}

describe.skipIf(!isPostgres)("on PostgreSQL", () => {
  test("writes that lock each other out are run again, and both are saved once", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await add(store, "a");
    await add(store, "b");
    let runs = 0;
    const both = (first: string, second: string) =>
      store.write(async (tx) => {
        runs += 1;
        await more(tx, first);
        await Bun.sleep(100);
        await more(tx, second);
      });
    await Promise.all([both("a", "b"), both("b", "a")]);
    expect(runs).toBeGreaterThan(2);
    expect((await store.read.select({ value: counters.value }).from(counters)).map(({ value }) => value)).toEqual([
      2, 2,
    ]);
  });

  test("a row that another program keeps locked is given up after 4 seconds", async () => {
    await using database = await freshDatabase();
    const { store, url } = database;
    await add(store, "a");
    const other = new Bun.SQL({ url, max: 1 });
    await other.begin(async (tx) => {
      await tx`update counters set value = 5 where key = 'a'`;
      expect(await refusal(store.write(async (tx) => void (await more(tx, "a"))))).toMatchObject({
        trouble: "busy",
        status: 503,
      });
    });
    await other.close();
    expect(store.health()).toBe("busy");
    expect(await store.read.select({ value: counters.value }).from(counters)).toEqual([{ value: 5 }]);
  }, 10_000);

  test("connections that end while nobody uses them are replaced without a word", async () => {
    await using database = await freshDatabase();
    const { store, url } = database;
    await add(store, "a");
    await endConnections(url);
    await Bun.sleep(50);
    await add(store, "b");
    expect(await store.read.$count(counters)).toBe(2);
  });

  test("a write whose connection ends is refused and leaves nothing, and the next is saved", async () => {
    await using database = await freshDatabase();
    const { store, url } = database;
    const cut = store.write(async (tx) => {
      await tx.insert(counters).values({ key: "a", value: 1 });
      await endConnections(url);
      await tx.insert(counters).values({ key: "b", value: 1 });
    });
    expect(await refusal(cut)).toMatchObject({ trouble: "down", status: 503 });
    await add(store, "c");
    expect(store.health()).toBe("fine");
    expect(await store.read.select({ key: counters.key }).from(counters)).toEqual([{ key: "c" }]);
  });

  test("a write whose connection ends before its commit is run again on another, and saved once", async () => {
    await using database = await freshDatabase();
    const { store, url } = database;
    let runs = 0;
    await store.write(async (tx) => {
      runs += 1;
      await tx.insert(counters).values({ key: "a", value: runs });
      if (runs === 1) await endConnections(url);
      await tx.insert(counters).values({ key: "b", value: runs });
    });
    expect(runs).toBeGreaterThan(1);
    expect((await store.read.select({ value: counters.value }).from(counters)).map(({ value }) => value)).toEqual([
      runs,
      runs,
    ]);
  });

  test("a server that is away refuses reads and writes alike", async () => {
    const store = openStore({ url: "postgres://nobody:nothing@127.0.0.1:1/none", connections: 1 });
    expect(await refusal(add(store, "a"))).toMatchObject({ trouble: "down", status: 503 });
    const cause = await refusal(Promise.resolve(store.read.select().from(counters)));
    expect((cause as Error | undefined)?.cause).toMatchObject({ trouble: "down", status: 503 });
    expect(store.health()).toBe("down");
    await store.close();
  });

  test("its sessions have the limits that a shop needs", async () => {
    await using database = await freshDatabase();
    const limit = (name: string) => sql<string>`current_setting(${name})`;
    const [limits] = await database.store.read
      .select({
        commit: limit("synchronous_commit"),
        statement: limit("statement_timeout"),
        lock: limit("lock_timeout"),
        idle: limit("idle_in_transaction_session_timeout"),
      })
      .from(sql`(select 1) as one`);
    expect(limits).toEqual({ commit: "on", statement: "10s", lock: "4500ms", idle: "15s" });
  });
});

describe.skipIf(isPostgres)("on SQLite", () => {
  test("both connections have the settings that a shop needs", async () => {
    await using database = await freshDatabase();
    const from = sql.raw("pragma_synchronous, pragma_foreign_keys, pragma_trusted_schema, pragma_busy_timeout");
    const columns = {
      synchronous: sql`synchronous`,
      keys: sql`foreign_keys`,
      trusted: sql`trusted_schema`,
      busy: sql`timeout`,
    };
    const wanted = [{ synchronous: 2, keys: 1, trusted: 0, busy: 50 }];
    const query = (db: Pick<Tx, "select">) => db.select(columns).from(from);
    expect(await query(database.store.read)).toEqual(wanted);
    expect(await database.store.write(async (tx) => query(tx))).toEqual(wanted);
  });
});
