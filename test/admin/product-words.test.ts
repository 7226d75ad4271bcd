import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog, products, redirects, variants } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999, stock: 3, sku: "TOL-MUG", description: "<p>Old words.</p>" },
      { title: "Jug", price: 4200 },
      { title: "Pot", price: 4200 },
    ],
  });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const row = async (id: string) => {
  const [found] = await shop.deps.store.read.select().from(products).where(eq(products.id, id));
  if (!found) throw new Error(`${id} is gone`);
  return found;
};
async function typed(id: string, changes: Readonly<Record<string, string>> = {}) {
  const { title, subtitle, description, vendor, type, tags, handle, seoTitle, seoDescription, version } = await row(id);
  const all = { title, subtitle, description, vendor, type, handle, seoTitle, seoDescription };
  return { ...all, tags: tags.join(", "), version: String(version), ...changes };
}
const save = (id: string, fields: Record<string, string>) => desk.htmx.post(`/admin/products/${id}/words`, fields);

describe("the words of a product", () => {
  test("are changed together, and stand in the shop at once, also on a page that was kept", async () => {
    expect(await (await shop.visitor().get("/products/mug")).text()).toContain("Old words.");
    const changes = {
      ...{ title: "Big <b>Mug</b>", vendor: "Tolpa", type: "Cup", tags: "green, gift, green", seoTitle: "A mug" },
      description: "Holds a pint.\n\nTwo of them hold two.<script>alert(1)</script><img src=x onerror=alert(1)>",
    };
    const saved = await save("mug", await typed("mug", changes));
    expect([saved.status, await saved.text()]).toEqual([200, expect.stringContaining("Saved")]);
    expect(await row("mug")).toMatchObject({
      title: "Big <b>Mug</b>",
      description: "<p>Holds a pint.</p>\n<p>Two of them hold two.</p>",
      tags: ["green", "gift"],
      version: 2,
    });
    const page = await (await shop.visitor().get("/products/mug")).text();
    expect(page).toContain("Big &lt;b>Mug");
    expect(page).toContain("<p>Two of them hold two.</p>");
    expect(page).not.toMatch(/<script>alert|<img src=x/);
    const [line] = await shop.deps.store.read.select().from(auditLog).where(eq(auditLog.act, "change product"));
    expect(line).toMatchObject({ subject: "product:mug", detail: { after: { vendor: "Tolpa" } } });
  });

  test("saved without a change write nothing", async () => {
    const before = await row("mug");
    expect((await save("mug", await typed("mug"))).status).toBe(200);
    expect(await row("mug")).toEqual(before);
  });

  test("changed by two at once: 409 with what differs, nothing lost, and saved again they stand", async () => {
    const mine = await typed("jug", { title: "My jug", vendor: "Me" });
    await save("jug", await typed("jug", { title: "Their jug" }));
    const refused = await save("jug", mine);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("Somebody changed this since you opened it.");
    for (const words of ["<td>Their jug</td>", "<td>My jug</td>", 'value="My jug"', 'value="Me"'])
      expect(html).toContain(words);
    expect((await row("jug")).title).toBe("Their jug");
    const plain = await desk.post("/admin/products/jug/words", mine);
    expect([plain.status, (await plain.text()).includes("<html")]).toEqual([409, true]);

    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await save("jug", { ...mine, version })).status).toBe(200);
    expect(await row("jug")).toMatchObject({ title: "My jug", vendor: "Me" });
  });

  test("at another address: the old one leads there, as does one it had before", async () => {
    const plain = await desk.post("/admin/products/mug/words", await typed("mug", { handle: "Größe Mug!" }));
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/admin/products/mug#words"]);
    const { handle } = await row("mug");
    expect(handle).toBe("grosse-mug");
    const visitor = shop.visitor();
    const old = await visitor.get("/products/mug");
    expect([old.status, old.headers.get("Location")]).toEqual([301, "/products/grosse-mug"]);
    expect((await visitor.get("/products/grosse-mug")).status).toBe(200);

    await save("mug", await typed("mug", { handle: "pint-mug" }));
    for (const before of ["mug", "grosse-mug"])
      expect((await visitor.get(`/products/${before}`)).headers.get("Location")).toBe("/products/pint-mug");
    await save("mug", await typed("mug", { handle: "mug" }));
    expect((await visitor.get("/products/mug")).status).toBe(200);
    const led = await shop.deps.store.read.select({ from: redirects.from }).from(redirects);
    expect(led.map(({ from }) => from).toSorted()).toEqual(["products/grosse-mug", "products/pint-mug"]);
  });

  test("are refused beside the field, with what was typed, and nothing is saved", async () => {
    const before = await row("pot");
    for (const [changes, sentence] of [
      [{ title: " " }, "Write a name"],
      [{ title: "x".repeat(201) }, "Write a name"],
      [{ handle: "jug" }, "Another product is at this address."],
      [{ handle: "!!!" }, "Write an address of letters or digits"],
      [{ description: "x".repeat(40_001) }, "Shorten it to 40,000 letters."],
      [{ version: "x" }, "Reload the page."],
    ] as const) {
      const answer = await save("pot", await typed("pot", { vendor: "Kept words", ...changes }));
      const html = await answer.text();
      expect([answer.status, html.includes(sentence)], sentence).toEqual([422, true]);
      expect(html).toContain("Kept words");
    }
    expect(await row("pot")).toEqual(before);
    expect((await save("none", await typed("pot"))).status).toBe(404);
  });

  test("are for who may change products; others see the page without a form", async () => {
    const reader = await member(shop, "reader");
    const page = await (await reader.get("/admin/products/pot")).text();
    expect(page).toContain("<h1>Pot</h1>");
    expect(page).not.toContain("/admin/products/pot/words");
    expect(page).not.toContain("add-pictures");
    expect((await reader.post("/admin/products/pot/words", await typed("pot"))).status).toBe(403);
  });
});

