import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import { orders } from "#db/schema.ts";
import { fillCart, openSmallShop, reachPayment, type SmallShop } from "./small-shop.ts";

// T08: another program keeps the database while somebody orders: the file on SQLite, the goods' row on PostgreSQL.

async function lock({ deps }: SmallShop): Promise<() => Promise<void>> {
  const { url } = deps.store;
  if (!isPostgres) {
    const other = new Database(url.replace(/^sqlite:/, ""));
    other.run("BEGIN IMMEDIATE");
    return async () => {
      other.run("ROLLBACK");
      other.close();
    };
  }
  const other = new Bun.SQL({ url, max: 1, onclose: () => {} });
  const held = await other.reserve();
  await held.unsafe("begin");
  await held.unsafe("select 1 from variants where id = 'mug-0' for update");
  return async () => {
    await held.unsafe("rollback");
    held.release();
    await other.close();
  };
}

/** Somebody presses the button while the database is held for so long. */
async function pressed(seconds: number) {
  const shop = await openSmallShop({ products: [{ title: "Mug", price: 2999, stock: 10 }] });
  const visitor = shop.visitor();
  await fillCart(visitor);
  const page = await reachPayment(visitor);
  const form = { ...page, pay: "transfer" };
  const press = () => visitor.post("/checkout/place", form);
  const unlock = await lock(shop);
  const began = performance.now();
  const over = Bun.sleep(seconds * 1000).then(unlock);
  const answer = await press();
  return { shop, visitor, form, press, answer, took: performance.now() - began, over };
}

describe("the database is held by another program", () => {
  test.each([1, 4])(
    "for %d s: the order waits, and is placed",
    async (seconds) => {
      const { shop, answer, over } = await pressed(seconds);
      await over;
      expect([answer.status, await shop.deps.store.read.$count(orders)]).toEqual([303, 1]);
      await shop[Symbol.asyncDispose]();
    },
    30_000,
  );

  test("for 10 s: 503 within 5.5 s, nothing is ordered or lost, and the same button works afterwards", async () => {
    const { shop, visitor, form, press, answer, took, over } = await pressed(10);
    expect([answer.status, Number(answer.headers.get("Retry-After")) > 0, took < 5500]).toEqual([503, true, true]);
    expect(await answer.text()).toContain("Nothing was lost: try again in a moment.");
    expect(await shop.deps.store.read.$count(orders)).toBe(0);
    const page = await visitor.get("/checkout/payment");
    expect([page.status, (await page.text()).includes("231 Warren Street")]).toEqual([200, true]);
    const part = await visitor.htmx.post("/checkout/place", form);
    expect([part.status, Number(part.headers.get("Retry-After")) > 0]).toEqual([503, true]);
    await over;
    expect([(await press()).status, (await press()).status]).toEqual([303, 303]);
    expect(await shop.deps.store.read.$count(orders)).toBe(1);
    await shop[Symbol.asyncDispose]();
  }, 40_000);
});
