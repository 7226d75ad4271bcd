import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Store, Tx } from "#db/open.ts";
import {
  collectionProducts,
  collections,
  facetCounts,
  pictures,
  productFacets,
  products,
  reviews,
  variants,
  type CollectionRule,
} from "#db/schema.ts";
import { keepCollections, keepProducts } from "#src/catalog/keep.ts";
import { toCents, zero } from "#src/pricing/money.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";

const at = new Date("2026-11-01T00:00:00Z");
let database: FreshDatabase;
let store: Store;

beforeAll(async () => {
  database = await freshDatabase();
  store = database.store;
});
afterAll(() => database.close());

type Spec = { id: string; price: number; was?: number; glaze?: string; stock?: number; status?: "active" | "draft" };

async function addProduct(tx: Tx, { id, price, was, glaze = "", stock = 5, status = "active" }: Spec) {
  await tx.insert(products).values({
    id,
    handle: id,
    title: `The ${id}`,
    status,
    createdAt: at,
    updatedAt: at,
    priceFrom: zero,
    priceTo: zero,
    tags: ["clay"],
    attributes: [{ name: "origin", value: "Wisconsin" }],
    vendor: "Tolliver",
    type: "Mug",
    options: glaze ? [{ name: "glaze", values: [glaze] }] : [],
  });
  const compareAt = was === undefined ? null : toCents(was);
  const row = { productId: id, position: 0, option1: glaze, price: toCents(price), compareAt, stock };
  await tx.insert(variants).values({ id: `${id}-0`, ...row });
}

const addCollection = (tx: Tx, id: string, rule: CollectionRule | null = null) =>
  tx.insert(collections).values({ id, handle: id, title: id, rule });

const putInto = (tx: Tx, collectionId: string, ...ids: string[]) =>
  tx
    .insert(collectionProducts)
    .values(ids.map((productId) => ({ collectionId, productId, price: zero, createdAt: at })));

const countsOf = async (collectionId: string) => {
  const rows = await store.read.select().from(facetCounts).where(eq(facetCounts.collectionId, collectionId));
  return Object.fromEntries(rows.map(({ name, value, count }) => [`${name}=${value}`, count]));
};
const collectionOf = async (id: string) =>
  (await store.read.select().from(collections).where(eq(collections.id, id)))[0];
const productOf = async (id: string) => (await store.read.select().from(products).where(eq(products.id, id)))[0];