describe("a product's own page", () => {
  const kind = async () => (await shop.deps.store.read.select().from(variants).where(eq(variants.id, "mug-0")))[0];

  test("changes price, stock, number and state where they stand, and leads back to itself", async () => {
    const fields = { price: "31.50", stock: "7", sku: "MUG-2", version: "1", at: "editor" };
    const plain = await desk.post("/admin/variants/mug-0", fields);
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/admin/products/mug"]);
    expect(await kind()).toMatchObject({ price: 3150, stock: 7, sku: "MUG-2" });
    const refused = await desk.post("/admin/variants/mug-0", { ...fields, price: "a lot", version: "2" });
    const html = await refused.text();
    expect([refused.status, html.includes('value="a lot"'), html.includes('id="words"')]).toEqual([422, true, true]);
    const state = { status: "draft", version: String((await row("mug")).version), at: "editor" };
    expect((await desk.post("/admin/products/mug", state)).headers.get("Location")).toBe("/admin/products/mug");
    expect((await row("mug")).status).toBe("draft");
  });

  test("leaves the number alone where it is not asked for, or the role does not include it", async () => {
    const fields = { price: "31.50", stock: "9", version: "2" };
    await desk.htmx.post("/admin/variants/mug-0", fields);
    expect(await kind()).toMatchObject({ stock: 9, sku: "MUG-2" });
    const packer = await member(shop, "packer");
    const sent = await packer.htmx.post("/admin/variants/mug-0", {
      ...fields,
      stock: "8",
      sku: "X",
      version: "3",
      at: "editor",
    });
    expect([sent.status, await kind()]).toEqual([200, expect.objectContaining({ stock: 8, sku: "MUG-2" })]);
  });

  test("is led to from the list, and is nowhere for what is not there", async () => {
    expect(await (await desk.get("/admin/products")).text()).toContain('href="/admin/products/jug"');
    expect((await desk.get("/admin/products/nowhere")).status).toBe(404);
  });
});
