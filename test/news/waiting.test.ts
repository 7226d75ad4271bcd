import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { news, outbox, products, stockNotices, stockWatches, variants } from "#db/schema.ts";
import { giveBack } from "#src/inventory/give-back.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import { tellWaiting } from "#src/news/tell-waiting.ts";
import { sweepNotices } from "#src/news/telling-store.ts";
import { hostileMailboxes } from "./hostile-mailboxes.ts";
import { owner } from "#test/admin/staff.ts";
import { openShop, type ShopOptions, type TestShop } from "#test/support/shop.ts";

const goods: ShopOptions = {
  products: [
    {
      title: "Apron <b>",
      handle: "apron",
      price: 4200,
      options: [{ name: "Color", values: ["Oat", "Ink"] }],
      variants: [
        { options: ["Oat"], stock: 0 },
        { options: ["Ink"], stock: 3 },
      ],
    },
    { title: "Mug", price: 2999, stock: 0 },
    { title: "Secret", price: 100, stock: 0, status: "draft" },
  ],
};

const ask = (shop: Pick<TestShop, "post">, email: string, handle = "mug", variant = "mug-0") =>
  shop.post(`/products/${handle}/notice`, { variant, email });
const letters = (shop: TestShop) => shop.deps.store.read.select().from(outbox).where(eq(outbox.kind, "back_in_stock"));
const setStock = async (shop: TestShop, stock: number, id = "mug-0") =>
  void (await shop.deps.store.write((tx) => tx.update(variants).set({ stock }).where(eq(variants.id, id))));

describe("S38: who asks is told once when it is back", () => {
  test("a sold-out product and a sold-out kind have the form, others have not", async () => {
    await using shop = await openShop(goods);
    const page = async (path: string) => (await shop.get(path)).text();
    expect(await page("/products/mug")).toContain('action="/products/mug/notice"');
    expect(await page("/products/apron")).not.toContain("Tell me when it is back");
    expect(await page("/products/apron?option1=Oat")).toContain('name="variant" value="apron-0"');
    const chosen = await (await shop.htmx.get("/products/apron/preview?option1=Oat&quantity=1")).text();
    expect(chosen).toContain('<hx-partial hx-target="#tell-me"');
    expect(chosen).toContain('value="apron-0"');
  });

  test("without scripts one comes to the list of what one waits for, and can take it off again", async () => {
    await using shop = await openShop(goods);
    const asked = await ask(shop, "ada@example.com", "apron", "apron-0");
    expect([asked.status, asked.headers.get("Location")]).toEqual([303, "/news"]);
    const page = await (await shop.follow(asked)).text();
    expect(page).toContain("You get one letter when Apron &lt;b&gt;, Oat is back.");
    expect(page).toContain('action="/news/waiting/apron-0/stop"');
    expect(await (await shop.visitor().get("/news")).text()).not.toContain("Apron");
    expect((await shop.post("/news/waiting/apron-0/stop")).status).toBe(303);
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(0);
    expect(await shop.deps.store.read.$count(stockWatches)).toBe(0);
  });

  test("with htmx the answer stands in the form's place", async () => {
    await using shop = await openShop(goods);
    const taken = await shop.htmx.post("/products/mug/notice", { variant: "mug-0", email: "ada@example.com" });
    expect(taken.status).toBe(200);
    const part = await taken.text();
    expect(part).toStartWith('<section class="slip" id="tell-me"');
    expect(part).toContain("You get one letter when Mug is back.");
  });

  test("who is signed in finds the address filled in, on the kept page, and nobody else does", async () => {
    await using shop = await openShop(goods);
    const ada = shop.visitor();
    await ada.json.post("/api/register", {
      email: "ada+<x>@example.com",
      password: "a long walk home",
      displayName: "A",
    });
    const given = { email: "ada@example.com", password: "a long walk home", displayName: "Ada" };
    await ada.json.post("/api/register", given);
    await ada.json.post("/auth/login", given);
    expect(await (await ada.get("/products/mug")).text()).toContain('value="ada@example.com"');
    expect(await (await shop.visitor().get("/products/mug")).text()).not.toContain("ada@example.com");
    await ask(ada, "ada@example.com");
    const [notice] = await shop.deps.store.read.select().from(stockNotices);
    expect([notice?.customerId, notice?.guest]).toEqual([expect.any(String), ""]);
  });

  test("the answer is the same whether the address waits already, is a customer's, or is new", async () => {
    await using shop = await openShop(goods);
    await shop.json.post("/api/register", { email: "ada@example.com", password: "a long walk home", displayName: "A" });
    await ask(shop.visitor(), "ada@example.com");
    const seen = [];
    for (const email of ["ada@example.com", "ADA@example.com", "new@example.com"]) {
      const visitor = shop.visitor();
      const answer = await visitor.htmx.post("/products/mug/notice", { variant: "mug-0", email });
      const list = await (await visitor.get("/news")).text();
      seen.push([answer.status, await answer.text(), list.includes("/news/waiting/mug-0/stop")].join("\n"));
    }
    expect(new Set(seen).size).toBe(1);
    expect((await shop.deps.store.read.select().from(stockNotices)).map(({ emailKey }) => emailKey).toSorted()).toEqual(
      ["ada@example.com", "new@example.com"],
    );
  });

  test("a stranger who waits no more does not stop the letter of whose address they typed", async () => {
    await using shop = await openShop(goods);
    await ask(shop.visitor(), "ada@example.com");
    const stranger = shop.visitor();
    await ask(stranger, "ada@example.com");
    await stranger.post("/news/waiting/mug-0/stop");
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(1);
    expect(await shop.deps.store.read.$count(stockWatches)).toBe(1);
  });

  for (const email of hostileMailboxes)
    test(`refuses ${JSON.stringify(email).slice(0, 60)} beside the field, and notes nothing`, async () => {
      await using shop = await openShop(goods);
      const page = await ask(shop, email);
      expect(page.status).toBe(422);
      const html = await page.text();
      expect(html).toContain("<title>Error: ");
      expect(html).toContain('aria-invalid="true"');
      expect(html).not.toContain("<script>alert");
      const part = await shop.htmx.post("/products/mug/notice", { variant: "mug-0", email });
      expect([part.status, (await part.text()).startsWith("<section")]).toEqual([422, true]);
      expect(await shop.deps.store.read.$count(stockNotices)).toBe(0);
    });

  test("of what is there, or not sold here, nothing is noted", async () => {
    await using shop = await openShop(goods);
    const there = await ask(shop, "ada@example.com", "apron", "apron-1");
    expect([there.status, there.headers.get("Location")]).toEqual([303, "/products/apron?option1=Ink"]);
    for (const [handle, variant] of [
      ["secret", "secret-0"],
      ["mug", "apron-0"],
      ["nobody", "mug-0"],
      ["mug", "' or 1=1 --"],
    ] as const)
      expect((await ask(shop, "ada@example.com", handle, variant)).status, handle).toBe(404);
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(0);
  });

  test("one address waits for twenty kinds at most, and one visitor asks twenty times an hour", async () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ title: `Thing ${at}`, price: 100, stock: 0 }));
    await using shop = await openShop({ products: many });
    for (const at of many.keys()) await ask(shop, "ada@example.com", `thing-${at}`, `thing-${at}-0`);
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(20);
    await using limited = await openShop({ ...goods, limits: true });
    const statuses = [];
    for (let at = 0; at < 21; at += 1) statuses.push((await ask(limited, `a${at}@example.com`)).status);
    expect([statuses.at(19), statuses.at(20)]).toEqual([303, 429]);
  });
});

