import { readFileSync } from "node:fs";
import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import { sqlitePath } from "#db/open.ts";
import { auditLog, customers, orders, outbox, promotionUses, reviews, subscribers } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { mailer } from "#src/mail/send.ts";
import { traces } from "#src/privacy/traces.ts";
import { wire } from "#src/wire.ts";
import { lettersTo } from "#test/accounts/letters.ts";
import { fillCart, reachPayment } from "#test/checkout/small-shop.ts";
import type { TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { account, odile, rowsNaming, shopFor, signedIn, wholeOdile } from "./odile.ts";

const post = { send: async () => {}, close: () => {} };
const meant = { email: " odile@EXAMPLE.com ", password: odile.password };
const tablesOf = (found: readonly { readonly table: string }[]) => [...new Set(found.map(({ table }) => table))].sort();
const isGone = async (shop: TestShop) => (await shop.deps.store.read.select().from(customers)).length === 0;
const cartOf = async (visitor: TestVisitor) => {
  await fillCart(visitor);
  return visitor;
};
const kept = Object.entries(traces).flatMap(([name, { fate }]) => (fate === "kept" ? [name] : []));

describe("delete my account", () => {
  test("says what goes and what stays, and asks for the address and the password", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    const page = await (await visitor.get("/account/delete")).text();
    for (const part of ["What goes, at once", "What stays, and why", "tax law", 'name="email"', 'name="password"'])
      expect(page).toContain(part);
    expect(page).not.toContain("You have not confirmed your address");
    for (const wrong of [
      { ...meant, password: "not this one" },
      { ...meant, email: "lena@example.com" },
      { ...meant, email: "" },
      { ...meant, password: "" },
      {},
    ]) {
      const answer = await visitor.post("/account/delete", wrong as Record<string, string>);
      const html = await answer.text();
      expect([answer.status, html.includes("There is a problem"), await isGone(shop)]).toEqual([422, true, false]);
      expect(html).not.toContain("not this one");
    }
    expect((await shop.visitor().get("/account/delete")).headers.get("Location")).toStartWith("/login?next=");
    expect((await shop.visitor().post("/account/delete", meant)).headers.get("Location")).toStartWith("/login?next=");
  });

  test("takes every row that names somebody, but for the papers of orders", async () => {
    await using shop = await shopFor();
    const { visitor, names } = await wholeOdile(shop);
    const done = await visitor.post("/account/delete", meant);
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/goodbye"]);
    expect(await (await visitor.get("/goodbye")).text()).toContain("Your account is deleted");
    await mailer(shop.deps, post)();
    const left = await rowsNaming(shop, names);
    expect(tablesOf(left).filter((name) => !kept.includes(name) && name !== "outbox")).toEqual([]);
    const withAddress = await rowsNaming(shop, ["odile@example.com", "odile.next@example.com"]);
    expect(tablesOf(withAddress)).toEqual(["orders", "outbox"]);
    const letters = await shop.deps.store.read.select().from(outbox);
    expect(letters.filter(({ orderId }) => orderId === null)).toEqual([]);
    expect(letters.filter(({ kind }) => kind === "order_placed")).toHaveLength(2);
  });

  test("keeps orders with name and address, open and payable, and nobody's", async () => {
    await using shop = await shopFor();
    const { visitor } = await wholeOdile(shop);
    const before = await shop.deps.store.read.select().from(orders).orderBy(orders.id);
    await visitor.post("/account/delete", meant);
    const after = await shop.deps.store.read.select().from(orders).orderBy(orders.id);
    expect(after).toEqual(before.map((row) => ({ ...row, customerId: null })));
    const uses = await shop.deps.store.read.select().from(promotionUses);
    expect(uses.map(({ customer }) => customer).sort()).toEqual(after.map(({ id }) => `order:${id}`).sort());
  });

  test("leaves what everybody reads as the word of a buyer, on the pages at once, and takes what is not shown", async () => {
    await using shop = await shopFor();
    const { visitor } = await wholeOdile(shop);
    expect(await (await shop.get("/products/mug")).text()).toContain("Odile");
    await visitor.post("/account/delete", meant);
    const page = await (await shop.get("/products/mug")).text();
    expect([page.includes("It fell twice."), page.includes("A buyer"), page.includes("Odile")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await shop.deps.store.read.select().from(reviews)).toMatchObject([
      { author: "A buyer", productId: "mug", picture: "" },
    ]);
  });

  test("S03: signs every device out at the next request, in every process, and the password opens nothing", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    const phone = await signedIn(shop);
    const elsewhere = testVisitor(createApp(wire(shop.deps)), shop.deps.config.url);
    for (const [name, value] of phone.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get("/account")).status).toBe(200);
    const done = await visitor.post("/account/delete", meant);
    expect(done.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
    for (const each of [visitor, phone, elsewhere]) expect((await each.get("/account")).status).toBe(303);
    expect((await shop.visitor().json.post("/auth/login", odile)).status).toBe(401);
    expect((await shop.visitor().json.post("/api/register", odile)).status).toBe(201);
  });

  test("says so in a last letter, which is forgotten once it went, or where no letter can go", async () => {
    for (const transport of [post, undefined]) {
      await using shop = await shopFor();
      await (await account(shop)).post("/account/delete", meant);
      const [last, ...more] = await lettersTo(shop, odile.email);
      expect([last?.kind, last?.state, more]).toEqual(["account_erased", "waiting", []]);
      expect(last?.text).toContain("every device is signed out");
      await mailer(shop.deps, transport)();
      expect(await shop.deps.store.read.select().from(outbox)).toEqual([]);
    }
  });

  test("with an address that was not confirmed takes only what the account did itself", async () => {
    await using shop = await shopFor();
    await shop.post("/newsletter", { email: odile.email });
    const visitor = await account(shop, odile, { confirmed: false });
    expect(await (await visitor.get("/account/delete")).text()).toContain("You have not confirmed your address");
    await visitor.post("/account/delete", meant);
    expect(await isGone(shop)).toBe(true);
    expect(await shop.deps.store.read.select().from(subscribers)).toHaveLength(1);
    const left = await lettersTo(shop, odile.email);
    expect(left.map(({ kind }) => kind).sort()).toEqual(["account_erased", "newsletter_confirm"]);
  });

  test("leaves everybody else as they were", async () => {
    await using shop = await shopFor();
    const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
    const other = await account(shop, lena);
    await other.post("/likes/mug");
    await other.post("/cart/items", { handle: "bowl", quantity: "3" });
    const before = await rowsNaming(shop, ["lena@example.com"]);
    const { visitor } = await wholeOdile(shop);
    await visitor.post("/account/delete", meant);
    expect((await rowsNaming(shop, ["lena@example.com"])).map(({ row }) => row)).toEqual(before.map(({ row }) => row));
    expect(await (await other.get("/likes")).text()).toContain("Mug");
    expect(await (await other.get("/cart")).text()).toContain("Bowl");
  });

  test("of two presses at the same moment is one, with one letter; a checkout at that moment ends in an order or in none", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    const last = await reachPayment(await cartOf(visitor));
    const [one, two, placed] = await Promise.all([
      visitor.post("/account/delete", meant),
      visitor.post("/account/delete", meant),
      visitor.post("/checkout/place", { ...last, pay: "transfer", terms: "yes" }),
    ]);
    for (const { status, headers } of [one, two])
      expect([303, headers.get("Location")]).toEqual([status, expect.stringMatching(/^\/(goodbye|login)/)]);
    expect(await lettersTo(shop, odile.email, "account_erased")).toHaveLength(1);
    const rows = await shop.deps.store.read.select().from(orders);
    expect(rows.map(({ customerId }) => customerId).filter(Boolean)).toEqual([]);
    expect(rows.length).toBe(placed.headers.get("Location")?.startsWith("/orders/") ? 1 : 0);
    const left = await rowsNaming(shop, ["odile@example.com"]);
    expect(tablesOf(left).filter((name) => !["orders", "outbox"].includes(name))).toEqual([]);
  });

  test("A10: wrong passwords count as tries to sign in do, and are written down", async () => {
    await using shop = await shopFor({ limits: true });
    const visitor = await account(shop);
    const wrong = { ...meant, password: "not this one" };
    const statuses: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) statuses.push((await visitor.post("/account/delete", wrong)).status);
    expect(statuses.slice(-1)).toEqual([429]);
    expect(await isGone(shop)).toBe(false);
    const lines = await shop.deps.store.read.select().from(auditLog);
    expect(lines.filter(({ act, result }) => act === "erase a customer" && result === "denied").length).toBeGreaterThan(
      3,
    );
  });

  test.skipIf(isPostgres)("leaves nothing in the file itself, not even where nothing points to", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    for (const path of ["/likes/mug", "/likes/bowl"]) await visitor.post(path);
    await visitor.post("/cart/items", { handle: "bowl", quantity: "2" });
    for (const name of ["Odile One", "Odile Two", "Odile Three"])
      await visitor.post("/checkout", {
        email: odile.email,
        name,
        country: "US",
        city: "Hudson",
        street: "231 Warren",
      });
    await shop.post("/newsletter", { email: odile.email });
    const bytes = () => {
      const file = new Database(sqlitePath(shop.deps.store.url));
      file.run("PRAGMA wal_checkpoint(TRUNCATE)");
      file.close();
      return readFileSync(sqlitePath(shop.deps.store.url)).toString("latin1");
    };
    expect(bytes()).toContain("odile@example.com");
    await visitor.post("/account/delete", meant);
    await mailer(shop.deps, post)();
    const after = bytes();
    expect([...after.matchAll(/odile/gi)].map(({ index }) => after.slice(index - 30, index + 60))).toEqual([]);
  });
});
