import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { versions } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { openStore } from "#db/open.ts";
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

test("another store on the same database is seen at the next stamp", async () => {
  await using database = await freshDatabase();
  const other = openStore({ url: database.url, connections: 1 });
  const before = await database.store.stamp(["a"]);
  await other.write((tx) => bump(tx, ["a"]));
  expect(await database.store.stamp(["a"])).not.toBe(before);
  await other.close();
});

test("another process is seen at the next stamp", async () => {
  await using database = await freshDatabase();
  const { store, url } = database;
  const before = await store.stamp(["a"]);
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
  expect(await store.stamp(["a"])).not.toBe(before);
});
