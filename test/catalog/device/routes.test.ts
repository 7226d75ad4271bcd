import { describe, expect, test } from "bun:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { products, variants } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { find } from "#src/catalog/device/find.ts";
import { catalogueKeeper } from "#src/catalog/device/kept-catalogue.ts";
import { readCatalogue } from "#src/catalog/device/read-catalogue.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const goods = [
  { title: "Blue Mug", price: 2999, compareAt: 3999, stock: 37, sku: "SECRET-SKU-7", vendor: "Tolliver" },
  { title: "Jug", price: 4200, stock: 0 },
  { title: "Not Yet", price: 100, status: "draft" as const },
  { title: "No Longer", price: 100, status: "archived" as const },
];
const address = "/catalogue.index";
const fetched = async (shop: Pick<TestShop, "get">) => readCatalogue(await (await shop.get(address)).arrayBuffer());
const inShop = (shop: TestShop) => shop.deps.store;

describe("the catalogue for devices", () => {
  test("holds what a visitor may see, with prices, and of the stock only whether there is any", async () => {
    await using shop = await openShop({ products: goods });
    const catalogue = await fetched(shop);
    expect([...catalogue.handles].toSorted()).toEqual(["blue-mug", "jug"]);
    const mug = catalogue.handles.indexOf("blue-mug");
    expect([catalogue.priceFrom[mug], catalogue.compareAt[mug], catalogue.available[mug]]).toEqual([2999, 3999, 1]);
    expect(catalogue.available[1 - mug]).toBe(0);
    expect(catalogue.pictures[mug]).toMatch(/^\/assets\/no-picture-[a-z]+\.svg$/);
    const text = new TextDecoder().decode(await (await shop.get(address)).arrayBuffer());
    expect(text).not.toMatch(/not.?yet|no.?longer/i);
    expect(Object.keys(catalogue)).not.toContain("stock");
  });

  test("is the same without a number that only the shop knows: a sale of one leaves it as it is", async () => {
    await using shop = await openShop({ products: goods });
    const before = await (await shop.get(address)).bytes();
    await inShop(shop).write(async (tx) => {
      await tx.update(variants).set({ stock: 36 }).where(eq(variants.id, "blue-mug-0"));
      await keepProducts(tx, ["blue-mug"]);
    });
    expect(await (await shop.visitor().get(address)).bytes()).toEqual(before);
  });

  test("has a tag, is not sent again for it, and has another after a change", async () => {
    await using shop = await openShop({ products: goods });
    const first = await shop.get(address);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"1-[a-z0-9]+"$/);
    expect([first.headers.get("cache-control"), first.headers.get("vary")]).toEqual([
      "public, no-cache",
      "Accept-Encoding",
    ]);
    const again = await shop.get(address, { headers: { "If-None-Match": tag } });
    expect([again.status, (await again.bytes()).length]).toEqual([304, 0]);

    await inShop(shop).write(async (tx) => {
      await tx.update(products).set({ title: "Green Mug" }).where(eq(products.id, "blue-mug"));
      await keepProducts(tx, ["blue-mug"]);
    });
    const changed = await shop.get(address, { headers: { "If-None-Match": tag } });
    expect([changed.status, changed.headers.get("etag") === tag]).toEqual([200, false]);
    const catalogue = readCatalogue(await changed.arrayBuffer());
    expect(find(catalogue, "green").hits.map((at) => catalogue.handles[at])).toEqual(["blue-mug"]);
    expect(find(catalogue, "blue").hits).toEqual([]);
  });

  test("nothing is read to say that a browser has it, nor for the second who asks; all who wait share one reading", async () => {
    await using shop = await openShop({ products: goods });
    const count = async (act: () => Promise<unknown>) => {
      const before = inShop(shop).statements();
      await act();
      return inShop(shop).statements() - before;
    };
    const tag = (await shop.get(address)).headers.get("etag") ?? "";
    expect(await count(() => shop.get(address, { headers: { "If-None-Match": tag } }))).toBe(0);
    expect(await count(() => shop.get(address))).toBe(0);
    const change = () =>
      inShop(shop).write(async (tx) => {
        await tx
          .update(products)
          .set({ subtitle: `at ${performance.now()}` })
          .where(eq(products.id, "jug"));
        await keepProducts(tx, ["jug"]);
      });
    await change();
    const one = await count(() => shop.get(address));
    await change();
    const five = await count(() => Promise.all([1, 2, 3, 4, 5].map(() => shop.get(address))));
    expect(one).toBeGreaterThan(4);
    expect(five).toBeLessThan(one + 6);
  });

  test("is gathered anew only after a rest, twenty times as long as it took: a busy shop has other things to do", async () => {
    await using shop = await openShop({ products: goods });
    let at = 0;
    const ask = catalogueKeeper({ store: inShop(shop), now: () => new Date((at += 100)) }, (file) => file);
    const tagNow = async () => (await ask({ had: null, accepts: "" })).tag;
    const first = await tagNow();
    await inShop(shop).write((tx) => bump(tx, ["catalog"]));
    expect(await tagNow()).toBe(first);
    expect(await ask({ had: first, accepts: "" })).toEqual({ tag: first });
    at += 2000;
    expect(await tagNow()).not.toBe(first);
  });

  test("comes packed as the browser takes it, and is the same unpacked", async () => {
    await using shop = await openShop({ products: goods });
    const as = async (accepts: string) => shop.get(address, { headers: { "Accept-Encoding": accepts } });
    const plain = await (await as("")).bytes();
    const [br, gzip] = [await as("gzip, deflate, br"), await as("gzip")];
    expect([br.headers.get("content-encoding"), gzip.headers.get("content-encoding")]).toEqual(["br", "gzip"]);
    expect(new Uint8Array(brotliDecompressSync(await br.bytes()))).toEqual(plain);
    expect(new Uint8Array(gunzipSync(await gzip.bytes()))).toEqual(plain);
  });

  test("is not asked for without end", async () => {
    await using shop = await openShop({ products: goods, limits: true });
    const answers = await Promise.all(Array.from({ length: 70 }, () => shop.get(address)));
    expect(answers.filter(({ status }) => status === 429).length).toBe(10);
  });
});

describe("the page of the whole catalogue", () => {
  test("is the shop's own search where no script runs, and shows nothing that would do nothing", async () => {
    await using shop = await openShop({ products: goods });
    const html = await (await shop.get("/search/everything?q=%22%3E%3Cimg%20src=x%3E")).text();
    expect(html).toMatch(/<form class="stack" id="everything" action="\/search">/);
    expect(html).toMatch(/<div class="stack" id="device" hidden/);
    expect(html).toMatch(/id="device-more" hidden/);
    expect(html).not.toContain("<img src=x>");
    expect(await (await shop.get("/search?q=mug")).text()).toContain('href="/search/everything?q=mug"');
  });
});
