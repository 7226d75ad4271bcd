import { eq } from "drizzle-orm";
import { describe, expect, test } from "bun:test";
import type { Store } from "#db/open.ts";
import { carts, orders, promotionCodes, promotions, promotionUses } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { cancelOrder } from "#src/orders/cancel-order.ts";
import { loadOrder } from "#src/orders/store.ts";
import type { PromotionConditions, PromotionEffect } from "#src/promotions/promotion.ts";
import { actor } from "#test/orders/an-order.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";
import { buyer, odile, type Pressed } from "./buyer.ts";

const clock = testClock();
const half: PromotionEffect = { kind: "percent", off: "order", rate: 500_000 };

type Offer = { useLimit?: number; customerLimit?: number; coded?: boolean; conditions?: PromotionConditions };

/** A shop with a hundred mugs at 29.99 and one promotion: half off the order. */
async function shopWithOffer({ useLimit, customerLimit, coded = true, conditions = {} }: Offer = {}) {
  const database = await freshDatabase();
  const { store } = database;
  await store.write(async (tx) => {
    await makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock: 100 }] });
    const limits = { useLimit: useLimit ?? null, customerLimit: customerLimit ?? null };
    await tx.insert(promotions).values({ id: "staff", name: "Staff", effect: half, conditions, coded, ...limits });
    if (coded) await tx.insert(promotionCodes).values({ key: "STAFF50", promotionId: "staff" });
    await bump(tx, ["promotions"]);
  });

  async function someone(cartId: string, { email = "odile@example.com", code = coded } = {}) {
    const person = await buyer(store, clock, cartId, { ...odile, email, ship: "pickup@mill" });
    await person.add("mug-0", 1);
    if (code) await store.write((tx) => tx.update(carts).set({ codeKey: "STAFF50" }).where(eq(carts.id, cartId)));
    return person;
  }
  return { store, someone, [Symbol.asyncDispose]: database.close };
}

const whyOf = (pressed: Pressed) => ("refusal" in pressed ? pressed.refusal.why : "placed");
const totals = async (store: Store) =>
  (await store.read.select({ total: orders.total }).from(orders))
    .map(({ total }) => Number(total))
    .toSorted((a, b) => a - b);

describe("a promotion", () => {
  test("takes off what was shown, and is counted", async () => {
    await using shop = await shopWithOffer();
    const ada = await shop.someone("cart-1");
    await ada.press(await ada.see());
    expect(await totals(shop.store)).toEqual([1500]);
    expect(await shop.store.read.select({ used: promotions.used }).from(promotions)).toEqual([{ used: 1 }]);
    expect(await shop.store.read.select().from(promotionUses)).toMatchObject([{ codeKey: "STAFF50", nth: 1 }]);
  });

  test("with one use left goes to one of fifty who want it at once; the others are offered the full price", async () => {
    await using shop = await shopWithOffer({ useLimit: 1 });
    const names = Array.from({ length: 50 }, (_, at) => at);
    const people = await Promise.all(names.map((at) => shop.someone(`cart-${at}`, { email: `p${at}@example.com` })));
    const seen = await Promise.all(people.map((person) => person.see()));
    expect(seen.every(({ total }) => total === 1500)).toBeTrue();
    const pressed = await Promise.all(people.map((person, at) => person.press(seen[at] ?? { total: 0, shown: "" })));
    expect(pressed.filter((each) => whyOf(each) === "placed")).toHaveLength(1);
    expect(await totals(shop.store)).toEqual([1500]);
    for (const each of pressed) {
      if (!("refusal" in each)) continue;
      const { refusal } = each;
      expect(["promotion", "changed"]).toContain(refusal.why);
      expect(refusal).toMatchObject({ standing: { quote: { totals: { total: 2999 } } } });
    }
    const again = await Promise.all(people.map(async (person) => person.press(await person.see())));
    expect(again.every((each) => whyOf(each) === "placed")).toBeTrue();
    expect(await totals(shop.store)).toEqual([1500, ...Array.from({ length: 49 }, () => 2999)]);
  }, 60_000);

  test("once for each customer is once, also when they press in twenty windows at once", async () => {
    await using shop = await shopWithOffer({ customerLimit: 1 });
    const carts = await Promise.all(Array.from({ length: 20 }, (_, at) => shop.someone(`cart-${at}`)));
    const seen = await Promise.all(carts.map((cart) => cart.see()));
    await Promise.all(carts.map((cart, at) => cart.press(seen[at] ?? { total: 0, shown: "" })));
    expect(await totals(shop.store)).toEqual([1500]);
  }, 60_000);

  test("without a code is counted as well, and used up it is gone from the price", async () => {
    await using shop = await shopWithOffer({ coded: false, useLimit: 1 });
    const [ada, bob] = [await shop.someone("cart-1"), await shop.someone("cart-2")];
    const [first, second] = [await ada.see(), await bob.see()];
    expect([first.total, second.total]).toEqual([1500, 1500]);
    expect(whyOf(await ada.press(first))).toBe("placed");
    const late = await bob.press(second);
    expect(late).toMatchObject({ refusal: { standing: { quote: { totals: { total: 2999 } } } } });
    expect(whyOf(await bob.press(await bob.see()))).toBe("placed");
    expect(await totals(shop.store)).toEqual([1500, 2999]);
  });

  test("for a first order is not for somebody who ordered before", async () => {
    await using shop = await shopWithOffer({ conditions: { firstOrder: true } });
    const first = await shop.someone("cart-1");
    await first.press(await first.see());
    const second = await shop.someone("cart-2");
    expect((await second.see()).total).toBe(2999);
    const other = await shop.someone("cart-3", { email: "new@example.com" });
    expect((await other.see()).total).toBe(1500);
  });

  test("may be used again by others once its order is canceled", async () => {
    await using shop = await shopWithOffer({ useLimit: 1 });
    const ada = await shop.someone("cart-1");
    const pressed = await ada.press(await ada.see());
    const id = "placed" in pressed ? pressed.placed.orderId : "";
    const bob = await shop.someone("cart-2", { email: "bob@example.com" });
    expect((await bob.see()).total).toBe(2999);
    const order = await loadOrder(shop.store.read, id);
    await shop.store.write((tx) => cancelOrder(tx, actor(clock), { id, version: order?.version ?? 0 }));
    expect((await bob.see()).total).toBe(1500);
  });
});
