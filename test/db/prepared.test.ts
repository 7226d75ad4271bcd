import { expect, test } from "bun:test";
import { asc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { counters, customers, settings } from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";

let built = 0;
const byKey = prepared((db: Reader) => {
  built += 1;
  return db
    .select()
    .from(settings)
    .where(eq(settings.key, sql.placeholder("key")));
});
const set = prepared((tx: Tx) =>
  tx.insert(settings).values({ key: sql.placeholder("key"), value: sql.placeholder("value") }),
);

test("a query is built once for reading, and sees what its transaction sees", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  built = 0;
  for (let round = 0; round < 3; round++) expect(await byKey(store.read).execute({ key: "a" })).toEqual([]);
  expect(built).toBe(1);
  await store.write(async (tx) => {
    await set(tx).execute({ key: "a", value: 1 });
    expect(await byKey(tx).execute({ key: "a" })).toEqual([{ key: "a", value: 1 }]);
    expect(await byKey(store.read).execute({ key: "a" })).toEqual([]);
  });
  expect(await byKey(store.read).execute({ key: "a" })).toEqual([{ key: "a", value: 1 }]);
});

test("JSON comes back as it went in, prepared or not", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const values = [{ deep: [{ a: "ü" }] }, [], ["x"], "USD", '{"looks":"like"}', "12", 5, 0, true, false];
  await store.write(async (tx) => {
    for (const [nth, value] of values.entries()) {
      await set(tx).execute({ key: `p${nth}`, value });
      await tx.insert(settings).values({ key: `q${nth}`, value });
    }
  });
  const all = await store.read.select().from(settings).orderBy(asc(settings.key));
  expect(all.filter(({ key }) => key.startsWith("p")).map(({ value }) => value)).toEqual(values);
  expect(all.filter(({ key }) => key.startsWith("q")).map(({ value }) => value)).toEqual(values);
});

const join = prepared((tx: Tx) =>
  tx.insert(customers).values({
    id: sql.placeholder("id"),
    email: "a@example.com",
    emailKey: sql.placeholder("id"),
    passwordHash: "",
    displayName: "",
    verifiedAt: sql.placeholder("verifiedAt"),
    createdAt: sql.placeholder("createdAt"),
  }),
);

test("a moment keeps its millisecond, and may be missing", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const at = new Date(1_234_567_890_123);
  await store.write(async (tx) => {
    await join(tx).execute({ id: "a", verifiedAt: at, createdAt: at });
    await join(tx).execute({ id: "b", verifiedAt: null, createdAt: at });
  });
  const { id, verifiedAt, createdAt } = customers;
  expect(await store.read.select({ id, verifiedAt, createdAt }).from(customers).orderBy(asc(id))).toEqual([
    { id: "a", verifiedAt: at, createdAt: at },
    { id: "b", verifiedAt: null, createdAt: at },
  ]);
});

test("the largest whole number comes back exactly", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const most = { key: "a", value: Number.MAX_SAFE_INTEGER };
  await store.write(async (tx) => void (await tx.insert(counters).values(most)));
  expect(await store.read.select().from(counters)).toEqual([most]);
});
