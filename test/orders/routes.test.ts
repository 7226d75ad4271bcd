import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { customers, orders, outbox, variants } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { expireOrders } from "#src/orders/expire-orders.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { markShipped } from "#src/orders/mark-shipped.ts";
import { odile, openSmallShop, order, type SmallShop } from "#test/checkout/small-shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const mug = { title: "Mug", price: 2999, stock: 10 };

async function placed(shop: SmallShop, pay = "transfer", visitor = shop.visitor()) {
  const response = await order(visitor, pay);
  const path = (response.headers.get("Location") ?? "").replace("/checkout/test-card/", "/orders/");
  const [row] = await shop.deps.store.read.select().from(orders);
  return { visitor, path, id: row?.id ?? "", token: path.slice("/orders/".length) };
}

const read = async (visitor: TestVisitor, path: string) => (await visitor.get(path)).text();
const versionOf = async (shop: SmallShop) =>
  String((await shop.deps.store.read.select({ version: orders.version }).from(orders))[0]?.version);
const stockOf = async ({ deps }: SmallShop) =>
  (await deps.store.read.select({ stock: variants.stock }).from(variants).where(eq(variants.id, "mug-0")))[0]?.stock;

describe("the page of an order", () => {
  test("is for whoever has its address, and nobody guesses it", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { path, id } = await placed(shop);
    const stranger = shop.visitor();
    const page = await stranger.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(await page.text()).toContain('<meta name="robots" content="noindex"/>');
    const guesses = [id, "P-1001", "1001", "a".repeat(43), path.slice(8, -1), `${path.slice(8)}a`, "x".repeat(5000)];
    for (const guess of guesses) {
      for (const part of ["", "/why"]) expect((await stranger.get(`/orders/${guess}${part}`)).status, guess).toBe(404);
    }
    for (const act of ["cancel", "pay", "account"]) {
      expect((await stranger.post(`/orders/${"a".repeat(43)}/${act}`, { version: "1" })).status).toBe(404);
    }
  });

  test("tells what happens when, step by step", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path, id } = await placed(shop);
    const { store } = shop.deps;
    expect(await read(visitor, path)).toContain("Thank you, Odile. Now the transfer.");
    const staff = await acting(shop.deps, "staff:1");
    await store.write((tx) => markPaid(tx, staff, { id, version: 1 }));
    const paid = await read(visitor, path);
    expect(paid).toContain("Thank you, Odile. It is being packed.");
    expect(paid).toContain("Paid by bank transfer, November 22, 2026, 9:41 am");
    await store.write((tx) => markShipped(tx, staff, { id, version: 2, tracking: "RR 123" }));
    const shipped = await read(visitor, path);
    expect(shipped).toContain("It is on its way.");
    expect(shipped).toContain("Parcel RR 123");
    expect(shipped).not.toContain("Cancel the order");
    const kinds = (await store.read.select({ kind: outbox.kind }).from(outbox)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["order_paid", "order_placed", "order_shipped"]);
  });

  test("explains its price from what was stored, whatever things cost today", async () => {
    await using shop = await openSmallShop({ products: [mug], tax: [{ country: "US", rate: 50_000 }] });
    const { visitor, path } = await placed(shop);
    await shop.deps.store.write((tx) => tx.delete(variants).where(eq(variants.id, "mug-0")));
    const why = await read(visitor, `${path}/why`);
    expect(why).toContain("Why $36.74?");
    expect(why).toContain("1 × Mug");
    expect(why).toContain("5% of $34.99");
    expect(why).toContain(`href="${path}"`);
  });

  test("says so when time to pay is over, and the goods are back", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path, token } = await placed(shop, "test_card");
    expect(await read(visitor, path)).toContain("Almost there, Odile.");
    shop.clock.forward(31 * 60_000);
    await expireOrders(shop.deps);
    expect(await read(visitor, path)).toContain("Order P-1001 was given up.");
    expect((await visitor.get(`/checkout/test-card/${token}`)).headers.get("Location")).toBe(path);
    expect(await stockOf(shop)).toBe(10);
  });
});

