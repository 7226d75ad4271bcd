import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { promotionCodes, promotions, promotionUses } from "#db/schema.ts";
import { claimPromotions, type Claim } from "#src/promotions/claim-promotions.ts";
import { loadBuyer } from "#src/promotions/buyer-store.ts";
import { releaseUses } from "#src/promotions/claims-store.ts";
import { loadAutomatic, loadByCode } from "#src/promotions/store.ts";
import { freshDatabase } from "#test/support/database.ts";

const at = new Date("2026-11-22T09:41:00Z");
const half = { kind: "percent", off: "order", rate: 500_000 } as const;
type Row = Partial<typeof promotions.$inferInsert> & {
  readonly id: string;
  readonly code?: string;
  readonly codeLimit?: number;
};

async function put(store: Store, rows: readonly Row[]): Promise<void> {
  await store.write(async (tx) => {
    for (const { code, codeLimit, ...row } of rows) {
      await tx
        .insert(promotions)
        .values({ name: row.id, effect: half, conditions: {}, coded: code !== undefined, ...row });
      if (code === undefined) continue;
      await tx.insert(promotionCodes).values({ key: code, promotionId: row.id, useLimit: codeLimit ?? null });
    }
  });
}

const claim = (store: Store, orderId: string, claims: readonly Claim[], customer = "a@x.test") =>
  store.write((tx) => claimPromotions(tx, claims, { orderId, customer, at }));
const release = (store: Store, orderId: string) => store.write((tx) => releaseUses(tx, orderId));
const used = async (store: Store): Promise<Record<string, number>> => {
  const rows = await store.read.select({ id: promotions.id, used: promotions.used }).from(promotions);
  const codes = await store.read.select({ id: promotionCodes.key, used: promotionCodes.used }).from(promotionCodes);
  const uses = await store.read.select({ id: promotionUses.orderId }).from(promotionUses);
  return { ...Object.fromEntries([...rows, ...codes].map((row) => [row.id, row.used])), uses: uses.length };
};

describe("claimPromotions", () => {
  test("counts a use of the promotion and of the code, and takes it back", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [{ id: "p", code: "STAFF50" }, { id: "q" }]);
    const claims = [
      { promotionId: "p", codeKey: "STAFF50" },
      { promotionId: "q", codeKey: "" },
    ];
    expect(await claim(store, "o1", claims)).toEqual({ ok: true });
    expect(await used(store)).toEqual({ p: 1, q: 1, STAFF50: 1, uses: 2 });
    await release(store, "o1");
    await release(store, "o1");
    expect(await used(store)).toEqual({ p: 0, q: 0, STAFF50: 0, uses: 0 });
  });

  test("gives the last use to one of fifty who ask at once", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [
      { id: "total", useLimit: 1 },
      { id: "single", code: "ONCE", codeLimit: 1 },
    ]);
    const all = [{ promotionId: "total", codeKey: "" }];
    const coded = [{ promotionId: "single", codeKey: "ONCE" }];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nth) => claim(store, `o${nth}`, nth % 2 ? all : coded, `c${nth}@x.test`)),
    );
    expect(answers.filter((each) => each.ok).length).toBe(2);
    expect(await used(store)).toEqual({ total: 1, single: 1, ONCE: 1, uses: 2 });
  });

  test("keeps to the limit of each customer, however many orders come at once", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [{ id: "p", customerLimit: 2 }]);
    const claims = [{ promotionId: "p", codeKey: "" }];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => claim(store, `o${nth}`, claims)));
    const won = answers.flatMap((each, nth) => (each.ok ? [`o${nth}`] : []));
    expect(won.length).toBe(2);
    expect(await claim(store, "other", claims, "b@x.test")).toEqual({ ok: true });

    await release(store, won[0] ?? "");
    expect(await claim(store, "again", claims)).toEqual({ ok: true });
    expect(await claim(store, "once more", claims)).toEqual({ ok: false, refused: ["p"] });
    expect(await used(store)).toEqual({ p: 3, uses: 3 });
  });

  test("refuses what is switched off, not begun, over or under another code, and changes nothing", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [
      { id: "off", active: false },
      { id: "early", startsAt: new Date(at.getTime() + 1) },
      { id: "late", endsAt: at },
      { id: "coded", code: "STAFF50" },
      { id: "other", code: "OTHER" },
      { id: "fine", startsAt: at, endsAt: new Date(at.getTime() + 1) },
    ]);
    const fine = { promotionId: "fine", codeKey: "" };
    for (const promotionId of ["off", "early", "late", "coded", "gone"]) {
      const refused = await claim(store, promotionId, [fine, { promotionId, codeKey: "" }]);
      expect(refused, promotionId).toEqual({ ok: false, refused: [promotionId] });
    }
    expect(await claim(store, "o", [{ promotionId: "coded", codeKey: "OTHER" }])).toMatchObject({ ok: false });
    expect(await used(store)).toMatchObject({ fine: 0, coded: 0, uses: 0 });
    expect(await claim(store, "o", [fine])).toEqual({ ok: true });
  });

  test("tells other pages when a limit is reached and when it is free again", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [{ id: "p", useLimit: 2 }]);
    const stamps = new Set<string>();
    const note = async () => stamps.add(await store.stamp(["promotions"])).size;
    await note();
    await claim(store, "o1", [{ promotionId: "p", codeKey: "" }]);
    expect(await note()).toBe(1);
    await claim(store, "o2", [{ promotionId: "p", codeKey: "" }]);
    expect(await note()).toBe(2);
    await release(store, "o1");
    expect(await note()).toBe(3);
  });
});

describe("what is loaded", () => {
  test("a code is found by its key, with its promotion and this customer's uses", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [{ id: "p", code: "STAFF50", codeLimit: 2, name: "Staff" }]);
    expect(await loadByCode(store.read, "NOPE")).toBeUndefined();
    expect(await loadByCode(store.read, "")).toBeUndefined();
    await claim(store, "o1", [{ promotionId: "p", codeKey: "STAFF50" }]);
    expect(await loadByCode(store.read, "STAFF50")).toMatchObject({
      ...{ id: "p", name: "Staff", effect: half, coded: true, used: 1, useLimit: null },
    });
    await claim(store, "o2", [{ promotionId: "p", codeKey: "STAFF50" }]);
    expect(await loadByCode(store.read, "STAFF50")).toMatchObject({ useLimit: 0 });
    const asking = [{ id: "p", customerLimit: 3 }];
    expect((await loadBuyer(store.read, { customer: "a@x.test" }, asking)).uses).toEqual(new Map([["p", 2]]));
    expect((await loadBuyer(store.read, { customer: "b@x.test" }, asking)).uses).toEqual(new Map());
  });

  test("automatic promotions come in order, without those that are off, coded or spoilt", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await put(store, [
      { id: "b" },
      { id: "a" },
      { id: "first", priority: -1 },
      { id: "off", active: false },
      { id: "coded", code: "X" },
      { id: "spoilt", effect: { kind: "percent", rate: -1 } },
    ]);
    expect((await loadAutomatic(store.read)).map((each) => each.id)).toEqual(["first", "a", "b"]);
  });
});
