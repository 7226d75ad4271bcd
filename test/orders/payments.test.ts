import { eq } from "drizzle-orm";
import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { outbox, paymentEvents, variants } from "#db/schema.ts";
import type { Deps } from "#src/deps.ts";
import { beginPayment } from "#src/orders/begin-payment.ts";
import { cancelOrder } from "#src/orders/cancel-order.ts";
import { expireOrders } from "#src/orders/expire-orders.ts";
import { recordPayment } from "#src/orders/record-payment.ts";
import { settlePayments } from "#src/orders/settle-payments.ts";
import { loadOrder } from "#src/orders/store.ts";
import type { Outcome } from "#src/payments/payment.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";
import { actor, placeMugs } from "./an-order.ts";

const minute = 60_000;
const paid: Outcome = { state: "paid", reference: "test-4242", last4: "4242" };
const declined: Outcome = { state: "declined", reference: "test-0002", last4: "0002", why: "The bank declined." };
const waiting: Outcome = { state: "waiting", reference: "test-3220", last4: "3220" };

/** A shop with ten mugs, two of them in an order to be paid by test card. */
async function shopWithCardOrder() {
  const database = await freshDatabase();
  const { store } = database;
  const clock = testClock();
  await store.write((tx) => makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock: 10 }] }));
  const id = await store.write((tx) => placeMugs(tx, actor(clock), { method: "test_card" }));
  const { shop, newId, linkKey, url } = actor(clock);
  const keys = { orderLink: linkKey, session: linkKey, newsletter: linkKey };
  const deps = { store, now: clock.now, newId, keys, config: { url }, shop: { read: async () => shop } } as Deps;
  const begin = () => store.write((tx) => beginPayment(tx, actor(clock), id));
  const record = (key: string, outcome: Outcome) =>
    store.write((tx) => recordPayment(tx, actor(clock, "provider"), { orderId: id, key, outcome }));
  const load = async () => {
    const order = await loadOrder(store.read, id);
    if (!order) throw new Error("the order is gone");
    return order;
  };
  const close = database.close;
  return { store, clock, id, deps, begin, record, load, close, [Symbol.asyncDispose]: close };
}

type Shop = Awaited<ReturnType<typeof shopWithCardOrder>>;

const mugs = async (store: Store) =>
  (await store.read.select({ stock: variants.stock }).from(variants).where(eq(variants.id, "mug-0")))[0]?.stock;
const letters = async ({ store }: Shop) =>
  (await store.read.select({ kind: outbox.kind, text: outbox.text }).from(outbox)).toSorted((a, b) =>
    a.kind < b.kind ? -1 : 1,
  );
const steps = async (shop: Shop) => (await shop.load()).events.map(({ what }) => what);

async function begun(shop: Shop): Promise<string> {
  const begun = await shop.begin();
  if (!begun.ok) throw new Error("it cannot be paid");
  return begun.key;
}

describe("a payment", () => {
  test("is written down before anybody is asked for money, and makes the order paid", async () => {
    await using shop = await shopWithCardOrder();
    const key = await begun(shop);
    expect(await shop.load()).toMatchObject({ paymentState: "pending", payments: [{ state: "begun", amount: 5998 }] });
    await shop.record(key, paid);
    const order = await shop.load();
    expect(order).toMatchObject({ paymentState: "paid", expiresAt: null, payments: [{ state: "paid" }] });
    expect(await steps(shop)).toEqual(["placed", "paid"]);
    expect(order.events.at(-1)?.detail).toEqual({ by: "test_card", card: "4242" });
  });

  test("makes one letter of two when it is paid at once: the receipt", async () => {
    await using shop = await shopWithCardOrder();
    await shop.record(await begun(shop), paid);
    const sent = await letters(shop);
    expect(sent.map(({ kind }) => kind)).toEqual(["order_placed"]);
    expect(sent[0]?.text).toContain("Paid by test card ending 4242.");
  });

  test("counts once, however often and by whomever it is told", async () => {
    await using shop = await shopWithCardOrder();
    const key = await begun(shop);
    await Promise.all(Array.from({ length: 20 }, () => shop.record(key, paid)));
    expect(await steps(shop)).toEqual(["placed", "paid"]);
    expect((await shop.load()).payments).toHaveLength(1);
  });

  test("that is begun twice at once is one charge", async () => {
    await using shop = await shopWithCardOrder();
    const keys = new Set(await Promise.all(Array.from({ length: 5 }, () => begun(shop))));
    expect([...keys]).toEqual(["order-1:1"]);
    await shop.record("order-1:1", paid);
    expect(await shop.begin()).toEqual({ ok: false });
  });

  test("that is declined leaves the order open for another try, with a key of its own", async () => {
    await using shop = await shopWithCardOrder();
    await shop.record(await begun(shop), declined);
    expect(await shop.load()).toMatchObject({ state: "placed", paymentState: "failed" });
    expect(await mugs(shop.store)).toBe(8);
    const again = await begun(shop);
    expect(again).toBe("order-1:2");
    await shop.record(again, paid);
    expect(await shop.load()).toMatchObject({ paymentState: "paid" });
    expect(await steps(shop)).toEqual(["placed", "payment_failed", "paid"]);
  });

  test("that waits for a bank is asked after until it ends, and not begun again meanwhile", async () => {
    await using shop = await shopWithCardOrder();
    await shop.record(await begun(shop), waiting);
    expect(await shop.load()).toMatchObject({ paymentState: "pending", payments: [{ reference: "test-3220" }] });
    expect(await shop.begin()).toEqual({ ok: false });
    expect(await settlePayments(shop.deps)).toBe(0);
    shop.clock.forward(7000);
    expect(await settlePayments(shop.deps)).toBe(1);
    expect(await settlePayments(shop.deps)).toBe(0);
    expect(await shop.load()).toMatchObject({ paymentState: "paid" });
    expect(await shop.store.read.select().from(paymentEvents)).toHaveLength(1);
  });

  test("of which we never heard, because we died while asking, ends too", async () => {
    await using shop = await shopWithCardOrder();
    await begun(shop);
    shop.clock.forward(59_000);
    expect(await settlePayments(shop.deps)).toBe(0);
    shop.clock.forward(1000);
    expect(await settlePayments(shop.deps)).toBe(1);
    expect(await shop.load()).toMatchObject({ paymentState: "failed" });
  });
});

