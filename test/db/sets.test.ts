import { describe, expect, test } from "bun:test";
import { asc, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { collections, counters, sessions, settings } from "#db/schema.ts";
import { countOf, inList, jsonRows, rowsIn, rowsOf, sumOf } from "#db/sets.ts";
import { freshDatabase } from "#test/support/database.ts";

const at = new Date(1_234_567_890_123);

async function withCounters() {
  const database = await freshDatabase();
  const rows = [1, 2, 3].map((value) => ({ key: `k${value}`, value }));
  await database.store.write(async (tx) => void (await tx.insert(counters).values(rows)));
  return database;
}

describe("lists in", () => {
  const among = prepared((db: Reader) =>
    db
      .select()
      .from(counters)
      .where(inList(counters.key, sql.placeholder("keys")))
      .orderBy(asc(counters.key)),
  );

  test("find texts and numbers, however many, none for none", async () => {
    await using database = await withCounters();
    const { read } = database.store;
    expect(await among(read).execute({ keys: ["k1", "k3", "nobody", "k1"] })).toHaveLength(2);
    expect(await among(read).execute({ keys: [] })).toEqual([]);
    expect(await among(read).execute({ keys: Array.from({ length: 5000 }, (_, nth) => `k${nth}`) })).toHaveLength(3);
    expect(
      await read
        .select()
        .from(counters)
        .where(inList(counters.value, [2, 9])),
    ).toEqual([{ key: "k2", value: 2 }]);
  });

  test("keep hostile texts apart", async () => {
    await using database = await withCounters();
    const hostile = [`{"a`, `,}`, `"`, `\\`, `k1","k2`, "'; drop table counters; --", "NULL", "ü😀"];
    await database.store.write(
      async (tx) => void (await tx.insert(counters).values(hostile.map((key) => ({ key, value: 0 })))),
    );
    expect(await among(database.store.read).execute({ keys: hostile })).toHaveLength(hostile.length);
  });

  const wanted = rowsIn("wanted", { rowKey: "words", quantity: "count" }, sql.placeholder("rows"));
  const take = prepared((tx: Tx) =>
    tx
      .update(counters)
      .set({ value: sql`${counters.value} - ${wanted.columns.quantity}` })
      .from(wanted.table)
      .where(sql`${counters.key} = ${wanted.columns.rowKey} and ${gte(counters.value, wanted.columns.quantity)}`)
      .returning({ key: counters.key, value: counters.value }),
  );

  test("as rows, change many rows with one statement", async () => {
    await using database = await withCounters();
    const rows = [
      { rowKey: "k1", quantity: 1 },
      { rowKey: "k2", quantity: 5 },
      { rowKey: "k3", quantity: 2 },
    ];
    const taken = await database.store.write((tx) => take(tx).execute({ rows }));
    expect(taken.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { key: "k1", value: 0 },
      { key: "k3", value: 1 },
    ]);
  });

  test("as rows, are a table to select from", async () => {
    await using database = await withCounters();
    const { table, columns } = rowsIn("given", { name: "words", n: "count" }, [{ name: `a"b`, n: 2 ** 40 }]);
    expect(await database.store.read.select(columns).from(table)).toEqual([{ name: `a"b`, n: 2 ** 40 }]);
  });
});

describe("rows out", () => {
  async function withSettings() {
    const database = await withCounters();
    await database.store.write(async (tx) => {
      await tx.insert(settings).values([1, 2].map((nth) => ({ key: `k${nth}`, value: { nth } })));
    });
    return database;
  }

  test("come with the row they belong to, in order, as their columns give them", async () => {
    await using database = await withSettings();
    const own = rowsOf(
      {
        key: settings.key,
        value: settings.value,
        outer: counters.value,
        doubled: sql<number>`${counters.value} * 2`.mapWith(Number),
      },
      { from: settings, where: gte(settings.key, counters.key), orderBy: [desc(settings.key)], limit: 2 },
    );
    expect(await database.store.read.select({ key: counters.key, own }).from(counters).orderBy(counters.key)).toEqual([
      {
        key: "k1",
        own: [
          { key: "k2", value: { nth: 2 }, outer: 1, doubled: 2 },
          { key: "k1", value: { nth: 1 }, outer: 1, doubled: 2 },
        ],
      },
      { key: "k2", own: [{ key: "k2", value: { nth: 2 }, outer: 2, doubled: 4 }] },
      { key: "k3", own: [] },
    ]);
  });

  test("of a group leave out what a left join did not find", async () => {
    await using database = await withSettings();
    const found = jsonRows({ key: settings.key }, { orderBy: [asc(settings.key)], when: isNotNull(settings.key) });
    const rows = await database.store.read
      .select({ key: counters.key, found, many: countOf(isNotNull(settings.key)), total: sumOf(counters.value) })
      .from(counters)
      .leftJoin(settings, eq(settings.key, counters.key))
      .groupBy(counters.key)
      .orderBy(counters.key);
    expect(rows).toEqual([
      { key: "k1", found: [{ key: "k1" }], many: 1, total: 1 },
      { key: "k2", found: [{ key: "k2" }], many: 1, total: 2 },
      { key: "k3", found: [], many: 0, total: 3 },
    ]);
  });

  test("keep flags, moments and what is missing", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await store.write(async (tx) => {
      await tx.insert(counters).values({ key: "a", value: 1 });
      await tx.insert(collections).values({ id: "c", handle: "c", title: "C", listed: false });
      await tx
        .insert(sessions)
        .values({ id: "s", audience: "shop", accountId: "a", createdAt: at, seenAt: at, expiresAt: at });
    });
    const { listed, rule } = collections;
    const lists = rowsOf({ listed, rule }, { from: collections });
    const visits = rowsOf({ expiresAt: sessions.expiresAt }, { from: sessions });
    expect(await store.read.select({ lists, visits }).from(counters)).toEqual([
      { lists: [{ listed: false, rule: null }], visits: [{ expiresAt: at }] },
    ]);
  });
});

test("sums of nothing are 0", async () => {
  await using database = await freshDatabase();
  expect(await database.store.read.select({ sum: sumOf(counters.value), count: countOf() }).from(counters)).toEqual([
    { sum: 0, count: 0 },
  ]);
});
