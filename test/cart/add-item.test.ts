import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Store } from "#db/open.ts";
import { carts, products, variants } from "#db/schema.ts";
import { addItem } from "#src/cart/add-item.ts";
import { loadCart } from "#src/cart/store.ts";
import type { Choice } from "#src/cart/wanted-store.ts";
import { toCents } from "#src/pricing/money.ts";
import { freshDatabase } from "#test/support/database.ts";
import { ids, putShelves } from "#test/inventory/shelves.ts";

const at = new Date("2026-11-22T09:41:00Z");
const newId = ids("line");

const add = (store: Store, variantId: string, quantity: number, cartId = "c1") =>
  store.write((tx) => addItem(tx, { cartId, choice: { variantId }, quantity, at, newId }));
const shop = async (...shelves: Parameters<typeof putShelves>[1]) => {
  const database = await freshDatabase();
  await putShelves(database.store, shelves);
  return database;
};

describe("addItem", () => {
  test("makes the cart, puts the thing in and answers the cart as it stands", async () => {
    await using database = await shop({ id: "mug", stock: 10 });
    const { store } = database;
    const added = await add(store, "mug", 2);
    expect(added).toMatchObject({
      ok: true,
      line: {
        variantId: "mug",
        quantity: 2,
        unit: 2999,
        seenPrice: 2999,
        title: "mug",
        sold: true,
        collections: ["all"],
      },
      cart: { id: "c1", count: 2, lines: [{ variantId: "mug" }] },
    });
    expect(await store.read.select({ count: carts.count }).from(carts)).toEqual([{ count: 2 }]);
    expect(await loadCart(store.read, "c1")).toMatchObject({ count: 2 });
  });

  test("adds to the line that is there, and takes four statements", async () => {
    await using database = await shop({ id: "mug", stock: 10 }, { id: "pot", stock: 10 });
    const { store } = database;
    await add(store, "mug", 2);
    await add(store, "pot", 1);
    const before = store.statements();
    const added = await add(store, "mug", 3);
    expect(store.statements() - before).toBe(4);
    expect(added).toMatchObject({
      cart: { count: 6, lines: [{ variantId: "mug", quantity: 5 }, { variantId: "pot" }] },
    });
  });

  test("refuses what the shelf does not hold, and saves nothing", async () => {
    await using database = await shop({ id: "mug", stock: 3 }, { id: "gone", stock: 0 });
    const { store } = database;
    expect(await add(store, "mug", 4)).toMatchObject({ ok: false, message: "Only 3 left. Choose 3 or fewer." });
    expect(await add(store, "gone", 1)).toMatchObject({ ok: false, message: "This is sold out." });
    expect(await store.read.select().from(carts)).toEqual([]);
    await add(store, "mug", 2);
    expect(await add(store, "mug", 2)).toMatchObject({
      message: "Only 3 left, and your cart holds 2 already. Choose 1.",
    });
    await add(store, "mug", 1);
    expect(await add(store, "mug", 1)).toMatchObject({ message: "Only 3 left, and your cart holds them already." });
    expect(await loadCart(store.read, "c1")).toMatchObject({ count: 3 });
  });

  test("keeps to what one order may take, and lets go below the shelf only on backorder", async () => {
    await using database = await shop({ id: "sample", stock: 50 }, { id: "scale", stock: 0, backorder: true });
    const { store } = database;
    await store.write((tx) => tx.update(variants).set({ maxPerOrder: 1 }).where(eq(variants.id, "sample")));
    expect(await add(store, "sample", 2)).toMatchObject({ message: "One order can take 1 at most. Choose 1." });
    expect(await add(store, "sample", 1)).toMatchObject({ ok: true });
    expect(await add(store, "sample", 1)).toMatchObject({
      message: "One order can take 1 at most, and your cart holds it already.",
    });
    expect(await add(store, "scale", 99)).toMatchObject({ ok: true });
  });

  test("finds the variant by its options", async () => {
    await using database = await shop({ id: "pot", stock: 5 });
    const { store } = database;
    await store.write((tx) =>
      tx.insert(variants).values({
        id: "pot-green",
        productId: "product-pot",
        position: 1,
        option1: "Bottle green",
        option2: "0.9 l",
        price: toCents(3999),
        stock: 1,
      }),
    );
    const choose = (choice: Choice) =>
      store.write((tx) => addItem(tx, { cartId: "c1", choice, quantity: 1, at, newId }));
    expect(await choose({ handle: "pot", options: ["Bottle green", "0.9 l", ""] })).toMatchObject({
      line: { variantId: "pot-green", options: "Bottle green, 0.9 l", unit: 3999 },
    });
    expect(await choose({ handle: "pot", options: ["Red", "", ""] })).toEqual({ ok: false, why: "unknown" });
    expect(await choose({ handle: "pot", options: ["", "", ""] })).toMatchObject({ line: { variantId: "pot" } });
  });

  test("knows no drafts, and says of archived things that they are not sold any more", async () => {
    await using database = await shop({ id: "draft", stock: 5 }, { id: "old", stock: 5 });
    const { store } = database;
    await store.write((tx) => tx.update(products).set({ status: "draft" }).where(eq(products.handle, "draft")));
    await store.write((tx) => tx.update(products).set({ status: "archived" }).where(eq(products.handle, "old")));
    expect(await add(store, "draft", 1)).toEqual({ ok: false, why: "unknown" });
    expect(await add(store, "nothing", 1)).toEqual({ ok: false, why: "unknown" });
    expect(await add(store, "old", 1)).toMatchObject({ message: "This is no longer sold." });
  });

  test("holds a hundred different things at most, and more of those", async () => {
    await using database = await shop(...Array.from({ length: 101 }, (_, nth) => ({ id: `v${nth}`, stock: 5 })));
    const { store } = database;
    for (let nth = 0; nth < 100; nth += 1) await add(store, `v${nth}`, 1);
    expect(await add(store, "v100", 1)).toMatchObject({ message: "A cart holds 100 different things at most." });
    expect(await add(store, "v0", 1)).toMatchObject({ ok: true, cart: { count: 101 } });
  });

  test("leaves a cart alone that has become an order", async () => {
    await using database = await shop({ id: "mug", stock: 5 });
    const { store } = database;
    await add(store, "mug", 1);
    await store.write((tx) => tx.update(carts).set({ state: "closed" }));
    expect(await add(store, "mug", 1)).toEqual({ ok: false, why: "closed" });
    expect(await loadCart(store.read, "c1")).toMatchObject({ count: 0, lines: [] });
    expect(await store.read.select({ count: carts.count }).from(carts)).toEqual([{ count: 1 }]);
  });

  test("is not refused for what an order of the same browser holds already", async () => {
    await using database = await shop({ id: "mug", stock: 5 });
    const { store } = database;
    await add(store, "mug", 4);
    await store.write((tx) => tx.update(carts).set({ state: "closed" }));
    expect(await add(store, "mug", 2)).toEqual({ ok: false, why: "closed" });
    expect(await add(store, "mug", 2, "c2")).toMatchObject({ ok: true, cart: { count: 2 } });
    expect(await add(store, "mug", 6)).toMatchObject({ message: "Only 5 left. Choose 5 or fewer." });
  });

  test("never holds more than the shelf, however many tabs add at once", async () => {
    await using database = await shop({ id: "mug", stock: 3 });
    const { store } = database;
    await Promise.all(Array.from({ length: 12 }, () => add(store, "mug", 1)));
    const cart = await loadCart(store.read, "c1");
    expect(cart.count).toBe(3);
    expect(await store.read.select({ count: carts.count }).from(carts)).toEqual([{ count: 3 }]);
  });
});
