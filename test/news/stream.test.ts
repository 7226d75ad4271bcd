import { afterEach, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { orders, variants } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import type { Deps } from "#src/deps.ts";
import { newsHub } from "#src/news/hub.ts";
import { addBackNews } from "#src/news/store.ts";
import { tellWaiting } from "#src/news/tell-waiting.ts";
import { owner } from "#test/admin/staff.ts";
import { buyMug } from "#test/security/doors.ts";
import { openServer } from "#test/support/server.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { eventStream, listenTo, type Listener } from "./listen.ts";

const goods = {
  products: [
    { title: "Mug", price: 2999, stock: 10 },
    { title: "Jug", price: 4200, stock: 0 },
  ],
};
const ada = { email: "ada@example.com", password: "a long walk home", displayName: "Ada" };

const open = new Set<Listener>();
afterEach(async () => {
  for (const each of open) await each.leave().catch(() => {});
  open.clear();
});

async function listen(visitor: TestVisitor, query = "", headers: Record<string, string> = {}): Promise<Listener> {
  const answer = await visitor.get(`/news/events${query}`, { headers: { ...eventStream, ...headers } });
  expect(answer.status).toBe(200);
  const listener = listenTo(answer);
  open.add(listener);
  return listener;
}

/** The same shop at another door, whose streams look and beat quickly. */
function quick(shop: TestShop, given: Parameters<typeof newsHub>[1] = {}) {
  const news = newsHub(shop.deps, { look: 20, beat: 40, ...given });
  const deps: Deps = { ...shop.deps, news };
  const app = createApp(deps);
  return { news, deps, visitor: (address?: string) => testVisitor(app, deps.config.url, address) };
}

async function asAda(visitor: TestVisitor, email = ada.email): Promise<TestVisitor> {
  await visitor.json.post("/api/register", { ...ada, email });
  await visitor.json.post("/auth/login", { ...ada, email });
  return visitor;
}

const ask = (visitor: TestVisitor) =>
  visitor.post("/products/jug/notice", { variant: "jug-0", email: "a@example.com" });

async function restock({ store, ...deps }: Deps): Promise<void> {
  await store.write((tx) => tx.update(variants).set({ stock: 4 }).where(eq(variants.id, "jug-0")));
  await tellWaiting({ store, ...deps });
}

async function ship(shop: Pick<TestShop, "deps">, desk: TestVisitor): Promise<string> {
  const [order] = await shop.deps.store.read.select().from(orders);
  await desk.post(`/admin/orders/${order?.id}/shipped`, { version: String(order?.version), tracking: "" });
  return order?.number ?? "none";
}

const told = async (listener: Listener) => JSON.parse((await listener.next())?.data ?? "null");

describe("S38: news over HTTP while a page is open", () => {
  test("reaches who it is for, by session, by cookie, by the order's address, and nobody else", async () => {
    const { shop, url, close } = await openServer(goods);
    const over = () => testVisitor((request) => fetch(request, { redirect: "manual" }), url);
    const customer = await asAda(over());
    const token = await buyMug(customer);
    const [guest, stranger] = [over(), over()];
    await ask(guest);
    await stranger.post("/likes/mug");
    const [hers, his, theirs] = await Promise.all([listen(customer), listen(guest), listen(stranger)]);
    const page = await listen(over(), `?order=${token}`);
    const number = await ship(shop, await owner(shop));
    await restock(shop.deps);
    expect(await told(hers)).toMatchObject({ text: `Order ${number} was shipped`, href: `/orders/${token}` });
    expect(await told(page)).toMatchObject({ text: `Order ${number} was shipped`, moved: true });
    expect(await told(his)).toMatchObject({ text: "Jug is back", href: "/products/jug" });
    await expect(theirs.next(300)).rejects.toThrow("nothing was heard");
    expect([hers, page, his].map((each) => each.text().split("event: news").length)).toEqual([2, 2, 2]);
    await close();
  }, 30_000);

  test("a reader who was cut off gets what it missed, once, and who is new nothing old", async () => {
    await using shop = await openShop(goods);
    const { deps, visitor } = quick(shop);
    const guest = visitor();
    await ask(guest);
    const first = await listen(guest);
    await restock(deps);
    const heard = await first.next();
    await first.leave();
    const again = async () => {
      await deps.store.write((tx) => tx.update(variants).set({ stock: 0 }).where(eq(variants.id, "jug-0")));
      await ask(guest);
      await restock(deps);
    };
    await again();
    const resumed = await listen(guest, "", { "Last-Event-ID": heard?.id ?? "" });
    const missed = await resumed.next();
    expect(Number(missed?.id)).toBeGreaterThan(Number(heard?.id));
    const byPage = await listen(guest, `?since=${heard?.id}`);
    expect((await byPage.next())?.id).toBe(missed?.id ?? "none");
    const fresh = await listen(guest); // what came in the last minute and was not looked at
    expect((await fresh.next())?.data).toContain("Jug is back");
    shop.clock.forward(120_000);
    const late = await listen(guest);
    await expect(late.next(200)).rejects.toThrow("nothing was heard");
    await again();
    expect((await late.next())?.data).toContain("Jug is back");
    for (const id of ["x", "-1", "1e9", "9".repeat(40)])
      await (await listen(guest, "", { "Last-Event-ID": id })).leave();
  });

  test("what a shopper does in one window moves the order in another, and is no news", async () => {
    await using shop = await openShop(goods);
    const { visitor } = quick(shop);
    const customer = await asAda(visitor());
    const token = await buyMug(customer);
    const page = await listen(customer, `?order=${token}`);
    const elsewhere = await listen(customer);
    await customer.post(`/orders/${token}/cancel`, { version: "1" });
    expect(await told(page)).toEqual({ id: expect.any(String), moved: true });
    await expect(elsewhere.next(200)).rejects.toThrow("nothing was heard");
  });

  test("asked for by anything but a stream it leads to the list; for who can hear nothing it ends at once", async () => {
    await using shop = await openShop(goods);
    const { visitor, news } = quick(shop);
    const plain = await visitor().get("/news/events");
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/news"]);
    expect((await visitor().get("/news/events", { headers: eventStream })).status).toBe(204);
    expect((await visitor().get("/news/events?order=nobody", { headers: eventStream })).status).toBe(204);
    const guest = visitor();
    await ask(guest);
    const head = await guest.send("/news/events", { method: "HEAD", headers: eventStream });
    expect([head.status, head.headers.get("Content-Type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    await Bun.sleep(10);
    expect(news.count()).toBe(0);
    const answer = await guest.get("/news/events", { headers: eventStream });
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    const listener = listenTo(answer);
    expect(news.count()).toBe(1);
    await listener.leave();
    await Bun.sleep(10);
    expect(news.count()).toBe(0);
  });

  test("only so many of one visitor, of one address, and in all: refused with when to come again", async () => {
    await using shop = await openShop(goods);
    const { visitor } = quick(shop, { ofVisitor: 2, ofAddress: 3, total: 4 });
    const guest = async (address?: string) => {
      const somebody = visitor(address);
      await ask(somebody);
      return somebody;
    };
    const refused = async (somebody: TestVisitor) => {
      const answer = await somebody.get("/news/events", { headers: eventStream });
      return [answer.status, answer.headers.get("Retry-After")];
    };
    const one = await guest();
    const [kept] = await Promise.all([listen(one), listen(one)]);
    expect(await refused(one)).toEqual([429, "60"]);
    await listen(await guest());
    expect(await refused(await guest())).toEqual([429, "60"]);
    await listen(await guest("10.0.0.1"));
    expect(await refused(await guest("10.0.0.2"))).toEqual([503, "60"]);
    await kept?.leave();
    await Bun.sleep(10);
    await listen(await guest("10.0.0.2"));
  });

  test("ends when its session does, and tells nothing that came after", async () => {
    await using shop = await openShop(goods);
    const { visitor, news, deps } = quick(shop, { beat: 60_000 });
    const customer = await asAda(visitor());
    await ask(customer);
    const twin = visitor();
    for (const [name, value] of customer.cookies) twin.cookies.set(name, value);
    const stream = await listen(customer);
    await twin.post("/logout");
    await restock(deps);
    expect(await stream.next()).toMatchObject({ event: "bye", data: "signed out" });
    expect(await stream.next()).toBeUndefined();
    expect(stream.text()).not.toContain("Jug");
    expect(news.count()).toBe(0);
    const beating = quick(shop);
    const other = await asAda(beating.visitor(), "bob@example.com");
    const idle = await listen(other);
    await other.post("/logout");
    expect(await idle.next()).toMatchObject({ event: "bye" });
  });

  test("many that wait ask the database nothing, and one query finds what is new for all", async () => {
    await using shop = await openShop(goods);
    const { visitor, deps } = quick(shop, { beat: 60_000, ofAddress: 100 });
    const guests = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const guest = visitor();
        await guest.post("/likes/mug");
        return listen(guest);
      }),
    );
    await Bun.sleep(100);
    const before = deps.store.statements();
    await Bun.sleep(300);
    expect(deps.store.statements() - before).toBe(0);
    const guest = visitor();
    await ask(guest);
    const listener = await listen(guest);
    await Bun.sleep(100);
    const asked = deps.store.statements();
    await deps.store.write((tx) =>
      addBackNews(tx, [{ id: "n1", owner: "g:nobody", variantId: "jug-0" }], shop.clock.now()),
    );
    await Bun.sleep(200);
    // Two of the write; one for what is new, and on SQLite one for the versions.
    expect(deps.store.statements() - asked).toBeLessThanOrEqual(4);
    await restock(deps);
    expect(await told(listener)).toMatchObject({ text: "Jug is back" });
    expect(guests).toHaveLength(40);
  });

  test("a database that fails for a moment delays news, and loses none", async () => {
    await using shop = await openShop(goods);
    let failing = false;
    const store = new Proxy(shop.deps.store, {
      get(real, name: keyof Deps["store"]) {
        if (failing && name === "read") throw new Error("away");
        return real[name];
      },
    });
    const news = newsHub({ ...shop.deps, store }, { look: 20 });
    const app = createApp({ ...shop.deps, news });
    const guest = testVisitor(app, shop.deps.config.url);
    await ask(guest);
    const listener = await listen(guest);
    failing = true;
    await restock(shop.deps);
    await expect(listener.next(150)).rejects.toThrow("nothing was heard");
    failing = false;
    expect(await told(listener)).toMatchObject({ text: "Jug is back" });
    expect(listener.text().split("event: news")).toHaveLength(2);
  });

  test("a number from before a backup was put back is no reason to hear nothing more", async () => {
    await using shop = await openShop(goods);
    const { visitor, deps } = quick(shop);
    const guest = visitor();
    await ask(guest);
    const listener = await listen(guest, "", { "Last-Event-ID": "999999" });
    await restock(deps);
    expect(await told(listener)).toMatchObject({ text: "Jug is back" });
  });

  test("closing ends all, and none is opened after", async () => {
    await using shop = await openShop(goods);
    const { visitor, news } = quick(shop);
    const guest = visitor();
    await ask(guest);
    const listener = await listen(guest);
    news.close();
    expect(await listener.next()).toBeUndefined();
    expect((await guest.get("/news/events", { headers: eventStream })).status).toBe(503);
  });
});

test("D04: no connection stays open for who is silent: not after its stream, and not after a HEAD", async () => {
  await using shop = await openShop(goods);
  const guest = shop.visitor();
  await ask(guest);
  const cookie = `pc_guest=${guest.cookies.get("pc_guest")}`;
  const app = createApp(shop.deps);
  const given: number[] = [];
  const answer = (method: string) => {
    const headers = { ...eventStream, cookie, host: "localhost:3000" };
    const asked = new Request("http://localhost:3000/news/events", { method, headers });
    return app(asked, "10.0.0.1", (seconds) => void given.push(seconds));
  };
  expect([(await answer("HEAD")).status, given, shop.deps.news.count()]).toEqual([200, [], 0]);
  const stream = await answer("GET");
  expect(shop.deps.news.count()).toBe(1);
  await stream.body?.cancel();
  const [seconds = 0, ...more] = given;
  expect([seconds > 40, seconds <= 120, more]).toEqual([true, true, []]); // 20 seconds are between two signs of life
});
