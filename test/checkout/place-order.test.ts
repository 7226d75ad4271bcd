import { eq } from "drizzle-orm";
import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { orderLines, orders, outbox, products, stockMoves, variants } from "#db/schema.ts";
import { loadOrder } from "#src/orders/store.ts";
import { toCents } from "#src/pricing/money.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld, type World } from "#test/support/world.ts";
import { buyer, odile, type Pressed } from "./buyer.ts";

const clock = testClock();
const mug = { title: "Mug", price: 2999, stock: 10 };

async function openWorld(world: World = { products: [mug] }) {
  const database = await freshDatabase();
  const { store } = database;
  await store.write((tx) => makeWorld(tx, world));
  return { store, [Symbol.asyncDispose]: database.close };
}

const orderIdOf = (pressed: Pressed) =>
  "placed" in pressed ? pressed.placed.orderId : JSON.stringify(pressed.refusal.why);
const whyOf = (pressed: Pressed) => ("refusal" in pressed ? pressed.refusal.why : "placed");

/** Everything that placing an order writes to. */
async function traces(store: Store) {
  const [{ stock } = { stock: 0 }] = await store.read
    .select({ stock: variants.stock })
    .from(variants)
    .where(eq(variants.id, "mug-0"));
  const counted = async (table: typeof orders | typeof orderLines | typeof outbox | typeof stockMoves) =>
    store.read.$count(table);
  return {
    stock,
    orders: await counted(orders),
    lines: await counted(orderLines),
    letters: await counted(outbox),
    moves: await counted(stockMoves),
  };
}

const untouched = { stock: 10, orders: 0, lines: 0, letters: 0, moves: 0 };

