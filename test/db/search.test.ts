import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { products } from "#db/schema.ts";
import { searchDocs } from "#db/search-index.ts";
import { mostHits } from "#db/search.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { searchProducts } from "#src/catalog/search-store.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";
import { makeWorld, type ProductSpec } from "#test/support/world.ts";

const catalogue: ProductSpec[] = [
  { title: "Pushcart Mug", price: 2999, sku: "TOL-MUG", vendor: "Tolliver Pottery", tags: ["stoneware"] },
  { title: "Mug", price: 900, sku: "PLAIN-1" },
  {
    title: "Round Teapot",
    price: 6400,
    sku: "TOL-POT-09",
    description: "<p>Pours without a drip, also for a <b>samovar</b>.</p>",
  },
  { title: "Cherry Cutting Board", price: 4600, sku: "HOL/BOARD" },
  { title: "Crème Brûlée Dish", price: 1800, sku: "CB 1" },
  { title: "Storm Lantern", price: 5200, sku: "WIC-LAN" },
  { title: "T-Shirt, heavy", price: 3000, sku: "TS-1" },
  { title: "抹茶 Bowl", price: 3300, sku: "JP-1" },
  { title: "Größe Drei Schüssel", price: 3300, sku: "DE-1" },
  { title: "Secret Lantern", price: 1, sku: "NOPE-1", status: "draft" },
  ...Array.from({ length: 300 }, (_, at) => ({ title: `Linen Towel ${at}`, price: 1000 + at, sku: `LIN-${at}-X` })),
];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.store.write((tx) => makeWorld(tx, { products: catalogue }));
});
afterAll(() => database.close());

const find = (text: string, page = {}) => searchProducts(database.store.read, text, page);
const titles = async (text: string) => (await find(text)).cards.map((card) => card.title);

describe("the search", () => {
  test.each([
    ["pushcart mug", "Pushcart Mug"],
    ["mug", "Mug"],
    ["PUSHC", "Pushcart Mug"],
    ["mug push", "Pushcart Mug"],
    ["teap", "Round Teapot"],
    ["samovar", "Round Teapot"],
    ["creme brulee", "Crème Brûlée Dish"],
    ["Brûl", "Crème Brûlée Dish"],
    ["schussel grosse", "Größe Drei Schüssel"],
    ["抹茶", "抹茶 Bowl"],
    ["茶", "抹茶 Bowl"],
    ["tshirt", "T-Shirt, heavy"],
    ["t-shirt", "T-Shirt, heavy"],
    ["TOL-MUG", "Pushcart Mug"],
    ["tolmug", "Pushcart Mug"],
    ["tol pot 09", "Round Teapot"],
    ["hol/board", "Cherry Cutting Board"],
    ["lin-217-x", "Linen Towel 217"],
    ["tolliver", "Pushcart Mug"],
    ["linen towel 123", "Linen Towel 123"],
  ])("finds by %p first of all %p", async (typed, title) => {
    expect((await titles(typed))[0]).toBe(title);
  });

  test.each([
    ["teapto", "Round Teapot", "teapot"],
    ["tepot", "Round Teapot", "teapot"],
    ["lanternn", "Storm Lantern", "lantern"],
    ["storn lantern", "Storm Lantern", "storm lantern"],
    ["cuttingboard", "Cherry Cutting Board", "cutting board"],
    ["tea pot", "Round Teapot", "teapot"],
    ["brulée dihs", "Crème Brûlée Dish", "brulee dish"],
  ])("mends %p to %p", async (typed, title, meant) => {
    const found = await find(typed);
    expect(found.cards[0]?.title).toBe(title);
    expect(found.meant).toBe(meant);
  });

  test("finds neither drafts nor what was deleted, and finds a thing under its new name", async () => {
    expect(await titles("secret")).toEqual([]);
    await database.store.write(async (tx) => {
      await tx.update(products).set({ title: "Hurricane Lamp" }).where(eq(products.id, "storm-lantern"));
      await keepProducts(tx, ["storm-lantern"]);
    });
    expect(await titles("hurricane")).toEqual(["Hurricane Lamp"]);
    expect(await titles("storm")).toEqual([]);
    await database.store.write((tx) => tx.delete(products).where(eq(products.id, "storm-lantern")));
    expect(await titles("hurricane")).toEqual([]);
    expect(
      await database.store.read.select().from(searchDocs).where(eq(searchDocs.productId, "storm-lantern")),
    ).toEqual([]);
  });

  test("looks at a bounded number, in pages that do not overlap", async () => {
    const first = await find("linen", { limit: 24 });
    const second = await find("linen", { limit: 24, offset: 24 });
    expect(first.total).toBe(mostHits);
    expect(first.isMore).toBe(true);
    expect(new Set([...first.cards, ...second.cards].map((card) => card.handle)).size).toBe(48);
  });

  test("takes one statement, two where a slip was mended", async () => {
    const count = async (text: string) => {
      const before = database.store.statements();
      await find(text);
      return database.store.statements() - before;
    };
    expect([await count("linen towel"), await count("teapto"), await count("zzzzzz"), await count(" ?! ")]).toEqual([
      1, 2, 1, 0,
    ]);
  });

  test.each([
    '"',
    "'",
    "\\",
    "*",
    "mug*",
    '"mug',
    "mug AND",
    "NOT mug",
    "mug OR OR",
    "title:mug",
    "{title}:mug",
    "NEAR(a b)",
    "^mug",
    "a & b",
    "!mug",
    "mug:*",
    "<->",
    "(((",
    ")",
    "%",
    "_",
    "t_mug",
    "c_tolmug",
    "'; DROP TABLE products; --",
    "' OR 1=1 --",
    "\u0000",
    "\ud800",
    "👩‍🍳",
    "مرحبا",
    "x".repeat(20_000),
    "a ".repeat(5000),
    "e\u0301".repeat(3000),
    "<script>alert(1)</script>",
  ])("answers %p with products or none, never with a fault", async (typed) => {
    expect((await find(typed)).total).toBeGreaterThanOrEqual(0);
  });
});
