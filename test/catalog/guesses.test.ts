import { describe, expect, test } from "bun:test";
import { guesser, lookedFor } from "#src/catalog/guesses.ts";
import { openShop } from "#test/support/shop.ts";

const goods = {
  products: [
    { title: "Round Teapot", price: 4200 },
    { title: "Storm Lantern", price: 2999 },
    { title: "Old Kettle", price: 999, status: "archived" as const },
  ],
};
const cards = (html: string) =>
  [...html.matchAll(/<li class="product-card">.*?<a href="\/products\/([^"]+)"/gs)].map((found) => found[1]);

describe("an address that leads nowhere", () => {
  test.each([
    ["/shop/round-teapot", "round-teapot"],
    ["/teapot.html", "teapot"],
    ["/a/b/th%C3%A9i%C3%A8re/", "théière"],
    ["/wp-content/x.js", undefined],
    ["/.env", undefined],
    ["/", undefined],
    [`/${"a".repeat(81)}`, undefined],
    ["/%3Cscript%3E", undefined],
  ])("%p looks for %p", (path, name) => expect(lookedFor(path)).toBe(name as string));

  test("shows what may have been meant, also as the first page after a start", async () => {
    await using shop = await openShop(goods);
    const answer = await shop.get("/store/round-teapto");
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain("Test Shop");
    expect(html).toContain('type="search" value="round teapto"');
    expect(cards(html)).toEqual(["round-teapot"]);
    expect(cards(await (await shop.get("/nothing-like-it")).text())).toHaveLength(2);
    expect((await shop.get("/nothing-like-it")).headers.get("Cache-Control")).toBe("private, no-store");
  });

  test("is a plain page for files, for who asks too often, and without the database", async () => {
    const shop = await openShop({ ...goods, limits: true });
    const seen = async (path: string) => cards(await (await shop.get(path)).text()).length;
    expect(await seen("/backup.zip")).toBe(0);
    for (let n = 0; n < 20; n += 1) expect(await seen("/teapot-nowhere")).toBeGreaterThan(0);
    expect(await seen("/teapot-nowhere")).toBe(0);
    const other = shop.visitor("10.0.0.9");
    await shop.deps.store.close();
    const answer = await other.get("/teapot-nowhere");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("There is no such page");
  });

  test("is helped for a few at a time, so that many cost no more", async () => {
    await using shop = await openShop(goods);
    const guess = guesser(shop.deps);
    const given = await Promise.all(Array.from({ length: 20 }, () => guess("/teapot", "10.0.0.1")));
    expect(given.filter((each) => each !== undefined)).toHaveLength(2);
    expect(await guess("/teapot", "10.0.0.1")).toBeDefined();
  });
});

test("a product that was put away is gone for good, with what else there is; a draft was never there", async () => {
  await using shop = await openShop({
    products: [...goods.products, { title: "Secret Pan", price: 999, status: "draft" as const }],
  });
  const answer = await shop.get("/products/old-kettle");
  expect(answer.status).toBe(410);
  const html = await answer.text();
  expect(html).toContain("That one is not sold here any more.");
  expect(cards(html)).toHaveLength(2);
  expect((await shop.htmx.get("/products/old-kettle")).status).toBe(410);
  expect((await shop.get("/products/secret-pan")).status).toBe(404);
});