describe("placing an order", () => {
  test("stores what was shown, to the last cent", async () => {
    await using world = await openWorld({
      products: [mug, { title: "Jar", price: 950, stock: 5 }],
      tax: [{ country: "US", region: "NY", rate: 88_750 }],
    });
    const { store } = world;
    const ada = await buyer(store, clock, "cart-1");
    await ada.add("mug-0", 2);
    await ada.add("jar-0", 1);
    const seen = await ada.see();
    const pressed = await ada.press(seen);
    const order = await loadOrder(store.read, orderIdOf(pressed));
    const { totals } = seen.standing.quote;
    expect(order).toMatchObject({
      number: "P-1001",
      total: totals.total,
      tax: totals.tax,
      goods: totals.subtotal,
      shipping: 500,
      name: "Odile Bernard",
      paymentState: "unpaid",
      deliveryState: "unfulfilled",
      deliveryName: "Parcel",
      address: { street: "231 Warren Street", city: "Hudson", region: "NY", postcode: "12534", country: "US" },
      lines: [
        { title: "Mug", quantity: 2, unit: 2999, base: 5998 },
        { title: "Jar", quantity: 1, base: 950 },
      ],
    });
    const { steps, ...stored } = order?.totals ?? totals;
    const { steps: _none, ...shown } = totals;
    expect(stored).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(steps.at(-1)).toMatchObject({ kind: "total", amount: totals.total });
    expect(order?.events.map(({ what }) => what)).toEqual(["placed"]);
  });

  test("takes stock, writes one letter, and closes the cart", async () => {
    await using world = await openWorld();
    const ada = await buyer(world.store, clock, "cart-1");
    await ada.add("mug-0", 3);
    await ada.press(await ada.see());
    expect(await traces(world.store)).toEqual({ stock: 7, orders: 1, lines: 1, letters: 1, moves: 1 });
    const [letter] = await world.store.read.select().from(outbox);
    expect(letter).toMatchObject({ to: "odile@example.com", subject: "Order P-1001 at Test Shop", state: "waiting" });
    expect(letter?.text).toContain("Reference: P-1001");
  });

  test("asked again, by a double click or after Back, answers the same order and does nothing more", async () => {
    await using world = await openWorld();
    const ada = await buyer(world.store, clock, "cart-1");
    await ada.add("mug-0", 1);
    const seen = await ada.see();
    const pressed = await Promise.all(Array.from({ length: 20 }, () => ada.press(seen)));
    pressed.push(await ada.press(seen), await ada.press({ total: 1, shown: "" }));
    expect(new Set(pressed.map(orderIdOf)).size).toBe(1);
    expect(await traces(world.store)).toEqual({ stock: 9, orders: 1, lines: 1, letters: 1, moves: 1 });
  });

  test("refuses a total that was not shown, and nothing of it is saved", async () => {
    await using world = await openWorld();
    const ada = await buyer(world.store, clock, "cart-1");
    await ada.add("mug-0", 1);
    const { total, shown } = await ada.see();
    for (const tampered of [
      { total: 1, shown },
      { total, shown: "" },
      { total: total - 1, shown },
      { total: 0, shown: "x" },
    ]) {
      const pressed = await ada.press(tampered);
      expect(whyOf(pressed)).toBe("changed");
    }
    expect(await traces(world.store)).toEqual(untouched);
    expect(whyOf(await ada.press(await ada.see()))).toBe("placed");
  });

  test("refuses when a price has changed meanwhile, and takes the new one once it is confirmed", async () => {
    await using world = await openWorld();
    const { store } = world;
    const ada = await buyer(store, clock, "cart-1");
    await ada.add("mug-0", 2);
    const seen = await ada.see();
    await store.write((tx) =>
      tx
        .update(variants)
        .set({ price: toCents(3199) })
        .where(eq(variants.id, "mug-0")),
    );
    const pressed = await ada.press(seen);
    expect(pressed).toMatchObject({ refusal: { why: "changed", standing: { quote: { totals: { total: 6898 } } } } });
    expect(await traces(store)).toEqual(untouched);
    expect(whyOf(await ada.press(await ada.see()))).toBe("placed");
    expect(await store.read.select({ total: orders.total }).from(orders)).toEqual([{ total: toCents(6898) }]);
  });

  test("refuses what is not on the shelf any more, naming what is left", async () => {
    await using world = await openWorld();
    const [ada, bob] = [await buyer(world.store, clock, "cart-1"), await buyer(world.store, clock, "cart-2")];
    await ada.add("mug-0", 8);
    await bob.add("mug-0", 3);
    const seen = await bob.see();
    await ada.press(await ada.see());
    expect(await bob.press(seen)).toMatchObject({
      refusal: { why: "stock", short: [{ title: "Mug", wanted: 3, left: 2 }] },
    });
    expect(await traces(world.store)).toEqual({ stock: 2, orders: 1, lines: 1, letters: 1, moves: 1 });
  });

  test("refuses what is no longer sold", async () => {
    await using world = await openWorld();
    const ada = await buyer(world.store, clock, "cart-1");
    await ada.add("mug-0", 1);
    const seen = await ada.see();
    await world.store.write((tx) => tx.update(products).set({ status: "archived" }).where(eq(products.id, "mug")));
    expect(await ada.press(seen)).toMatchObject({ refusal: { why: "stock", short: [{ title: "Mug", left: 0 }] } });
    expect(await traces(world.store)).toEqual(untouched);
  });

  test("refuses a checkout that is not filled in, and says which step is missing", async () => {
    await using world = await openWorld();
    const cases = [
      [{ ...odile, email: "" }, "contact"],
      [{ ...odile, postcode: "" }, "contact"],
      [{ ...odile, ship: "" }, "delivery"],
      [{ ...odile, ship: "by-stork" }, "delivery"],
      [{ ...odile, ship: "pickup@nowhere" }, "delivery"],
      [{ ...odile, pay: "" }, "payment"],
      [{ ...odile, pay: "on_pickup" }, "payment"],
    ] as const;
    for (const [at, [draft, step]] of cases.entries()) {
      const someone = await buyer(world.store, clock, `cart-${at}`, draft);
      await someone.add("mug-0", 1);
      expect(await someone.press(await someone.see()), JSON.stringify(draft)).toEqual({
        refusal: { why: "step", step },
      });
    }
    const nobody = await buyer(world.store, clock, "no-cart");
    expect(await nobody.press({ total: 0, shown: "" })).toEqual({ refusal: { why: "empty" } });
    expect(await traces(world.store)).toEqual(untouched);
  });

  test("asks for no address where it is fetched, and taxes it where it is fetched", async () => {
    await using world = await openWorld({ products: [mug], tax: [{ country: "US", rate: 50_000 }] });
    const { email = "", name = "" } = odile;
    const ada = await buyer(world.store, clock, "cart-1", { email, name, ship: "pickup@mill", pay: "on_pickup" });
    await ada.add("mug-0", 1);
    const pressed = await ada.press(await ada.see());
    expect(await loadOrder(world.store.read, orderIdOf(pressed))).toMatchObject({
      deliveryType: "pickup",
      pickupPointId: "mill",
      address: { name: "The Old Mill", street: "14 Mill Street" },
      tax: 150,
      total: 3149,
      expiresAt: null,
    });
  });

  test("asks for no address and no delivery where all of it is digital", async () => {
    await using world = await openWorld({
      products: [{ title: "Pattern", price: 700, digital: true, tracked: false }],
    });
    const { email = "", name = "" } = odile;
    const ada = await buyer(world.store, clock, "cart-1", { email, name, pay: "transfer" });
    await ada.add("pattern-0", 1);
    const pressed = await ada.press(await ada.see());
    expect(await loadOrder(world.store.read, orderIdOf(pressed))).toMatchObject({
      deliveryType: "digital",
      deliveryState: "none_needed",
      address: null,
      total: 700,
    });
  });

  test("is paid at once where nothing is owed", async () => {
    await using world = await openWorld({ products: [{ title: "Sample", price: 0, stock: 5 }] });
    const ada = await buyer(world.store, clock, "cart-1", { ...odile, ship: "pickup@mill", pay: "" });
    await ada.add("sample-0", 1);
    const pressed = await ada.press(await ada.see());
    expect(pressed).toMatchObject({ placed: { payAhead: false } });
    expect(await loadOrder(world.store.read, orderIdOf(pressed))).toMatchObject({
      paymentState: "paid",
      total: 0,
      expiresAt: null,
    });
  });

  test("takes at most nine statements", async () => {
    await using world = await openWorld();
    const ada = await buyer(world.store, clock, "cart-1");
    await ada.add("mug-0", 1);
    const seen = await ada.see();
    const before = world.store.statements();
    await ada.press(seen);
    const taken = world.store.statements() - before - 1; // the settings are read by the test
    expect(taken).toBeLessThanOrEqual(9);
  });

  test("counts what it sells at once: of 200 who want the last ten, ten get one", async () => {
    await using world = await openWorld();
    const people = await Promise.all(Array.from({ length: 200 }, (_, at) => buyer(world.store, clock, `cart-${at}`)));
    await Promise.all(people.map((person) => person.add("mug-0", 1)));
    const seen = await Promise.all(people.map((person) => person.see()));
    const pressed = await Promise.all(people.map((person, at) => person.press(seen[at] ?? { total: 0, shown: "" })));
    const outcomes = Map.groupBy(pressed, whyOf);
    expect([outcomes.get("placed")?.length, outcomes.get("stock")?.length]).toEqual([10, 190]);
    expect(await traces(world.store)).toEqual({ stock: 0, orders: 10, lines: 10, letters: 10, moves: 10 });
    const numbers = (await world.store.read.select({ number: orders.number }).from(orders)).map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => `P-${1001 + at}`));
  }, 60_000);
});