describe("an order that nobody pays", () => {
  test("gives its goods back after half an hour, and not before", async () => {
    await using shop = await shopWithCardOrder();
    shop.clock.forward(30 * minute - 1);
    expect(await expireOrders(shop.deps)).toBe(0);
    shop.clock.forward(1);
    expect(await expireOrders(shop.deps)).toBe(1);
    expect(await expireOrders(shop.deps)).toBe(0);
    expect(await shop.load()).toMatchObject({ state: "canceled", paymentState: "voided", expiresAt: null });
    expect(await mugs(shop.store)).toBe(10);
    expect(await steps(shop)).toEqual(["placed", "expired"]);
  });

  test("keeps them when it was paid", async () => {
    await using shop = await shopWithCardOrder();
    await shop.record(await begun(shop), paid);
    shop.clock.forward(60 * minute);
    expect(await expireOrders(shop.deps)).toBe(0);
    expect(await mugs(shop.store)).toBe(8);
  });

  test("waits for a transfer as many days as the shop says, and for money on delivery without end", async () => {
    await using shop = await shopWithCardOrder();
    await shop.record(await begun(shop), paid);
    const orders = [
      { id: "by-transfer", method: "transfer", quantity: 1 },
      { id: "on-delivery", method: "on_delivery", quantity: 1 },
    ] as const;
    for (const order of orders) await shop.store.write((tx) => placeMugs(tx, actor(shop.clock), order));
    shop.clock.forward(7 * 24 * 60 * minute - 1);
    expect(await expireOrders(shop.deps)).toBe(0);
    shop.clock.forward(365 * 24 * 60 * minute);
    expect(await expireOrders(shop.deps)).toBe(1);
    expect(await loadOrder(shop.store.read, "by-transfer")).toMatchObject({ state: "canceled" });
    expect(await loadOrder(shop.store.read, "on-delivery")).toMatchObject({ state: "placed" });
  });
});

describe("money that comes too late", () => {
  test("takes the goods again when they are still there", async () => {
    await using shop = await shopWithCardOrder();
    const key = await begun(shop);
    await shop.record(key, waiting);
    shop.clock.forward(31 * minute);
    expect(await expireOrders(shop.deps)).toBe(1);
    expect(await mugs(shop.store)).toBe(10);
    await shop.record(key, paid);
    expect(await shop.load()).toMatchObject({ state: "placed", paymentState: "paid" });
    expect(await mugs(shop.store)).toBe(8);
    expect(await steps(shop)).toEqual(["placed", "expired", "paid", "retaken"]);
  });

  test("is kept and needs somebody's attention when the goods are gone", async () => {
    await using shop = await shopWithCardOrder();
    const key = await begun(shop);
    await shop.record(key, waiting);
    shop.clock.forward(31 * minute);
    await expireOrders(shop.deps);
    await shop.store.write((tx) => placeMugs(tx, actor(shop.clock), { id: "order-2", quantity: 9 }));
    await shop.record(key, paid);
    expect(await shop.load()).toMatchObject({ state: "canceled", paymentState: "paid" });
    expect(await mugs(shop.store)).toBe(1);
    expect(await steps(shop)).toEqual(["placed", "expired", "paid", "needs_attention"]);
  });

  test("does not bring an order back that somebody canceled", async () => {
    await using shop = await shopWithCardOrder();
    const key = await begun(shop);
    await shop.record(key, declined);
    const { version } = await shop.load();
    await shop.store.write((tx) => cancelOrder(tx, actor(shop.clock), { id: shop.id, version }));
    await shop.record(key, paid); // the bank has changed its mind
    expect(await shop.load()).toMatchObject({ state: "canceled", paymentState: "paid" });
    expect(await steps(shop)).toEqual(["placed", "payment_failed", "canceled", "paid", "needs_attention"]);
  });
});
