import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { orderLines, orders } from "#db/schema.ts";
import { spanOf } from "#src/admin/figures/span.ts";
import { tally, together } from "#src/admin/figures/tally.ts";
import { growthOf, marksUpTo, meanOf } from "#src/pricing/figures.ts";
import { toCents } from "#src/pricing/money.ts";
import { order } from "#test/checkout/small-shop.ts";
import { saveShop } from "#src/settings/store.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { member, owner } from "./staff.ts";

const newYork = { timeZone: "America/New_York", locale: "en-US" };

describe("the days of a shop", () => {
  test("begin at its own midnight, also where clocks were changed", () => {
    const now = new Date("2026-11-02T15:00:00Z");
    const { bars, before, until } = spanOf("7", now, newYork);
    expect(bars.map(({ from }) => from.toISOString())).toEqual([
      "2026-10-27T04:00:00.000Z",
      "2026-10-28T04:00:00.000Z",
      "2026-10-29T04:00:00.000Z",
      "2026-10-30T04:00:00.000Z",
      "2026-10-31T04:00:00.000Z",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ]);
    expect(until.toISOString()).toBe("2026-11-03T05:00:00.000Z");
    expect([before.length, before[0]?.from.toISOString()]).toEqual([7, "2026-10-20T04:00:00.000Z"]);
  });

  test("a year is twelve months, the last of them this one", () => {
    const { bars } = spanOf("365", new Date("2026-01-31T12:00:00Z"), { timeZone: "Asia/Kolkata", locale: "en-IN" });
    expect(bars.map(({ label }) => label).join(" ")).toBe("Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec Jan");
    expect(bars[11]?.from.toISOString()).toBe("2025-12-31T18:30:00.000Z");
  });

  test("each order falls to one bar, none is lost and none counted twice", () => {
    const { bars, until } = spanOf("30", new Date("2026-11-20T10:00:00Z"), newYork);
    const sales = Array.from({ length: 3000 }, (_, at) => ({
      quarter: Math.floor((bars[0]?.from.getTime() ?? 0) / 900_000) + at,
      orders: 1,
      total: toCents(7),
    })).filter(({ quarter }) => quarter * 900_000 < until.getTime());
    const found = tally(bars, until, sales);
    expect(together(found)).toEqual({ total: toCents(7 * sales.length), orders: sales.length });
    expect(found.map(({ orders: n }) => n)).toContain(100); // the day on which the clocks were put back
  });
});

describe("figures", () => {
  test("are whole minor units, half up", () => {
    expect([meanOf(toCents(1001), 2), meanOf(toCents(10), 3), meanOf(toCents(0), 0)]).toEqual([501, 3, 0] as never);
    expect([growthOf(toCents(110), toCents(100)), growthOf(toCents(1), toCents(0))]).toEqual([100, undefined]);
  });

  test.each([0, 1, 3, 99, 812_00, 1_234_567, 10 ** 12])(
    "the marks beside %p reach it in at most five round steps",
    (most) => {
      const marks = marksUpTo(most);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(Math.max(1, most));
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.every(Number.isInteger)).toBe(true);
    },
  );
});

async function sell(shop: TestShop) {
  await order(shop.visitor(), "transfer");
  await order(shop.visitor(), "transfer");
  await shop.deps.store.write((tx) => tx.update(orders).set({ state: "canceled" }).where(eq(orders.number, "P-1002")));
}

describe("the front of the desk", () => {
  test("shows what was sold, what waits and what is short; canceled orders do not count", async () => {
    await using shop = await openShop({ products: [{ title: "Mug <b>", handle: "mug", price: 2999, stock: 5 }] });
    await sell(shop);
    const desk = await owner(shop);
    const [row] = await shop.deps.store.read.select().from(orders).where(eq(orders.number, "P-1001"));
    const lines = await shop.deps.store.read.select().from(orderLines);
    const total = `$${((row?.total ?? 0) / 100).toFixed(2)}`;
    for (const span of ["", "?span=today", "?span=30", "?span=365", "?span=x"]) {
      const html = await (await desk.get(`/admin${span}`)).text();
      expect(html).toContain(`<dt>Sales</dt><dd>${total}</dd>`);
      expect(html).toContain("<dt>Orders</dt><dd>1</dd>");
      expect(html).toContain("1</strong><span><span>order not paid yet");
      expect(html).toContain("Mug &lt;b&gt;");
      expect(html).not.toContain("Mug <b>");
      expect(html).toContain('aria-labelledby="sc-t"');
    }
    expect(lines.length).toBe(2);
  });

  test("stands in a shop where nothing was sold yet", async () => {
    await using shop = await openShop({ products: [] });
    const html = await (await (await owner(shop)).get("/admin")).text();
    expect(html).toContain("Nothing was sold in this time.");
    expect(html).toContain("nothing yet");
  });

  test("says what comes first where there is no product yet, each to who may do it", async () => {
    await using shop = await openShop({ products: [] });
    const front = async (desk: { get(path: string): Promise<Response> }) => (await desk.get("/admin")).text();
    const html = await front(await owner(shop));
    expect(html).toContain("The cart is empty");
    for (const href of ["/admin/import", "/admin/shipping", "/"]) expect(html).toContain(`<li><a href="${href}">`);
    const looked = await front(await member(shop, "reader"));
    expect(looked).toContain("The cart is empty");
    expect(looked).not.toContain('<li><a href="/admin/import">');
    await using full = await openShop({ products: [{ title: "Mug", price: 2999, status: "draft" }] });
    const keeper = await owner(full);
    const later = await front(keeper);
    expect(later).not.toContain("The cart is empty");
    for (const each of ["Before you open", '<li><a href="/admin/settings">', '<li><a href="/admin/pages">'])
      expect(later).toContain(each);
    expect(later).not.toContain('<li><a href="/admin/import">');
    await keeper.post("/admin/pages/new", { title: "About", body: "Us." });
    const address = { street: "1 Elm", city: "Hudson", region: "NY", postcode: "12534", country: "US" };
    await full.deps.store.write((tx) => saveShop(tx, { email: "a@b.example", address }));
    expect(await front(keeper)).not.toContain("Before you open");
  });

  test("is not for who packs or writes", async () => {
    await using shop = await openShop({ products: [] });
    expect((await (await member(shop, "packer")).get("/admin")).headers.get("Location")).toBe("/admin/orders");
    expect((await (await member(shop, "content")).get("/admin")).headers.get("Location")).toBe("/admin/products");
    expect((await (await member(shop, "reader")).get("/admin")).status).toBe(200);
  });
});
