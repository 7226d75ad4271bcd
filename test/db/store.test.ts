import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { counters } from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";

const insert = prepared((tx: Tx) =>
  tx.insert(counters).values({ key: sql.placeholder("key"), value: sql.placeholder("value") }),
);
const add = (tx: Tx, key: string) => tx.insert(counters).values({ key, value: 1 });

test("readers see a write only when it is saved", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  await store.write(async (tx) => {
    await add(tx, "a");
    expect(await store.read.$count(counters)).toBe(0);
    expect(await tx.$count(counters)).toBe(1);
  });
  expect(await store.read.$count(counters)).toBe(1);
});

test("statements are counted, and told to who listens", async () => {
  const heard: string[] = [];
  await using database = await freshDatabase({ onStatement: (text) => heard.push(text) });
  const { store } = database;
  await store.write(async (tx) => {
    await add(tx, "a");
    await insert(tx).execute({ key: "b", value: 1 });
  });
  await store.read.$count(counters);
  expect(store.statements()).toBe(3);
  expect(heard.map((text) => text.split(" ")[0])).toEqual(["insert", "insert", "select"]);
});
