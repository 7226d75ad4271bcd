import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { carts, promotionCodes, promotions } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";
import { fillCart, openSmallShop, reachPayment } from "./small-shop.ts";
import { buyer, odile } from "./buyer.ts";

describe("how many statements an order takes", () => {
  test("at most nine for the whole request, who is asking and the shop's settings included", async () => {
    await using shop = await openSmallShop({ products: [{ title: "Mug", price: 2999, stock: 10 }] });
    const { store } = shop.deps;
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await reachPayment(visitor);
    const before = store.statements();
    expect((await visitor.post("/checkout/place", { ...page, pay: "transfer" })).status).toBe(303);
    expect(store.statements() - before).toBeLessThanOrEqual(9);
  });

  test("and twelve for the order alone where it uses a code", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const clock = testClock();
    await store.write(async (tx) => {
      await makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock: 10 }] });
      const effect = { kind: "percent", off: "order", rate: 500_000 } as const;
      await tx.insert(promotions).values({ id: "p", name: "Half", effect, conditions: {}, coded: true });
      await tx.insert(promotionCodes).values({ key: "HALF", promotionId: "p" });
      await bump(tx, ["promotions"]);
    });
    const person = await buyer(store, clock, "cart-1", odile);
    await person.add("mug-0", 1);
    await store.write((tx) => tx.update(carts).set({ codeKey: "HALF" }).where(eq(carts.id, "cart-1")));
    const seen = await person.see();
    const before = store.statements();
    await person.press(seen);
    expect(store.statements() - before - 1).toBeLessThanOrEqual(12);
  });
});
