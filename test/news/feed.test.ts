import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { news, orders, stockNotices, stockWatches, variants } from "#db/schema.ts";
import { sweepAllNews } from "#src/news/sweep.ts";
import { tellWaiting } from "#src/news/tell-waiting.ts";
import { owner } from "#test/admin/staff.ts";
import { buyMug } from "#test/security/doors.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const goods = {
  products: [
    { title: "Mug", price: 2999, stock: 10 },
    { title: "Jug <i>", handle: "jug", price: 4200, stock: 0 },
  ],
};
const ada = { email: "ada@example.com", password: "a long walk home", displayName: "Ada" };

async function signedIn(shop: TestShop): Promise<TestVisitor> {
  const visitor = shop.visitor();
  await visitor.json.post("/api/register", ada);
  await visitor.json.post("/auth/login", ada);
  return visitor;
}

async function restock(shop: TestShop): Promise<void> {
  await shop.deps.store.write((tx) => tx.update(variants).set({ stock: 4 }).where(eq(variants.id, "jug-0")));
  await tellWaiting(shop.deps);
}

async function orderAtDesk(shop: TestShop) {
  const [order] = await shop.deps.store.read.select().from(orders);
  return { id: order?.id ?? "", number: order?.number ?? "", version: String(order?.version) };
}

const ask = (visitor: TestVisitor) =>
  visitor.post("/products/jug/notice", { variant: "jug-0", email: "ada@example.com" });
const newsOf = async (visitor: TestVisitor) => (await visitor.get("/news")).text();
const mark = async (visitor: TestVisitor) =>
  /<a href="\/news"><svg.*?<span class="count[^"]*">(\d+)/s.exec(await (await visitor.get("/")).text())?.[1];

describe("S38: news is always in the page", () => {
  test("an order that was shipped: in the list of its customer, with a mark on every page until it was looked at", async () => {
    await using shop = await openShop(goods);
    const visitor = await signedIn(shop);
    const token = await buyMug(visitor);
    expect(await newsOf(visitor)).toContain("Nothing new.");
    expect(await mark(visitor)).toBeUndefined();
    const desk = await owner(shop);
    const { id, number, version } = await orderAtDesk(shop);
    await desk.post(`/admin/orders/${id}/shipped`, { version, tracking: "1Z" });
    expect(await mark(visitor)).toBe("1");
    expect(await (await visitor.get("/account")).text()).toContain('href="/news"');
    const page = await newsOf(visitor);
    expect(page).toContain(`<strong>New: </strong><a href="/orders/${token}">Order ${number} was shipped</a>`);
    expect(await mark(visitor)).toBeUndefined();
    expect(await newsOf(visitor)).not.toContain("New: ");
    expect(await newsOf(shop.visitor())).not.toContain(number);
  });

  test("what one did oneself is no news, and an order of a guest is told on its own page alone", async () => {
    await using shop = await openShop(goods);
    const visitor = await signedIn(shop);
    const token = await buyMug(visitor);
    await visitor.post(`/orders/${token}/cancel`, { version: "1" });
    expect(await shop.deps.store.read.select().from(news)).toMatchObject([{ what: "canceled", listed: false }]);
    expect(await newsOf(visitor)).toContain("Nothing new.");
    const guest = shop.visitor();
    await buyMug(guest);
    const [order] = (await shop.deps.store.read.select().from(orders)).filter(({ customerId }) => customerId === null);
    const desk = await owner(shop);
    await desk.post(`/admin/orders/${order?.id}/shipped`, { version: String(order?.version), tracking: "" });
    const [row] = (await shop.deps.store.read.select().from(news)).filter(({ what }) => what === "shipped");
    expect([row?.owner, row?.orderId]).toEqual(["", order?.id ?? "none"]);
    expect(await newsOf(guest)).not.toContain(order?.number ?? "none");
  });

  test("what is back: for a guest by the cookie, a hostile name as text, and with the account after signing in", async () => {
    await using shop = await openShop(goods);
    await signedIn(shop);
    const guest = shop.visitor();
    await ask(guest);
    await restock(shop);
    expect(await mark(guest)).toBe("1");
    expect(await newsOf(guest)).toContain('<a href="/products/jug">Jug &lt;i&gt; is back</a>');
    await ask(guest); // it is there: nothing to wait for
    await shop.deps.store.write((tx) => tx.update(variants).set({ stock: 0 }));
    await ask(guest);
    await guest.json.post("/auth/login", ada);
    const [watch] = await shop.deps.store.read.select().from(stockWatches);
    const [notice] = await shop.deps.store.read.select().from(stockNotices);
    expect(watch?.owner).toBe(`c:${notice?.customerId}`);
    expect(await newsOf(guest)).toContain("Jug &lt;i&gt; is back");
    await guest.post("/logout");
    expect(await newsOf(guest)).not.toContain("Jug");
  });

  test("a kept page stays kept for all, with each visitor's own mark", async () => {
    await using shop = await openShop(goods);
    const [one, other] = [shop.visitor(), shop.visitor()];
    await ask(one);
    await restock(shop);
    for (const _ of [1, 2]) {
      expect(await mark(one)).toBe("1");
      expect(await mark(other)).toBeUndefined();
    }
    const before = shop.deps.store.statements();
    await shop.visitor().get("/");
    expect(shop.deps.store.statements() - before).toBe(0);
  });

  test("old news is forgotten after ninety days", async () => {
    await using shop = await openShop(goods);
    await ask(shop);
    await restock(shop);
    shop.clock.forward(89 * 86_400_000);
    await sweepAllNews(shop.deps);
    expect(await shop.deps.store.read.$count(news)).toBe(1);
    shop.clock.forward(2 * 86_400_000);
    await sweepAllNews(shop.deps);
    expect(await shop.deps.store.read.$count(news)).toBe(0);
  });
});
