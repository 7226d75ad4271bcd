import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { StoreUnavailable } from "#db/faults.ts";
import { openStore, type Store } from "#db/open.ts";
import { counters } from "#db/schema.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";

const add = (store: Store, key: string) =>
  store.write(async (tx) => void (await tx.insert(counters).values({ key, value: 1 })));
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (cause: unknown) => cause as StoreUnavailable,
  );
const pathOf = ({ url }: FreshDatabase) => url.replace("sqlite:", "");

test("a kill keeps every write that was acknowledged, and halves none", async () => {
  await using database = await freshDatabase();
  const writer = Bun.spawn([process.execPath, join(import.meta.dir, "acknowledging-writer.ts"), database.url], {
    stdout: "pipe",
  });
  let said = "";
  const decoder = new TextDecoder();
  for await (const chunk of writer.stdout) {
    said += decoder.decode(chunk, { stream: true });
    if (said.split("\n").length > 201) writer.kill("SIGKILL");
  }
  const acknowledged = said.slice(0, said.lastIndexOf("\n")).split("\n").map(Number);
  const rows = await database.store.read.select({ value: counters.value }).from(counters);
  const saved = new Set(rows.map(({ value }) => value));
  expect(acknowledged.length).toBeGreaterThan(200);
  expect(acknowledged.filter((value) => !saved.has(value))).toEqual([]);
});

describe.skipIf(isPostgres)("a SQLite file that another process has locked", () => {
  test("is waited for, while everything else goes on", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const other = new Database(pathOf(database));
    other.run("BEGIN IMMEDIATE");
    const writes = [add(store, "a"), add(store, "b")];
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    await Bun.sleep(600);
    clearInterval(turning);
    expect(await store.read.$count(counters)).toBe(0);
    expect(turns).toBeGreaterThan(30);
    other.run("ROLLBACK");
    other.close();
    await Promise.all(writes);
    expect(await store.read.$count(counters)).toBe(2);
    expect(store.health()).toBe("fine");
  });

  test("is given up after 4 seconds, each write by its own clock, and nothing is saved", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const other = new Database(pathOf(database));
    other.run("BEGIN IMMEDIATE");
    const began = performance.now();
    const first = refusal(add(store, "a")).then((cause) => ({ cause, after: performance.now() - began }));
    await Bun.sleep(1500);
    const second = refusal(add(store, "b"));
    const { cause, after } = await first;
    expect(cause).toBeInstanceOf(StoreUnavailable);
    expect(cause).toMatchObject({ trouble: "busy", code: "STORE_BUSY", status: 503 });
    expect(after).toBeGreaterThan(3900);
    expect(after).toBeLessThan(5500);
    expect(store.health()).toBe("busy");

    other.run("ROLLBACK");
    other.close();
    expect(await second).toBeUndefined();
    expect(await store.read.select({ key: counters.key }).from(counters)).toEqual([{ key: "b" }]);
  }, 10_000);
});

test("a closed store refuses writes, after those that were begun", async () => {
  const database = await freshDatabase();
  const { store, url } = database;
  const begun = [add(store, "a"), add(store, "b")];
  await store.close();
  await Promise.all(begun);
  expect(await refusal(add(store, "c"))).toMatchObject({ trouble: "down" });
  const again = openStore({ url, connections: 1 });
  expect(await again.read.$count(counters)).toBe(2);
  await again.close();
  if (!isPostgres) expect(await Bun.file(`${pathOf(database)}-wal`).exists()).toBe(false);
  await database.close().catch(() => {});
});

test.skipIf(isPostgres || process.platform !== "linux" || process.getuid?.() !== 0)(
  "a full disk refuses the write, saves nothing of it, and goes on when there is room",
  async () => {
    await using database = await freshDatabase();
    const disk = join(database.folder, "disk");
    mkdirSync(disk);
    const own = ["unshare", "--mount", "--propagation", "private"];
    const run = Bun.spawnSync([
      ...own,
      process.execPath,
      join(import.meta.dir, "full-disk.ts"),
      pathOf(database),
      disk,
    ]);
    if (!run.success) throw new Error(run.stderr.toString());
    const { kept, rows, rowsAfter, ...rest } = JSON.parse(run.stdout.toString()) as Record<string, number>;
    expect(rest as unknown).toEqual({ troubles: ["full"], health: "full", healthAfter: "fine" });
    expect(kept).toBeLessThan(40);
    expect(rows).toBe(2 * (kept ?? 0));
    expect(rowsAfter).toBe(2 * (kept ?? 0) + 2);
  },
);
