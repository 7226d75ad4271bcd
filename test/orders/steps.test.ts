import { eq } from "drizzle-orm";
import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { outbox, variants } from "#db/schema.ts";
import { cancelOrder } from "#src/orders/cancel-order.ts";
import { choosePayment } from "#src/orders/choose-payment.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { markShipped } from "#src/orders/mark-shipped.ts";
import { loadOrder } from "#src/orders/store.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";
import { actor, placeMugs, type OrderSpec } from "./an-order.ts";

const clock = testClock();

/** A shop with ten mugs, two of them in an order. */
async function shopWithOrder(spec: OrderSpec = {}) {
  const database = await freshDatabase();
  const { store } = database;
  await store.write((tx) => makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock: 10 }] }));
  const id = await store.write((tx) => placeMugs(tx, actor(clock), spec));
  return { store, id, close: database.close, [Symbol.asyncDispose]: database.close };
}

const mugs = async (store: Store) =>
  (await store.read.select({ stock: variants.stock }).from(variants).where(eq(variants.id, "mug-0")))[0]?.stock;
const letters = async (store: Store) =>
  (await store.read.select({ kind: outbox.kind }).from(outbox).orderBy(outbox.id)).map(({ kind }) => kind).toSorted();
const staff = () => actor(clock, "staff:1");
const stepsOf = async (store: Store, id: string) => (await loadOrder(store.read, id))?.events.map(({ what }) => what);

describe("an order", () => {
  test("is paid, leaves the house, and each step is told once", async () => {
    await using shop = await shopWithOrder();
    const { store, id } = shop;
    const paid = await store.write((tx) => markPaid(tx, staff(), { id, version: 1 }));
    expect(paid).toMatchObject({ ok: true, order: { paymentState: "paid", expiresAt: null, version: 2 } });
    const shipped = await store.write((tx) => markShipped(tx, staff(), { id, version: 2, tracking: "RR123" }));
    expect(shipped).toMatchObject({ ok: true, order: { deliveryState: "shipped", tracking: "RR123" } });

    const order = await loadOrder(store.read, id);
    expect(order).toMatchObject({ paymentState: "paid", deliveryState: "shipped", version: 3, number: "P-1001" });
    expect(order?.payments).toMatchObject([{ state: "paid", amount: 5998, provider: "transfer" }]);
    expect(order?.lines).toMatchObject([{ quantity: 2, shipped: 2 }]);
    expect(await stepsOf(store, id)).toEqual(["placed", "paid", "shipped"]);
    expect(await letters(store)).toEqual(["order_paid", "order_placed", "order_shipped"]);
  });

  test("takes a step only from the version that was looked at, so a second press changes nothing", async () => {
    await using shop = await shopWithOrder();
    const { store, id } = shop;
    const presses = await Promise.all(
      Array.from({ length: 8 }, () => store.write((tx) => markPaid(tx, staff(), { id, version: 1 }))),
    );
    expect(presses.filter((press) => press.ok)).toHaveLength(1);
    expect(presses.find((press) => !press.ok)).toMatchObject({ why: "changed" });
    expect((await loadOrder(store.read, id))?.payments).toHaveLength(1);
    expect(await letters(store)).toEqual(["order_paid", "order_placed"]);
  });

  test("does not leave unpaid, nor after it was canceled", async () => {
    await using shop = await shopWithOrder();
    const { store, id } = shop;
    const early = await store.write((tx) => markShipped(tx, staff(), { id, version: 1, tracking: "" }));
    expect(early).toMatchObject({ ok: false, why: "not_allowed" });
    await store.write((tx) => cancelOrder(tx, staff(), { id, version: 1 }));
    const late = await store.write((tx) => markShipped(tx, staff(), { id, version: 2, tracking: "" }));
    expect(late).toMatchObject({ ok: false, why: "not_allowed" });
    expect(await store.write((tx) => markPaid(tx, staff(), { id: "no-order", version: 1 }))).toMatchObject({
      why: "missing",
    });
  });

  test("gives its goods back when it is canceled, once", async () => {
    await using shop = await shopWithOrder();
    const { store, id } = shop;
    expect(await mugs(store)).toBe(8);
    const canceled = await store.write((tx) => cancelOrder(tx, actor(clock), { id, version: 1 }));
    expect(canceled).toMatchObject({ ok: true, order: { state: "canceled", paymentState: "voided" } });
    expect(await mugs(store)).toBe(10);
    expect(await store.write((tx) => cancelOrder(tx, actor(clock), { id, version: 2 }))).toMatchObject({ ok: false });
    expect(await mugs(store)).toBe(10);
    expect(await stepsOf(store, id)).toEqual(["placed", "canceled"]);
  });

  test("says that money must go back when it was paid before it was canceled", async () => {
    await using shop = await shopWithOrder();
    const { store, id } = shop;
    await store.write((tx) => markPaid(tx, staff(), { id, version: 1 }));
    await store.write((tx) => cancelOrder(tx, staff(), { id, version: 2 }));
    expect(await stepsOf(store, id)).toEqual(["placed", "paid", "canceled", "needs_attention"]);
    expect(await loadOrder(store.read, id)).toMatchObject({ state: "canceled", paymentState: "paid" });
  });

  test("can be paid another way, as long as that way fits how it comes", async () => {
    await using shop = await shopWithOrder({ method: "test_card" });
    const { store, id } = shop;
    const choose = (method: "on_pickup" | "on_delivery", version: number) =>
      store.write((tx) => choosePayment(tx, actor(clock), { id, version, method }));
    expect(await choose("on_pickup", 1)).toMatchObject({ ok: false, why: "not_allowed" });
    expect(await choose("on_delivery", 1)).toMatchObject({ ok: true, order: { expiresAt: null } });
    expect(await letters(store)).toEqual(["order_placed"]);
    const [letter] = await store.read.select().from(outbox);
    expect(letter?.text).toContain("You pay $59.98 when the parcel comes.");
    expect(letter?.nextAt).toEqual(clock.now());
  });

  test("keeps its number in order, and none is left out", async () => {
    await using shop = await shopWithOrder();
    const { store } = shop;
    const ids = ["order-2", "order-3", "order-4"];
    await Promise.all(
      ids.map((id, at) => store.write((tx) => placeMugs(tx, actor(clock, `guest-${at}`), { id, quantity: 1 }))),
    );
    const numbers = await Promise.all(ids.map(async (id) => (await loadOrder(store.read, id))?.number));
    expect(numbers.toSorted()).toEqual(["P-1002", "P-1003", "P-1004"]);
  });
});
