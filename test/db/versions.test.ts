import { describe, expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { versions } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { openStore, type Store } from "#db/open.ts";
import { freshDatabase } from "#test/support/database.ts";

test("a stamp changes with each of its keys, and with no other", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const stamp = () => store.stamp(["product a", "shell"]);
  const seen = [await stamp()];
  for (const keys of [["shell"], ["product a", "product b", "product a"], ["product a"], ["shell", "product a"]]) {
    await store.write((tx) => bump(tx, keys));
    seen.push(await stamp());
  }
  expect(new Set(seen).size).toBe(seen.length);

  await store.write((tx) => bump(tx, ["product b"]));
  await store.write(async (tx) => bump(tx, []));
  expect(await stamp()).toBe(seen.at(-1) ?? "");
});

test("a write that is refused changes no stamp", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const before = await store.stamp(["a"]);
  const work = store.write(async (tx) => {
    await bump(tx, ["a"]);
    throw new Error("no");
  });
  await work.catch(() => {});
  expect(await store.stamp(["a"])).toBe(before);
});

test("writes at once each count", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  await Promise.all(Array.from({ length: 20 }, () => store.write((tx) => bump(tx, ["b", "a"]))));
  const before = await store.stamp(["a"]);
  await Promise.all(["a", "b"].map((key) => store.write((tx) => bump(tx, [key]))));
  expect(await store.stamp(["a"])).not.toBe(before);
  expect(await store.read.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(versions)).toEqual([{ n: 2 }]);
});

test("who wants to know is called after what was saved, by whichever store on PostgreSQL, and no more once it ended", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  await store.stamp(["a"]); // from here on others are heard
  let called = 0;
  const end = store.onMoved(() => (called += 1));
  await store.write((tx) => bump(tx, ["a"]));
  expect(called).toBeGreaterThan(0);
  const other = openStore({ url: database.url, connections: 1 });
  const before = called;
  await other.write((tx) => bump(tx, ["a"]));
  if (isPostgres) for (let at = 0; at < 400 && called === before; at += 1) await Bun.sleep(5);
  if (isPostgres) expect(called).toBeGreaterThan(before);
  await other.close();
  end();
  const last = called;
  await store.write((tx) => bump(tx, ["a"]));
  expect(called).toBe(last);
});

/** On PostgreSQL another process's change arrives a moment after it was saved. */
async function differs(stamp: () => string | Promise<string>, before: string, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while ((await stamp()) === before) {
    if (performance.now() > deadline) return false;
    await Bun.sleep(isPostgres ? 5 : 0);
  }
  return true;
}

test("another store on the same database is seen shortly", async () => {
  await using database = await freshDatabase();
  const stamp = () => database.store.stamp(["a"]);
  const other = openStore({ url: database.url, connections: 1 });
  const before = await stamp();
  await other.write((tx) => bump(tx, ["a"]));
  expect(await differs(stamp, before, isPostgres ? 1000 : 0)).toBe(true);
  await other.close();
});

test("another process is seen shortly", async () => {
  await using database = await freshDatabase();
  const { store, url } = database;
  const stamp = () => store.stamp(["a"]);
  const before = await stamp();
  const script = `
    const { openStore } = await import("#db/open.ts");
    const { bump } = await import("#db/versions.ts");
    const store = openStore({ url: ${JSON.stringify(url)}, connections: 1 });
    await store.write((tx) => bump(tx, ["a"]));
    await store.close();`;
  const run = Bun.spawn([process.execPath, "-e", script], {
    cwd: `${import.meta.dir}/../..`,
    env: { ...process.env },
    stderr: "inherit",
  });
  expect(await run.exited).toBe(0);
  expect(await differs(stamp, before, isPostgres ? 1000 : 0)).toBe(true);
});

test("a stamp that is known takes no statement, and a write here moves it at once", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const seen = [await store.stamp(["a"])];
  for (let round = 0; round < 20; round++) {
    await store.write((tx) => bump(tx, ["a"]));
    const before = store.statements();
    seen.push(await store.stamp(["a"]), await store.stamp(["b"]));
    expect(store.statements() - before).toBeLessThanOrEqual(isPostgres ? 0 : 1);
  }
  expect(new Set(seen).size).toBe(21);
});

describe.skipIf(!isPostgres)("the connection that listens on PostgreSQL", () => {
  const asksNothing = async (store: Store) => {
    const before = store.statements();
    await store.stamp(["a"]);
    return store.statements() === before;
  };

  test("is lost: what others save is seen at once by asking, and shortly once it is back", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const other = openStore({ url: database.url, connections: 1 });
    const stamp = () => store.stamp(["a"]);
    await stamp();
    for (let round = 0; round < 2; round++) {
      const kill = sql`pg_terminate_backend(pid)`;
      const killed = await other.read
        .select({ kill })
        .from(sql`pg_stat_activity`)
        .where(sql`application_name = 'pushcart-versions' and datname = current_database()`);
      expect(killed.length).toBe(1);
      const before = await stamp();
      await other.write((tx) => bump(tx, ["a"])); // while nobody listens
      expect(await differs(stamp, before, 500)).toBe(true);

      const deadline = performance.now() + 8000;
      while (!(await asksNothing(store)) && performance.now() < deadline) await Bun.sleep(20);
      expect(await asksNothing(store)).toBe(true);
      const back = await stamp();
      await other.write((tx) => bump(tx, ["a"]));
      expect(await differs(stamp, back, 1000)).toBe(true);
      expect(await asksNothing(store)).toBe(true);
    }
    await other.close();
  });
});
