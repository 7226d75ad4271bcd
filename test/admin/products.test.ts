import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { stockMoves, variants } from "#db/schema.ts";
import { tellWaiting } from "#src/news/tell-waiting.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999, stock: 3, sku: "TOL-MUG" },
      { title: "<i>Jug</i>", handle: "jug", price: 4200, stock: 1 },
    ],
  });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const mug = async () => (await shop.deps.store.read.select().from(variants).where(eq(variants.id, "mug-0")))[0];

describe("the product list", () => {
  test("finds by name and by article number, and shows a hostile name as text", async () => {
    const all = await (await desk.get("/admin/products")).text();
    expect(all).toContain("&lt;i&gt;Jug");
    expect(await (await desk.get("/admin/products?q=tol-")).text()).not.toContain("Jug");
    expect(await (await desk.get("/admin/products?q=zzz")).text()).toContain("Nothing by that name");
  });

  test("a new price stands in the shop at once, also on a page that was kept", async () => {
    expect(await (await shop.visitor().get("/products/mug")).text()).toContain("$29.99");
    const saved = await desk.htmx.post("/admin/variants/mug-0", { price: "31.50", stock: "7", version: "1" });
    expect([saved.status, (await saved.text()).startsWith('<tbody id="product-mug">')]).toEqual([200, true]);
    expect(await mug()).toMatchObject({ price: 3150, stock: 7, version: 2 });
    const page = await (await shop.visitor().get("/products/mug")).text();
    expect(page).toContain("$31.50");
    expect(page).not.toContain("$29.99");
    expect(await shop.deps.store.read.select().from(stockMoves)).toMatchObject([{ change: 4, cause: "counted" }]);
  });

  for (const fields of [
    { price: "-1" },
    { price: "1e3" },
    { price: "1.999" },
    { price: "" },
    { price: "abc" },
    { stock: "1.5" },
    { stock: "x" },
    { stock: "99999999999" },
  ]) {
    test(`refuses ${JSON.stringify(fields)} beside the field, with what was typed, and saves nothing`, async () => {
      const before = await mug();
      const typed = { price: "31.50", stock: "7", version: String(before?.version), ...fields };
      const response = await desk.htmx.post("/admin/variants/mug-0", typed);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('role="alert"');
      expect(await mug()).toEqual(before as NonNullable<typeof before>);
    });
  }

  test("two at once: the second is shown what the first did", async () => {
    const before = await mug();
    const typed = { price: "33", stock: "7", version: String(before?.version) };
    const both = await Promise.all([
      desk.htmx.post("/admin/variants/mug-0", typed),
      desk.htmx.post("/admin/variants/mug-0", { ...typed, price: "34" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const said = await both.find(({ status }) => status === 409)?.text();
    expect(said).toMatch(/Price: 3[34]\.00 now, 3[34]\.00 as you typed it\./);
  });

  test("how many wait for a kind stands beside its stock, until they are told", async () => {
    const { store } = shop.deps;
    const row = async () => /id="product-jug".*?<\/tbody>/s.exec(await (await desk.get("/admin/products")).text())?.[0];
    await store.write((tx) => tx.update(variants).set({ stock: 0 }).where(eq(variants.id, "jug-0")));
    for (const email of ["ada@example.com", "bob@example.com"]) {
      expect(await row()).not.toContain("2 wait for it");
      await shop.visitor().post("/products/jug/notice", { variant: "jug-0", email });
    }
    expect(await row()).toContain("2 wait for it");
    const reader = await member(shop, "reader");
    expect(await (await reader.get("/admin/products")).text()).toContain("2 wait for it");
    await store.write((tx) => tx.update(variants).set({ stock: 1 }).where(eq(variants.id, "jug-0")));
    await tellWaiting(shop.deps);
    expect(await row()).not.toContain("wait for it");
  });

  test("a state chosen by two at once: the second is told, beside it", async () => {
    const typed = { status: "draft", version: "77" };
    const refused = await desk.htmx.post("/admin/products/mug", typed);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Somebody changed this")]);
  });

  test("put away, it is gone from the shop; without scripts one comes back to the list", async () => {
    const response = await desk.post("/admin/products/jug", { status: "archived", version: "1" });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      "/admin/products?q=%3Ci%3EJug%3C%2Fi%3E",
    ]);
    expect((await shop.visitor().get("/products/jug")).status).toBe(410);
    expect((await desk.post("/admin/products/jug", { status: "sold", version: "2" })).status).toBe(422);
  });
});