describe("S44: somebody else's mailbox", () => {
  test("cannot be filled by asking again each time when goods come and go, from any number of places", async () => {
    await using shop = await openShop({ ...goods, limits: true });
    const bare = async () => await shop.deps.store.write((tx) => tx.delete(stockNotices));
    const answers = new Set<string>();
    let noted = 0;
    for (let at = 0; at < 25; at += 1) {
      const answer = await ask(shop.visitor(`10.0.1.${at}`), at % 2 === 0 ? "Ada@example.com" : "ada@EXAMPLE.com ");
      answers.add(`${answer.status} ${answer.headers.get("Location")}`);
      noted += await shop.deps.store.read.$count(stockNotices);
      await bare(); // told, and asked for once more
    }
    expect([noted, answers.size]).toEqual([20, 1]);
    await ask(shop.visitor("10.0.2.1"), "bea@example.com");
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(1);
    shop.clock.forward(25 * 3_600_000);
    await ask(shop.visitor("10.0.2.2"), "ada@example.com");
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(2);
  });
});

describe("S38: goods come back", () => {
  test("counted at the desk: one letter with a way out, news for who asked, and not a second letter", async () => {
    await using shop = await openShop(goods);
    const guest = shop.visitor();
    await ask(guest, "Ada@example.com");
    expect(await tellWaiting(shop.deps)).toBe(0);
    const desk = await owner(shop);
    await desk.post("/admin/variants/mug-0", { price: "29.99", stock: "2", version: "1" });
    expect(await tellWaiting(shop.deps)).toBe(1);
    expect(await tellWaiting(shop.deps)).toBe(0);
    const [letter, ...more] = await letters(shop);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: "Ada@example.com", subject: "Mug is back", state: "waiting" });
    expect(letter?.text).toContain("http://localhost:3000/products/mug");
    expect(letter?.text).toContain(letter?.leave ?? "none");
    expect(await shop.deps.store.read.select().from(news)).toMatchObject([{ what: "back", variantId: "mug-0" }]);
    await setStock(shop, 0);
    await setStock(shop, 5);
    expect(await tellWaiting(shop.deps)).toBe(0);
  });

  test("given back by an order, or by any other way that nobody thought of", async () => {
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 1 }] });
    const { store, now, newId } = shop.deps;
    await store.write((tx) => takeStock(tx, [{ variantId: "mug-0", quantity: 1 }], { orderId: "o", at: now(), newId }));
    await ask(shop, "ada@example.com");
    await store.write((tx) => giveBack(tx, "o", { cause: "canceled", at: now(), newId }));
    expect(await tellWaiting(shop.deps)).toBe(1);
    await setStock(shop, 0);
    await ask(shop, "ada@example.com");
    await store.write((tx) => tx.update(variants).set({ backorder: true }));
    expect(await tellWaiting(shop.deps)).toBe(1);
    expect(await letters(shop)).toHaveLength(2);
  });

  test("sold out again before the round, or put away, they go on waiting", async () => {
    await using shop = await openShop(goods);
    await ask(shop, "ada@example.com");
    await setStock(shop, 3);
    await setStock(shop, 0);
    expect(await tellWaiting(shop.deps)).toBe(0);
    await setStock(shop, 3);
    await shop.deps.store.write((tx) => tx.update(products).set({ status: "archived" }));
    expect(await tellWaiting(shop.deps)).toBe(0);
    expect(await shop.deps.store.read.select().from(stockNotices)).toMatchObject([{ toldAt: null, notBefore: null }]);
  });

  test("two come back and thirty wait: the first ten are told, the others in an hour if it is still there", async () => {
    await using shop = await openShop(goods);
    for (let at = 0; at < 30; at += 1) {
      await ask(shop.visitor(), `a${at}@example.com`);
      shop.clock.forward(1000);
    }
    await setStock(shop, 2);
    expect(await tellWaiting(shop.deps)).toBe(10);
    expect((await letters(shop)).map(({ to }) => to)).toEqual(
      Array.from({ length: 10 }, (_, at) => `a${at}@example.com`),
    );
    expect(await shop.deps.store.read.$count(news)).toBe(30);
    expect(await tellWaiting(shop.deps)).toBe(0);
    shop.clock.forward(3_600_000);
    expect(await tellWaiting(shop.deps)).toBe(10);
    await setStock(shop, 0);
    shop.clock.forward(3_600_000);
    expect(await tellWaiting(shop.deps)).toBe(0);
  });

  test("two rounds at once, at two restocks at once: one letter each", async () => {
    await using shop = await openShop(goods);
    for (let at = 0; at < 12; at += 1) await ask(shop.visitor(), `a${at}@example.com`);
    await Promise.all([setStock(shop, 5), setStock(shop, 6)]);
    const rounds = await Promise.all(Array.from({ length: 6 }, () => tellWaiting(shop.deps)));
    expect(rounds.reduce((sum, each) => sum + each, 0)).toBe(12);
    const to = (await letters(shop)).map((letter) => letter.to);
    expect([to.length, new Set(to).size]).toEqual([12, 12]);
    expect(await shop.deps.store.read.$count(news)).toBe(12);
  });

  test("a press in the letter ends all that its address waits for, by GET only after a question", async () => {
    await using shop = await openShop(goods);
    await ask(shop, "ada@example.com");
    await ask(shop, "ada@example.com", "apron", "apron-0");
    await ask(shop, "bob@example.com", "apron", "apron-0");
    await setStock(shop, 1);
    await tellWaiting(shop.deps);
    const [letter] = await letters(shop);
    const path = new URL(letter?.leave ?? "").pathname;
    expect(await (await shop.visitor().get(path)).text()).toContain("Stop these letters");
    expect(await shop.deps.store.read.$count(stockNotices)).toBe(3);
    const stopped = await shop.visitor().post(path, { "List-Unsubscribe": "One-Click" });
    const unknown = await shop.visitor().post("/news/leave/nobody-ever-had-this-one");
    expect([stopped.status, unknown.status]).toEqual([200, 200]);
    expect(await shop.deps.store.read.select().from(stockNotices)).toMatchObject([{ email: "bob@example.com" }]);
  });

  test("who was told is forgotten after a month, who waits in vain after a year", async () => {
    await using shop = await openShop(goods);
    await ask(shop, "ada@example.com");
    await ask(shop, "bob@example.com", "apron", "apron-0");
    await setStock(shop, 1);
    await tellWaiting(shop.deps);
    const { store } = shop.deps;
    shop.clock.forward(31 * 86_400_000);
    await store.write((tx) => sweepNotices(tx, shop.clock.now()));
    expect(await store.read.select().from(stockNotices)).toMatchObject([{ email: "bob@example.com" }]);
    shop.clock.forward(340 * 86_400_000);
    await store.write((tx) => sweepNotices(tx, shop.clock.now()));
    expect(await store.read.$count(stockNotices)).toBe(0);
    expect(await store.read.$count(stockWatches)).toBe(0);
  });
});