describe("keepProducts", () => {
  test("writes what a card shows", async () => {
    await store.write(async (tx) => {
      await addProduct(tx, { id: "bowl", price: 2500, was: 3000, glaze: "Oat" });
      await tx
        .insert(variants)
        .values({ id: "bowl-1", productId: "bowl", position: 1, option1: "Blue", price: toCents(4000) });
      await tx
        .insert(pictures)
        .values({ id: "p0", productId: "bowl", position: 0, file: "", state: "waiting", source: "https://x.test/a" });
      await tx.insert(pictures).values({ id: "p1", productId: "bowl", position: 1, file: "bowl.svg", alt: "A bowl" });
      const review = { productId: "bowl", author: "A", createdAt: at };
      await tx.insert(reviews).values([
        { id: "r1", rating: 5, ...review },
        { id: "r2", rating: 4, ...review },
        { id: "r3", rating: 1, shown: false, ...review },
      ]);
      await keepProducts(tx, ["bowl"]);
    });
    expect(await productOf("bowl")).toMatchObject({
      priceFrom: toCents(2500),
      priceTo: toCents(4000),
      compareAt: toCents(3000),
      reduced: true,
      available: true,
      variantCount: 2,
      picture: "bowl.svg",
      pictureAlt: "A bowl",
      ratingSum: 9,
      ratingCount: 2,
    });
  });

  test("finds a product by its options, its maker, its kind, what it is and how it fares", async () => {
    const rows = await store.read.select().from(productFacets).where(eq(productFacets.productId, "bowl"));
    expect(rows.map(({ name, value }) => `${name}=${value}`).toSorted()).toEqual(
      [
        ":available=1",
        ":rated=3",
        ":rated=4",
        ":reduced=1",
        ":type=Mug",
        ":vendor=Tolliver",
        "Glaze=Blue",
        "Glaze=Oat",
        "Origin=Wisconsin",
      ].toSorted(),
    );
  });

  test("moves counts and least price of lists by what has changed, whichever way it changed", async () => {
    await store.write(async (tx) => {
      await addCollection(tx, "clay");
      await addProduct(tx, { id: "cup", price: 900, glaze: "Oat" });
      await addProduct(tx, { id: "jug", price: 700, glaze: "Oat", status: "draft" });
      await putInto(tx, "clay", "bowl", "cup", "jug");
      await keepProducts(tx, ["cup", "jug"]);
      await keepCollections(tx, ["clay"]);
    });
    expect(await collectionOf("clay")).toMatchObject({ productCount: 2, priceFrom: toCents(900) });
    expect(await countsOf("clay")).toMatchObject({ "Glaze=Oat": 2, "Glaze=Blue": 1, ":available=1": 2 });

    await store.write(async (tx) => {
      await tx.update(products).set({ status: "active" }).where(eq(products.id, "jug"));
      await tx.update(variants).set({ option1: "Green", stock: 0 }).where(eq(variants.productId, "cup"));
      await keepProducts(tx, ["jug", "cup"]);
    });
    expect(await collectionOf("clay")).toMatchObject({ productCount: 3, priceFrom: toCents(700) });
    expect(await countsOf("clay")).toMatchObject({ "Glaze=Oat": 2, "Glaze=Green": 1, ":available=1": 2 });

    const moved = await countsOf("clay");
    await store.write((tx) => keepCollections(tx, ["clay"]));
    expect(await countsOf("clay")).toEqual(moved);
  });

  test("lets rules pick, and take away what no longer fits", async () => {
    const rule: CollectionRule = { match: "all", conditions: [{ field: "reduced", is: "equals", value: "yes" }] };
    await store.write(async (tx) => {
      await addCollection(tx, "sale", rule);
      await keepCollections(tx, ["sale"]);
    });
    expect(await collectionOf("sale")).toMatchObject({ productCount: 1, priceFrom: toCents(2500) });
    await store.write(async (tx) => {
      await tx.update(variants).set({ compareAt: null }).where(eq(variants.productId, "bowl"));
      await tx
        .update(variants)
        .set({ compareAt: toCents(5000) })
        .where(eq(variants.productId, "jug"));
      await keepProducts(tx, ["bowl", "jug", "cup"]);
    });
    const members = await store.read
      .select()
      .from(collectionProducts)
      .where(eq(collectionProducts.collectionId, "sale"));
    expect(members.map((row) => row.productId)).toEqual(["jug"]);
    expect(await collectionOf("sale")).toMatchObject({ productCount: 1, priceFrom: toCents(700) });
  });

  test("writes nothing but the page's version where only a stock moved", async () => {
    const lists = await store.stamp(["collection:clay", "catalog", "shell"]);
    const page = await store.stamp(["product:jug"]);
    const before = store.statements();
    await store.write(async (tx) => {
      await tx.update(variants).set({ stock: 2 }).where(eq(variants.productId, "jug"));
      await keepProducts(tx, ["jug"]);
    });
    expect(store.statements() - before).toBeLessThanOrEqual(4);
    expect(await store.stamp(["collection:clay", "catalog", "shell"])).toBe(lists);
    expect(await store.stamp(["product:jug"])).not.toBe(page);
  });

  test("makes lists anew when a thing was sold out", async () => {
    const lists = await store.stamp(["collection:clay"]);
    await store.write(async (tx) => {
      await tx.update(variants).set({ stock: 0 }).where(eq(variants.productId, "jug"));
      await keepProducts(tx, ["jug"]);
    });
    expect(await store.stamp(["collection:clay"])).not.toBe(lists);
    expect((await productOf("jug"))?.available).toBe(false);
  });

  test("copes with no products, unknown ones and one without variants", async () => {
    await store.write(async (tx) => {
      await addProduct(tx, { id: "empty", price: 1 });
      await tx.delete(variants).where(eq(variants.productId, "empty"));
      await keepProducts(tx, []);
      await keepProducts(tx, ["nobody", "empty"]);
    });
    expect(await productOf("empty")).toMatchObject({ priceFrom: zero, available: false, variantCount: 0 });
  });
});
