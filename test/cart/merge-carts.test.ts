import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Store } from "#db/open.ts";
import { carts } from "#db/schema.ts";
import { addItem } from "#src/cart/add-item.ts";
import { changeQuantity } from "#src/cart/change-quantity.ts";
import { mergeCarts, mergedInWords } from "#src/cart/merge-carts.ts";
import { keepCode, keepPlace } from "#src/cart/place-store.ts";
import { loadCart, sweepCarts } from "#src/cart/store.ts";
import { unmerge } from "#src/cart/unmerge.ts";
import { freshDatabase } from "#test/support/database.ts";
import { ids, putShelves } from "#test/inventory/shelves.ts";

const at = new Date("2026-11-22T09:41:00Z");
const later = new Date("2026-11-22T10:00:00Z");
const newId = ids("line");

async function shop() {
  const database = await freshDatabase();
  await putShelves(
    database.store,
    ["mug", "pot", "jam"].map((id) => ({ id, stock: 50 })),
  );
  return database;
}
const put = (store: Store, cartId: string, variantId: string, quantity: number, when = at) =>
  store.write((tx) => addItem(tx, { cartId, choice: { variantId }, quantity, at: when, newId }));
const owned = (store: Store, cartId: string, customerId: string) =>
  store.write((tx) => tx.update(carts).set({ customerId }).where(eq(carts.id, cartId)));
const merge = (store: Store, guestCartId: string | undefined, into: string) =>
  store.write((tx) => mergeCarts(tx, { guestCartId, into, customerId: "anna", at: later, newId }));
const held = async (store: Store, cartId: string) => {
  const cart = await loadCart(store.read, cartId);
  return Object.fromEntries(cart.lines.map((line) => [line.variantId, line.quantity]));
};

describe("mergeCarts", () => {
  test("keeps the larger quantity of each thing, under a fresh name", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "old", "mug", 3);
    await put(store, "old", "jam", 1);
    await owned(store, "old", "anna");
    await put(store, "guest", "mug", 1, later);
    await put(store, "guest", "pot", 2, later);

    const merged = await merge(store, "guest", "fresh");
    expect(merged).toEqual({ count: 6, brought: 1, raised: 1, undoable: true });
    expect(mergedInWords(merged)).toBe(
      "One thing from your last visit is in your cart again. There is more of one thing, as many as on your last visit.",
    );
    expect(await held(store, "fresh")).toEqual({ mug: 3, pot: 2, jam: 1 });
    expect(await loadCart(store.read, "fresh")).toMatchObject({ customerId: "anna", count: 6 });
    expect(await held(store, "guest")).toEqual({});
    expect(await store.read.select({ id: carts.id, count: carts.count }).from(carts)).toEqual([
      { id: "fresh", count: 6 },
    ]);
  });

  test("keeps the guest's own cart, code and place where there is nothing else", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "guest", "mug", 1);
    await store.write(async (tx) => {
      await keepCode(tx, "guest", "STAFF50");
      await keepPlace(tx, "guest", { country: "US", region: "WI", postcode: "54699" }, null);
    });
    expect(mergedInWords(await merge(store, "guest", "guest"))).toBeUndefined();
    expect(await loadCart(store.read, "guest")).toMatchObject({
      customerId: "anna",
      codeKey: "STAFF50",
      place: { country: "US", region: "WI", postcode: "54699" },
      count: 1,
    });
  });

  test("brings the customer's cart to a browser that had none", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "old", "mug", 3);
    await put(store, "old", "jam", 1);
    await owned(store, "old", "anna");
    const merged = await merge(store, undefined, "fresh");
    expect(mergedInWords(merged)).toBe("2 things from your last visit are in your cart again.");
    expect(await held(store, "fresh")).toEqual({ mug: 3, jam: 1 });
    expect(await merge(store, "nowhere", "other")).toEqual({ count: 4, brought: 2, raised: 0, undoable: false });
  });

  test("brings back nothing that was taken out, and nothing of other people or of orders", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "guest", "mug", 3);
    await put(store, "guest", "jam", 1);
    const jam = (await loadCart(store.read, "guest")).lines.find((line) => line.variantId === "jam")?.id ?? "";
    await store.write((tx) => changeQuantity(tx, { cartId: "guest", lineId: jam, change: "remove", at }));
    await put(store, "other", "pot", 1);
    await owned(store, "other", "ben");
    expect(await merge(store, "other", "nobody's")).toEqual({ count: 0, brought: 0, raised: 0, undoable: false });
    await put(store, "ordered", "pot", 1);
    await owned(store, "ordered", "anna");
    await store.write((tx) => tx.update(carts).set({ state: "closed" }).where(eq(carts.id, "ordered")));

    expect(await merge(store, "guest", "fresh")).toEqual({ count: 3, brought: 0, raised: 0, undoable: false });
    expect(await held(store, "fresh")).toEqual({ mug: 3 });
    expect(await held(store, "other")).toEqual({ pot: 1 });
  });

  test("writes nothing where there are no carts", async () => {
    await using database = await shop();
    expect(await merge(database.store, "guest", "fresh")).toEqual({ count: 0, brought: 0, raised: 0, undoable: false });
    expect(await database.store.read.select().from(carts)).toEqual([]);
  });
});

describe("unmerge", () => {
  test("makes the cart what it was, leaves what came since, and does so once", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "old", "mug", 3);
    await put(store, "old", "jam", 1);
    await owned(store, "old", "anna");
    await put(store, "guest", "mug", 1, later);
    await merge(store, "guest", "fresh");
    await put(store, "fresh", "pot", 2, later);
    const undo = () => store.write((tx) => unmerge(tx, "fresh", later));
    const cart = await undo();
    expect(await held(store, "fresh")).toEqual({ mug: 1, pot: 2 });
    expect([cart.count, cart.merged, cart.removed.map((line) => line.variantId)]).toEqual([3, null, ["jam"]]);
    await put(store, "fresh", "mug", 4, later);
    await undo();
    expect(await held(store, "fresh")).toEqual({ mug: 5, pot: 2 });
  });

  test("does nothing in a cart that is unknown, or of which nothing was merged", async () => {
    await using database = await shop();
    const { store } = database;
    await put(store, "guest", "mug", 1);
    expect((await store.write((tx) => unmerge(tx, "guest", later))).count).toBe(1);
    expect((await store.write((tx) => unmerge(tx, "nowhere", later))).count).toBe(0);
  });
});

test("carts are kept for thirty days after they were touched last, those of orders for ever", async () => {
  await using database = await shop();
  const { store } = database;
  await put(store, "stale", "mug", 1);
  await put(store, "fresh", "mug", 1, later);
  await put(store, "ordered", "mug", 1);
  await store.write((tx) => tx.update(carts).set({ state: "closed" }).where(eq(carts.id, "ordered")));
  await store.write((tx) => sweepCarts(tx, new Date(at.getTime() + 30 * 86_400_000 + 1)));
  const left = await store.read.select({ id: carts.id }).from(carts).orderBy(carts.id);
  expect(left.map((cart) => cart.id)).toEqual(["fresh", "ordered"]);
});
