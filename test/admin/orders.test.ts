import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { variants } from "#db/schema.ts";
import { loadOrder } from "#src/orders/store.ts";
import { buyer, odile } from "#test/checkout/buyer.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
const ids: string[] = [];

async function order(cartId: string, draft: Partial<typeof odile> = {}): Promise<string> {
  const customer = await buyer(shop.deps.store, shop.clock, cartId, { ...odile, ...draft });
  await customer.add("mug-0", 2);
  const pressed = await customer.press(await customer.see());
  if (!("placed" in pressed)) throw new Error("no order was placed");
  shop.clock.forward(60_000);
  return pressed.placed.orderId;
}

const stock = async () => (await shop.deps.store.read.select({ stock: variants.stock }).from(variants))[0]?.stock;
const versionOf = async (id: string) => String((await loadOrder(shop.deps.store.read, id))?.version);

beforeAll(async () => {
  shop = await openShop({
    products: [{ title: "Mug", price: 2999, stock: 50, sku: "TOL-MUG" }],
    tax: [{ country: "US", rate: 55_000 }],
  });
  desk = await owner(shop);
  ids.push(
    await order("cart-a"),
    await order("cart-b", { name: "=cmd|' /C calc'!A0", email: "evil@example.com" }),
    await order("cart-c", { name: "<script>alert(1)</script>" }),
  );
});
afterAll(() => shop.close());

describe("the order book", () => {
  test("shows what waits for money, newest first, and every order in its own view", async () => {
    const html = await (await desk.get("/admin/orders?view=unpaid")).text();
    expect(html.indexOf("P-1003")).toBeLessThan(html.indexOf("P-1001"));
    expect(html).toContain("Odile Bernard");
    expect(await (await desk.get("/admin/orders")).text()).toContain("Nothing waits here.");
  });

  test("finds by number, name, address and article number", async () => {
    for (const [q, found] of [
      ["p-1002", "P-1002"],
      ["bernard", "P-1001"],
      ["evil@", "P-1002"],
      ["tol-mug", "P-1003"],
    ] as const) {
      expect(await (await desk.get(`/admin/orders?q=${encodeURIComponent(q)}`)).text(), q).toContain(`>${found}</a>`);
    }
    expect(await (await desk.get("/admin/orders?q=%25")).text()).toContain("No order like that");
  });

  test("hostile filters find nothing and break nothing", async () => {
    for (const query of [
      "view=x",
      "payment=' OR 1=1 --",
      "delivery[]=1",
      "after=x-y",
      "after=99999999999999999-1",
      `q=${"%".repeat(200)}`,
      "q=a&q=b",
    ]) {
      expect((await desk.get(`/admin/orders?${query}`)).status, query).toBe(200);
    }
  });

  test("an order shows its lines, its stored amounts, its letters, and a hostile name as text", async () => {
    const html = await (await desk.get(`/admin/orders/${ids[2]}`)).text();
    expect(html).toContain("TOL-MUG");
    expect(html).toContain("&lt;script&gt;alert(1)");
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("68.55");
    expect(html).toMatch(/Letter “[^”]+” to odile@example.com/);
    expect((await desk.get(`/admin/orders/${ids[2]}/why`)).status).toBe(200);
    expect(await (await desk.get(`/admin/orders/${ids[2]}/slip`)).text()).not.toContain("29.99");
    expect((await desk.get("/admin/orders/none")).status).toBe(404);
  });

  test("the file of orders cannot become a formula", async () => {
    const response = await desk.get("/admin/orders.csv?view=all");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const text = await response.text();
    expect(text.trim().split(/\r?\n/)).toHaveLength(4);
    expect(text).toContain("'=cmd|");
  });
});

describe("an order's way", () => {
  test("paid, shipped with a parcel number, and then no longer to be canceled", async () => {
    const id = ids[0] ?? "";
    const version = await versionOf(id);
    expect((await desk.post(`/admin/orders/${id}/paid`, { version })).status).toBe(303);
    const stale = await desk.htmx.post(`/admin/orders/${id}/paid`, { version });
    expect([stale.status, (await stale.text()).includes("changed since you looked")]).toEqual([409, true]);
    const shipped = await desk.htmx.post(`/admin/orders/${id}/shipped`, {
      version: await versionOf(id),
      tracking: "1Z999",
    });
    expect(shipped.status).toBe(200);
    const html = await shipped.text();
    expect(html).toStartWith('<div id="order">');
    expect(html).toContain("1Z999");
    expect((await desk.htmx.post(`/admin/orders/${id}/canceled`, { version: await versionOf(id) })).status).toBe(409);
  });

  test("canceled gives the stock back, once", async () => {
    const id = ids[1] ?? "";
    const before = await stock();
    const version = await versionOf(id);
    const both = await Promise.all([
      desk.htmx.post(`/admin/orders/${id}/canceled`, { version }),
      desk.htmx.post(`/admin/orders/${id}/canceled`, { version }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await stock()).toBe((before ?? 0) + 2);
  });

  test("a form without its version changes nothing", async () => {
    const id = ids[2] ?? "";
    expect((await desk.post(`/admin/orders/${id}/paid`, {})).status).toBe(409);
    expect((await loadOrder(shop.deps.store.read, id))?.paymentState).toBe("unpaid");
  });
});

describe("letters", () => {
  test("can be read without a mail server, as text and as they look, and nothing in them runs", async () => {
    const list = await (await desk.get("/admin/mail")).text();
    const path = /href="(\/admin\/mail\/(?!previews)[^"]+)"/.exec(list)?.[1] ?? "";
    expect((await desk.get(path)).status).toBe(200);
    const body = await desk.get(`${path}/body`);
    expect(body.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect((await desk.get("/admin/mail/none")).status).toBe(404);
  });
});
