import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { variants } from "#db/schema.ts";
import { orderProps } from "#src/orders/order-props.ts";
import { loadOrder } from "#src/orders/store.ts";
import { buyer, odile } from "#test/checkout/buyer.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

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

describe("money that went back", () => {
  const act = async (id: string, what: string, fields: Record<string, string> = {}) =>
    desk.post(`/admin/orders/${id}/${what}`, { version: await versionOf(id), ...fields });
  const state = async (id: string) => (await loadOrder(shop.deps.store.read, id))?.paymentState;
  /** What the buyer's page says. */
  const seen = async (id: string) => {
    const found = await loadOrder(shop.deps.store.read, id);
    if (!found) throw new Error("no order");
    return orderProps(found, { token: "t", shop: await shop.deps.shop.read(), mayKeep: false });
  };

  test("is written down, at most what the shop has, and both sides see it", async () => {
    const id = await order("cart-back");
    expect(await (await desk.get(`/admin/orders/${id}`)).text()).not.toContain("Money back");
    expect((await act(id, "refunded", { amount: "1" })).status).toBe(409);
    await act(id, "paid");
    const page = await (await desk.get(`/admin/orders/${id}`)).text();
    const total = /name="amount"[^>]*value="([\d.]+)"/.exec(page)?.[1] ?? "";
    expect(Number(total)).toBeGreaterThan(59);
    for (const amount of ["", "0", "-1", "a lot", "1e1", "9999.00"]) {
      const refused = await act(id, "refunded", { amount });
      expect([refused.status, (await refused.text()).includes("an amount up to $")], amount).toEqual([409, true]);
    }
    expect(await state(id)).toBe("paid");
    expect((await act(id, "refunded", { amount: "10.00" })).status).toBe(303);
    expect(await state(id)).toBe("partly_refunded");
    const some = await (await desk.get(`/admin/orders/${id}`)).text();
    expect(some).toContain("Money given back by the shop · $10.00");
    expect(some).toContain("Ship it"); // the rest is paid for
    const rest = /name="amount"[^>]*value="([\d.]+)"/.exec(some)?.[1] ?? "";
    expect(Math.round(Number(rest) * 100)).toBe(Math.round(Number(total) * 100) - 1000);
    expect(await seen(id)).toMatchObject({ money: "Some of the money went back", settled: true, canPay: false });
    expect((await seen(id)).steps.find(({ title }) => title === "Money given back")?.words).toContain("$10.00");

    await act(id, "canceled");
    await act(id, "refunded", { amount: rest });
    expect(await state(id)).toBe("refunded");
    expect(await (await desk.get(`/admin/orders/${id}`)).text()).not.toContain("Money back");
    expect(await seen(id)).toMatchObject({ money: "The money went back", trouble: undefined });
    expect((await act(id, "refunded", { amount: "0.01" })).status).toBe(409);
    expect(await state(id)).toBe("refunded");
  });

  test("of two who press at once, one writes it down", async () => {
    const id = await order("cart-twice");
    await act(id, "paid");
    const version = await versionOf(id);
    const press = () => desk.post(`/admin/orders/${id}/refunded`, { version, amount: "60.00" });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const found = await loadOrder(shop.deps.store.read, id);
    expect(found?.payments.filter((payment) => payment.state === "refunded").length).toBe(1);
  });

  test("is for those whose role has it", async () => {
    const id = await order("cart-role");
    await act(id, "paid");
    const packer = await member(shop, "packer");
    expect(await (await packer.get(`/admin/orders/${id}`)).text()).not.toContain("Money back");
    const version = await versionOf(id);
    expect((await packer.post(`/admin/orders/${id}/refunded`, { version, amount: "1.00" })).status).toBe(403);
    expect(await state(id)).toBe("paid");
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