describe("canceling", () => {
  test("is possible until the goods leave, once", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path } = await placed(shop);
    const version = await versionOf(shop);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(`${path}/cancel`, { version })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    expect(await read(visitor, path)).toContain("Order P-1001 is canceled.");
    expect(await stockOf(shop)).toBe(10);
    const kinds = (await shop.deps.store.read.select({ kind: outbox.kind }).from(outbox)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["order_canceled", "order_placed"]);
  });

  test("is refused from a page that is out of date, with the order as it stands", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path, id } = await placed(shop);
    const act = await acting(shop.deps, "staff:1");
    await shop.deps.store.write((tx) => markPaid(tx, act, { id, version: 1 }));
    for (const version of ["1", "", "x"]) {
      const refused = await visitor.post(`${path}/cancel`, { version });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain("This order has changed since you looked.");
    }
    expect(await stockOf(shop)).toBe(9);
  });
});

describe("looking an order up", () => {
  test("finds it by number and address, however they are written", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { path } = await placed(shop);
    const stranger = shop.visitor();
    expect((await stranger.get("/orders/find")).status).toBe(200);
    for (const number of ["P-1001", "p-1001", " 1001 ", "P- 1001"]) {
      const found = await stranger.post("/orders/find", { number, email: " Odile@EXAMPLE.com" });
      expect([found.status, found.headers.get("Location")], number).toEqual([303, path]);
    }
  });

  test("answers every wrong pair alike", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    await placed(shop);
    const stranger = shop.visitor();
    const answer = async (number: string, email: string) => {
      const response = await stranger.post("/orders/find", { number, email });
      return [response.status, (await response.text()).replaceAll(number, "N").replaceAll(email, "E")];
    };
    const wrongAddress = await answer("P-1001", "eve@example.com");
    expect(wrongAddress[0]).toBe(422);
    expect(await answer("P-9999", "eve@example.com")).toEqual(wrongAddress);
    expect(await answer("P-9999", odile.email)).toEqual(wrongAddress);
  });

  test("is not there for trying numbers", async () => {
    await using shop = await openSmallShop({ products: [mug], limits: true });
    const stranger = shop.visitor();
    const tries = [];
    for (let at = 0; at < 12; at++) {
      tries.push((await stranger.post("/orders/find", { number: `P-${1000 + at}`, email: odile.email })).status);
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
  });
});

describe("keeping an order in an account", () => {
  test("asks for a password only, signs in, and the order is in the account", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path } = await placed(shop);
    expect(await read(visitor, path)).toContain("Keep this order in an account");
    const made = await visitor.post(`${path}/account`, { password: "correct horse battery" });
    expect([made.status, made.headers.get("Location")]).toEqual([303, path]);
    const page = await read(visitor, path);
    expect(page).not.toContain("Keep this order in an account");
    expect(page).toContain("Odile Bernard");
    const [customer] = await shop.deps.store.read.select().from(customers);
    const [row] = await shop.deps.store.read.select().from(orders);
    expect(row?.customerId).toBe(customer?.id ?? "");
  });

  test("says what is wrong with a password, beside it", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const { visitor, path } = await placed(shop);
    const refused = await visitor.post(`${path}/account`, { password: "short" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Password must be at least 8 characters.");
    expect(html).toContain('<a href="#password">');
    expect(html).not.toContain('value="short"');
  });

  test("gives nobody the account that is there already for the address", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    await shop.visitor().post("/register", { email: odile.email, password: "correct horse", displayName: "Odile" });
    const { visitor, path } = await placed(shop);
    const refused = await visitor.post(`${path}/account`, { password: "another password" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("An account with this email already exists.");
    expect((await shop.deps.store.read.select().from(orders))[0]?.customerId).toBeNull();
  });
});
