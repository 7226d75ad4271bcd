import { describe, expect, test } from "bun:test";
import { and, eq, gte, like, sql } from "drizzle-orm";
import { isDuplicate, TxOver } from "#db/faults.ts";
import type { Store, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { counters } from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";

const insert = prepared((tx: Tx) =>
  tx.insert(counters).values({ key: sql.placeholder("key"), value: sql.placeholder("value") }),
);

const add = (tx: Tx, key: string, value = 1) => tx.insert(counters).values({ key, value });
const keys = async (store: Store) =>
  (await store.read.select({ key: counters.key }).from(counters)).map(({ key }) => key).sort();
const broke = new Error("the work broke");

/** What a promise was refused with. A fault when it was not. */
async function refusal(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (value) => {
      throw new Error(`was not refused, but answered ${value}`);
    },
    (cause: unknown) => cause,
  );
}

describe("a write that throws leaves nothing", () => {
  test("at once", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const work = async (tx: Tx) => {
      await add(tx, "a");
      throw broke;
    };
    expect(await refusal(store.write(work))).toBe(broke);
    expect(await keys(store)).toEqual([]);
  });

  test("after waiting for something that is no query", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const work = async (tx: Tx) => {
      await add(tx, "a");
      await Bun.sleep(5);
      await add(tx, "b");
      await Bun.sleep(5);
      throw broke;
    };
    expect(await refusal(store.write(work))).toBe(broke);
    expect(await keys(store)).toEqual([]);
  });

  test("also of what a prepared statement wrote", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await store.write(async (tx) => void (await insert(tx).execute({ key: "kept", value: 1 })));
    const work = async (tx: Tx) => {
      await insert(tx).execute({ key: "a", value: 1 });
      await Bun.sleep(1);
      await insert(tx).execute({ key: "b", value: 1 });
      throw broke;
    };
    expect(await refusal(store.write(work))).toBe(broke);
    expect(await keys(store)).toEqual(["kept"]);
  });

  test("and takes nothing of the others that share its commit", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, nth) =>
        store.write(async (tx) => {
          await insert(tx).execute({ key: `n${nth}`, value: nth });
          await Promise.resolve();
          await add(tx, `m${nth}`);
          if (nth % 3 === 1) throw broke;
          return nth;
        }),
      ),
    );
    const kept = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(7);
    expect(kept).toHaveLength(13);
    expect(await keys(store)).toEqual(kept.flatMap((nth) => [`m${nth}`, `n${nth}`]).sort());
  });
});

describe("a query that failed", () => {
  test("undoes its write, also when it is caught", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await store.write(async (tx) => void (await add(tx, "taken")));
    const work = async (tx: Tx) => {
      await add(tx, "a");
      await insert(tx)
        .execute({ key: "taken", value: 2 })
        .catch(() => {});
    };
    expect(isDuplicate(await refusal(store.write(work)))).toBe(true);
    expect(await keys(store)).toEqual(["taken"]);
  });

  test("lets no other run after it, and is what the write is refused with", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const work = async (tx: Tx) => {
      await add(tx, "a");
      await add(tx, "a").catch(() => {});
      await add(tx, "b");
    };
    expect(isDuplicate(await refusal(store.write(work)))).toBe(true);
    expect(await keys(store)).toEqual([]);
  });

  test("may be answered with another error", async () => {
    await using database = await freshDatabase();
    const work = async (tx: Tx) => {
      await add(tx, "a");
      await add(tx, "a").catch(() => {
        throw broke;
      });
    };
    expect(await refusal(database.store.write(work))).toBe(broke);
  });
});

describe("a query that comes after its write has settled", () => {
  test("is refused, and not saved by the next write", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const late: Promise<unknown>[] = [];
    const refused = store.write(async (tx) => {
      late.push(refusal(Bun.sleep(5).then(() => add(tx, "late"))));
      late.push(refusal(Bun.sleep(5).then(() => insert(tx).execute({ key: "later", value: 1 }))));
      throw broke;
    });
    const next = store.write(async (tx) => {
      await add(tx, "next");
      await Bun.sleep(30);
    });
    expect(await refusal(refused)).toBe(broke);
    await next;
    for (const cause of await Promise.all(late))
      expect(String((cause as Error).cause ?? cause)).toContain("after its write had settled");
    expect(await keys(store)).toEqual(["next"]);
  });

  test("is refused when it was made inside and awaited outside", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const query = await store.write(async (tx) => ({ add: add(tx, "a") }));
    const cause = (await refusal(Promise.resolve(query.add))) as Error;
    expect(cause instanceof TxOver || cause.cause instanceof TxOver).toBe(true);
    expect(await keys(store)).toEqual([]);
  });
});

test("200 buyers of 10 items get exactly 10", async () => {
  await using database = await freshDatabase({ connections: 10 });
  const { store } = database;
  await store.write(async (tx) => void (await add(tx, "shelf", 10)));
  const buy = (nth: number) =>
    store.write(async (tx) => {
      const [taken] = await tx
        .update(counters)
        .set({ value: sql`${counters.value} - 1` })
        .where(and(eq(counters.key, "shelf"), gte(counters.value, 1)))
        .returning({ left: counters.value });
      if (taken) await add(tx, `order ${nth}`);
      return taken !== undefined;
    });
  const bought = await Promise.all(Array.from({ length: 200 }, (_, nth) => buy(nth)));
  expect(bought.filter(Boolean)).toHaveLength(10);
  expect(await store.read.$count(counters, like(counters.key, "order %"))).toBe(10);
  expect(await store.read.select().from(counters).where(eq(counters.key, "shelf"))).toEqual([
    { key: "shelf", value: 0 },
  ]);
});
