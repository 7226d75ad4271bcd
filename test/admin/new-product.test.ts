import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog, collections, products, stockMoves, variants } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({ settings: { currency: "EUR" } });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const all = () => shop.deps.store.read.select().from(products);
const kindsOf = (id: string) =>
  shop.deps.store.read.select().from(variants).where(eq(variants.productId, id)).orderBy(variants.position);
const make = (fields: Record<string, string>) => desk.post("/admin/products/new", fields);

/** Its id, by the address that the answer leads to. */
async function made(fields: Record<string, string>): Promise<string> {
  const answer = await make(fields);
  expect(answer.status).toBe(303);
  return answer.headers.get("Location")?.replace("/admin/products/", "") ?? "";
}

describe("a product written at the desk", () => {
  test("stands in the shop at once, and leads on to its own page", async () => {
    expect(await (await shop.visitor().get("/")).text()).toContain("Opening soon");
    const id = await made({ title: "Big <b>Mug</b>", subtitle: "Stoneware", price: "12.50", stock: "7", sku: "MUG" });
    expect(await kindsOf(id)).toMatchObject([{ price: 1250, stock: 7, tracked: true, sku: "MUG", option1: "" }]);
    const page = await (await desk.get(`/admin/products/${id}`)).text();
    expect(page).toContain("Big &lt;b>Mug&lt;/b>");
    const visitor = shop.visitor();
    const product = await visitor.get("/products/big-b-mug-b");
    const html = await product.text();
    expect([product.status, html.includes("€12.50"), html.includes("Big &lt;b>Mug")]).toEqual([200, true, true]);
    expect(await (await visitor.get("/search?q=mug")).text()).toContain("/products/big-b-mug-b");
    expect(await (await visitor.get("/")).text()).not.toContain("Opening soon");
    const [line] = await shop.deps.store.read.select().from(auditLog).where(eq(auditLog.act, "make product"));
    expect(line).toMatchObject({ subject: `product:${id}`, detail: { kinds: 1 } });
    const [move] = await shop.deps.store.read.select().from(stockMoves);
    expect(move).toMatchObject({ change: 7, cause: "counted" });
  });

  test("comes in every combination of what one chooses, and one of them can be bought", async () => {
    const id = await made({
      ...{ title: "Shirt", price: "30", stock: "2", sku: "SH", option1: "Size", values1: "Small, Large" },
      ...{ option2: "Colour", values2: "Red, Blue\\, light", newShelf: "Shirts & more" },
    });
    const kinds = await kindsOf(id);
    expect(kinds.map(({ option1, option2, sku }) => [option1, option2, sku])).toEqual([
      ["Small", "Red", "SH-1"],
      ["Small", "Blue, light", "SH-2"],
      ["Large", "Red", "SH-3"],
      ["Large", "Blue, light", "SH-4"],
    ]);
    const buyer = shop.visitor();
    const options = new URLSearchParams({ option1: "Large", option2: "Red" });
    expect(await (await buyer.get(`/products/shirt?${options}`)).text()).toContain("€30.00");
    await buyer.post("/cart/items", { variant: kinds[2]?.id ?? "", quantity: "1" });
    expect(await (await buyer.get("/cart")).text()).toContain("Large, Red");
  });

  test("is on a shelf of its own or one that is there, in the menu and with its count", async () => {
    await made({ title: "Blouse", price: "40", newShelf: "shirts & MORE" });
    const [shelf, ...others] = await shop.deps.store.read.select().from(collections);
    expect(shelf).toMatchObject({ title: "Shirts & more", handle: "shirts-more", listed: true, productCount: 2 });
    expect(others).toEqual([]);
    await made({ title: "Vest", price: "20", shelf: shelf?.id ?? "", status: "draft" });
    const page = await (await shop.visitor().get("/collections/shirts-more")).text();
    expect([page.includes("Shirt"), page.includes("Blouse"), page.includes("Vest")]).toEqual([true, true, false]);
    expect(await (await shop.visitor().get("/")).text()).toContain("Shirts &amp; more");
    expect((await shop.visitor().get("/products/vest")).status).toBe(404);
  });

  test("of the same name gets an address of its own; without a count it is never sold out", async () => {
    const first = await made({ title: "Jug", price: "0" });
    const second = await made({ title: "Jug!", price: "5" });
    const rows = new Map((await all()).map((row) => [row.id, row.handle]));
    expect([rows.get(first), rows.get(second)]).toEqual(["jug", "jug-2"]);
    expect(await kindsOf(second)).toMatchObject([{ tracked: false, stock: 0 }]);
    expect((await shop.visitor().get("/products/jug-2")).status).toBe(200);
  });

  test("is refused beside the field, with what was typed, and nothing is made", async () => {
    const before = (await all()).length;
    const right = { title: "Pot", price: "5", vendor: "Kept <words>" };
    const many = Array.from({ length: 11 }, (_, at) => `v${at}`).join(",");
    for (const [changes, sentence] of [
      [{ title: " " }, "Write a name"],
      [{ title: "!!!" }, "Write a name"],
      [{ title: "x".repeat(201) }, "Shorten it to 200 letters."],
      [{ price: "" }, "Write a price in EUR"],
      [{ price: "-1" }, "Write a price in EUR"],
      [{ price: "1e3" }, "Write a price in EUR"],
      [{ price: "1.999" }, "Write a price in EUR"],
      [{ stock: "a few" }, "Write how many there are"],
      [{ stock: "9999999" }, "Write how many there are"],
      [{ weight: "1.5" }, "Write whole grams"],
      [{ values1: "Small" }, "Say what one chooses"],
      [{ option1: "Size" }, "Write what there is of Size"],
      [{ option1: "Size", values1: "S, s" }, "s is there twice."],
      [{ option1: "A", values1: "1", option2: "a", values2: "2" }, "a is there already."],
      [{ option1: "A", values1: many, option2: "B", values2: many }, "That makes 121 kinds"],
      [{ shelf: "none" }, "That shelf is gone."],
      [{ newShelf: "!" }, "Write a name"],
    ] as const) {
      const answer = await make({ ...right, ...changes });
      const html = await answer.text();
      expect([answer.status, html.includes(sentence)], sentence).toEqual([422, true]);
      expect(html).toContain("Kept &lt;words>");
      expect(html).toContain("<title>Error: New product");
    }
    expect((await all()).length).toBe(before);
  });

  test("is put on other shelves and taken off them, on its own page", async () => {
    const id = await made({ title: "Cap", price: "9" });
    const visitor = shop.visitor();
    const move = (fields: Record<string, string>) => desk.post(`/admin/products/${id}/shelves`, fields);
    const on = await move({ newShelf: "Head & ears", move: "on" });
    expect([on.status, on.headers.get("Location")]).toEqual([303, `/admin/products/${id}#shelves`]);
    expect(await (await visitor.get("/collections/head-ears")).text()).toContain("/products/cap");
    const page = await (await desk.get(`/admin/products/${id}`)).text();
    expect(page).toContain('aria-label="Take it off Head &amp; ears"');
    const [shelf] = await shop.deps.store.read.select().from(collections).where(eq(collections.handle, "head-ears"));
    expect((await move({ shelf: shelf?.id ?? "", move: "on" })).status).toBe(303); // twice is once
    expect((await move({ shelf: shelf?.id ?? "", move: "off" })).status).toBe(303);
    expect(await (await visitor.get("/collections/head-ears")).text()).not.toContain("/products/cap");
    for (const [fields, sentence] of [
      [{}, "Choose a shelf, or write a new one."],
      [{ newShelf: "!" }, "Write a name"],
      [{ shelf: "none" }, "That shelf is gone."],
    ] as const) {
      const refused = await move({ ...fields, move: "on" });
      expect([refused.status, (await refused.text()).includes(sentence)], sentence).toEqual([422, true]);
    }
    expect((await desk.post("/admin/products/none/shelves", { newShelf: "X", move: "on" })).status).toBe(404);
    const packer = await member(shop, "packer");
    expect((await packer.post(`/admin/products/${id}/shelves`, { newShelf: "X", move: "on" })).status).toBe(403);
  });

  test("has a former price and a weight for every kind, and keeps those that differ", async () => {
    const id = await made({ title: "Coat", price: "90", option1: "Size", values1: "S, M" });
    const set = (fields: Record<string, string>) => desk.post(`/admin/products/${id}/kinds`, fields);
    const none = { wasWeight: "", wasCompareAt: "" };
    expect((await set({ ...none, weight: "1200", compareAt: "120.00" })).status).toBe(303);
    expect(await kindsOf(id)).toMatchObject([
      { weight: 1200, compareAt: 12000 },
      { weight: 1200, compareAt: 12000 },
    ]);
    expect(await (await shop.visitor().get("/products/coat")).text()).toContain("€120.00");
    const html = await (await desk.get(`/admin/products/${id}`)).text();
    for (const each of ['name="wasWeight" value="1200"', 'name="wasCompareAt" value="120.00"'])
      expect(html).toContain(each);
    const was = { wasWeight: "1200", wasCompareAt: "120.00" };
    for (const [fields, sentence] of [
      [{ weight: "a lot", compareAt: "120.00" }, "Write whole grams"],
      [{ weight: "1200", compareAt: "much" }, "Write a price in EUR"],
      [{ weight: "1200", compareAt: "90" }, "Write more than it costs now"],
    ] as const) {
      const refused = await set({ ...was, ...fields });
      expect([refused.status, (await refused.text()).includes(sentence)], sentence).toEqual([422, true]);
    }
    const [small] = await kindsOf(id);
    await shop.deps.store.write((tx) =>
      tx
        .update(variants)
        .set({ weight: 900 })
        .where(eq(variants.id, small?.id ?? "")),
    );
    expect((await set({ wasWeight: "", weight: "", wasCompareAt: "120.00", compareAt: "" })).status).toBe(303);
    expect(await kindsOf(id)).toMatchObject([
      { weight: 900, compareAt: null },
      { weight: 1200, compareAt: null },
    ]);
    const content = await member(shop, "content");
    expect(await (await content.get(`/admin/products/${id}`)).text()).not.toContain("Save for every kind");
    expect((await content.post(`/admin/products/${id}/kinds`, { ...none, weight: "1" })).status).toBe(403);
    expect((await desk.post("/admin/products/none/kinds", none)).status).toBe(404);
  });

  test("is for who may set prices; others have no way there", async () => {
    const content = await member(shop, "content");
    expect(await (await content.get("/admin/products")).text()).not.toContain("New product");
    expect((await content.get("/admin/products/new")).status).toBe(403);
    expect((await content.post("/admin/products/new", { title: "Mine", price: "1" })).status).toBe(403);
    const manager = await member(shop, "manager");
    expect(await (await manager.get("/admin/products")).text()).toContain("New product");
    expect((await manager.post("/admin/products/new", { title: "Theirs", price: "1" })).status).toBe(303);
  });
});
