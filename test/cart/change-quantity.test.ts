import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { carts, variants } from "#db/schema.ts";
import { addItem } from "#src/cart/add-item.ts";
import { newsOf } from "#src/cart/cart.ts";
import { changeQuantity, type LineChange } from "#src/cart/change-quantity.ts";
import { putBack } from "#src/cart/restore-line.ts";
import { loadCart } from "#src/cart/store.ts";
import { toCents } from "#src/pricing/money.ts";
import { freshDatabase } from "#test/support/database.ts";
import { ids, putShelves } from "#test/inventory/shelves.ts";

const at = new Date("2026-11-22T09:41:00Z");

/** A cart "c1" with `quantity` mugs of `stock`, and one pot. */
async function cartWith(quantity: number, stock = 10) {
  const database = await freshDatabase();
  const { store } = database;
  await putShelves(store, [
    { id: "mug", stock },
    { id: "pot", stock: 10 },
  ]);
  const newId = ids("line");
  const put = (variantId: string, units: number) =>
    store.write((tx) => addItem(tx, { cartId: "c1", choice: { variantId }, quantity: units, at, newId }));
  await put("mug", quantity);
  await put("pot", 1);
  const lineId = (await loadCart(store.read, "c1")).lines.find((line) => line.variantId === "mug")?.id ?? "";
  const change = (asked: LineChange, cartId = "c1") =>
    store.write((tx) => changeQuantity(tx, { cartId, lineId, change: asked, at }));
  return { store, change, lineId, [Symbol.asyncDispose]: () => database.close() };
}

const counted = async (store: Store) => (await store.read.select({ count: carts.count }).from(carts))[0]?.count;

describe("changeQuantity", () => {
  test("sets, adds one, takes one, and keeps the count", async () => {
    await using cart = await cartWith(1);
    const steps: [LineChange, number][] = [
      [5, 5],
      ["inc", 6],
      ["dec", 5],
      [1, 1],
    ];
    for (const [asked, quantity] of steps) {
      const changed = await cart.change(asked);
      expect(changed).toMatchObject({
        ok: true,
        cart: { count: quantity + 1, lines: [{ quantity }, { quantity: 1 }] },
      });
      expect(await counted(cart.store)).toBe(quantity + 1);
    }
  });

  test("takes three statements", async () => {
    await using cart = await cartWith(1);
    const before = cart.store.statements();
    await cart.change(2);
    expect(cart.store.statements() - before).toBe(3);
  });

  test("refuses more than there are, beside the line, and changes nothing", async () => {
    await using cart = await cartWith(3, 3);
    for (const asked of [4, 99, "inc"] as const) {
      expect(await cart.change(asked)).toMatchObject({
        ok: false,
        lineId: cart.lineId,
        message: "Only 3 left. Choose 3 or fewer.",
        cart: { count: 4 },
      });
    }
    expect(await counted(cart.store)).toBe(4);
  });

  test("always lets one go down, also when the shelf has less by now", async () => {
    await using cart = await cartWith(5, 5);
    await cart.store.write((tx) => tx.update(variants).set({ stock: 2 }));
    const changed = await cart.change("dec");
    expect(changed).toMatchObject({ ok: true, cart: { lines: [{ quantity: 4 }, { quantity: 1 }] } });
    const [line] = changed.cart.lines;
    expect(line && newsOf(line)).toEqual({ what: "short", message: "Only 2 left. Choose 2 or fewer." });
  });

  test("takes out, also by taking the last one, and puts back with the quantity it had", async () => {
    await using cart = await cartWith(2);
    const out = await cart.change("remove");
    expect(out).toMatchObject({ ok: true, removed: cart.lineId, cart: { count: 1, lines: [{ variantId: "pot" }] } });
    expect(out.cart.removed).toMatchObject([{ id: cart.lineId, quantity: 2 }]);
    expect(await cart.change("inc")).toMatchObject({ ok: false, message: "That has left the cart already." });

    const back = await cart.store.write((tx) => putBack(tx, "c1", cart.lineId, at));
    expect(back).toMatchObject({ count: 3, removed: [], lines: [{ quantity: 2 }, { quantity: 1 }] });
    await cart.change("dec");
    expect(await cart.change("dec")).toMatchObject({ ok: true, removed: cart.lineId, cart: { count: 1 } });
    expect(await counted(cart.store)).toBe(1);
  });

  test("touches no line of another cart, and none of an order", async () => {
    await using cart = await cartWith(2);
    expect(await cart.change(9, "c2")).toMatchObject({ ok: false, cart: { lines: [] } });
    await cart.store.write((tx) => putBack(tx, "c2", cart.lineId, at));
    expect(await loadCart(cart.store.read, "c1")).toMatchObject({ count: 3 });
    await cart.store.write((tx) => tx.update(carts).set({ state: "closed" }));
    expect(await cart.change(9)).toMatchObject({ ok: false });
    expect(await counted(cart.store)).toBe(3);
  });

  test("says when a price has changed since, and whether it went down", async () => {
    await using cart = await cartWith(1);
    const news = async (price: number) => {
      await cart.store.write((tx) => tx.update(variants).set({ price: toCents(price) }));
      const [line] = (await loadCart(cart.store.read, "c1")).lines;
      return line && newsOf(line);
    };
    expect(await news(2999)).toBeUndefined();
    expect(await news(1999)).toEqual({ what: "price", was: toCents(2999), cheaper: true });
    expect(await news(3999)).toEqual({ what: "price", was: toCents(2999), cheaper: false });
  });
});
