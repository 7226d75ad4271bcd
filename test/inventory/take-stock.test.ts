import { describe, expect, test } from "bun:test";
import { giveBack } from "#src/inventory/give-back.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { availableOf, ids, movesOf, putShelves, stockOf } from "./shelves.ts";

const at = new Date("2026-11-22T09:41:00Z");

describe("takeStock", () => {
  test("takes what was wanted, once for each variant, and notes why", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [
      { id: "mug", stock: 10 },
      { id: "pot", stock: 3 },
    ]);
    const wanted = [
      { variantId: "pot", quantity: 1 },
      { variantId: "mug", quantity: 2 },
      { variantId: "pot", quantity: 1 },
    ];
    const taken = await store.write((tx) => takeStock(tx, wanted, { orderId: "o1", at, newId: ids() }));
    expect(taken).toEqual({ ok: true, tracked: new Set(["mug", "pot"]) });
    expect([await stockOf(store, "mug"), await stockOf(store, "pot")]).toEqual([8, 1]);
    expect(await movesOf(store)).toEqual([
      { variantId: "mug", change: -2, cause: "placed", orderId: "o1" },
      { variantId: "pot", change: -2, cause: "placed", orderId: "o1" },
    ]);
  });

  test("takes nothing where anything lacks, and says what lacks how many", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [
      { id: "mug", stock: 10 },
      { id: "pot", stock: 3 },
    ]);
    const wanted = [
      { variantId: "mug", quantity: 2 },
      { variantId: "pot", quantity: 4 },
      { variantId: "gone", quantity: 1 },
    ];
    const taken = await store.write((tx) => takeStock(tx, wanted, { orderId: "o1", at, newId: ids() }));
    expect(taken).toEqual({
      ok: false,
      short: [
        { variantId: "gone", wanted: 1, left: 0 },
        { variantId: "pot", wanted: 4, left: 3 },
      ],
    });
    expect([await stockOf(store, "mug"), await stockOf(store, "pot")]).toEqual([10, 3]);
    expect(await movesOf(store)).toEqual([]);
  });

  test("counts nothing where stock is not counted, and goes below zero only on backorder", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [
      { id: "file", stock: 0, tracked: false },
      { id: "scale", stock: 1, backorder: true },
    ]);
    const wanted = [
      { variantId: "file", quantity: 99 },
      { variantId: "scale", quantity: 3 },
    ];
    const taken = await store.write((tx) => takeStock(tx, wanted, { orderId: "o1", at, newId: ids() }));
    expect(taken).toEqual({ ok: true, tracked: new Set(["scale"]) });
    expect([await stockOf(store, "file"), await stockOf(store, "scale")]).toEqual([0, -2]);
    expect(await availableOf(store, "scale")).toBe(true);
  });

  test("makes the product's page anew, and lists only when the last one goes", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [{ id: "mug", stock: 2 }]);
    const stamps = async () => [await store.stamp(["product:mug"]), await store.stamp(["collection:all"])];
    const take = (orderId: string) =>
      store.write((tx) => takeStock(tx, [{ variantId: "mug", quantity: 1 }], { orderId, at, newId: ids(orderId) }));

    const [product0, list0] = await stamps();
    await take("o1");
    const [product1, list1] = await stamps();
    expect(product1).not.toBe(product0);
    expect(list1).toBe(list0 as string);
    expect(await availableOf(store, "mug")).toBe(true);

    await take("o2");
    expect((await stamps())[1]).not.toBe(list1);
    expect(await availableOf(store, "mug")).toBe(false);

    const [, soldOut] = await stamps();
    await store.write((tx) => giveBack(tx, "o2", { cause: "canceled", at, newId: ids("b") }));
    expect((await stamps())[1]).not.toBe(soldOut);
    expect(await availableOf(store, "mug")).toBe(true);
  });

  test("sells ten of ten to two hundred who ask at once", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [
      { id: "mug", stock: 10 },
      { id: "pot", stock: 500 },
    ]);
    const orders = Array.from({ length: 200 }, (_, nth) => {
      const orderId = `o${nth}`;
      const wanted = [
        { variantId: nth % 2 === 0 ? "mug" : "pot", quantity: 1 },
        { variantId: nth % 2 === 0 ? "pot" : "mug", quantity: 1 },
      ];
      return store.write((tx) => takeStock(tx, wanted, { orderId, at, newId: ids(orderId) }));
    });
    const taken = await Promise.all(orders);
    expect(taken.filter((each) => each.ok).length).toBe(10);
    expect([await stockOf(store, "mug"), await stockOf(store, "pot")]).toEqual([0, 490]);
    expect((await movesOf(store)).length).toBe(20);
  });

  test("takes five statements at most, however many things are in the order", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const shelves = Array.from({ length: 50 }, (_, nth) => ({ id: `v${nth}`, stock: 5 }));
    await putShelves(store, shelves);
    const before = store.statements();
    const wanted = shelves.map(({ id }) => ({ variantId: id, quantity: 1 }));
    await store.write((tx) => takeStock(tx, wanted, { orderId: "o1", at, newId: ids() }));
    expect(store.statements() - before).toBeLessThanOrEqual(5);
  });
});

describe("giveBack", () => {
  test("puts back what the order took, and nothing the second time", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await putShelves(store, [
      { id: "mug", stock: 10 },
      { id: "file", stock: 0, tracked: false },
    ]);
    const wanted = [
      { variantId: "mug", quantity: 4 },
      { variantId: "file", quantity: 1 },
    ];
    const newId = ids();
    await store.write((tx) => takeStock(tx, wanted, { orderId: "o1", at, newId }));
    const back = () => store.write((tx) => giveBack(tx, "o1", { cause: "canceled", at, newId }));
    expect([await back(), await back()]).toEqual([4, 0]);
    expect(await stockOf(store, "mug")).toBe(10);
    expect((await movesOf(store)).map((move) => [move.change, move.cause])).toEqual([
      [-4, "placed"],
      [4, "canceled"],
    ]);
  });
});
