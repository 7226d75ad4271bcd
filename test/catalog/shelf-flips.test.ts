import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import type { Store } from "#db/open.ts";
import { facetCounts, products, variants } from "#db/schema.ts";
import { keepCollections } from "#src/catalog/keep.ts";
import { flipShelves } from "#src/catalog/shelf-flips.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { freshDatabase } from "#test/support/database.ts";

const inStock = async (store: Store) => {
  const here = and(eq(facetCounts.collectionId, "demo-kitchen"), eq(facetCounts.name, ":available"));
  return (await store.read.select().from(facetCounts).where(here))[0]?.count;
};

/** What a sale of the last one does, before it tells anybody. */
const setStock = (store: Store, stock: number) =>
  store.write(async (tx) => {
    await tx.update(variants).set({ stock }).where(eq(variants.productId, "demo-bread-knife"));
    await tx
      .update(products)
      .set({ available: stock > 0 })
      .where(eq(products.id, "demo-bread-knife"));
    return flipShelves(tx, [{ id: "demo-bread-knife", available: stock > 0 }]);
  });

test("a shelf that runs out or fills again moves the counts of its lists, as a full count would", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  await seedDemo({ store, now: () => new Date("2026-11-22T09:00:00Z") });
  const before = (await inStock(store)) ?? 0;

  const statements = store.statements();
  expect(await setStock(store, 0)).toEqual(["catalog", "collection:kitchen"]);
  expect(store.statements() - statements).toBeLessThanOrEqual(2 + 4);
  expect(await inStock(store)).toBe(before - 1);
  await setStock(store, 0);
  expect(await inStock(store)).toBe(before - 1);

  await setStock(store, 4);
  expect(await inStock(store)).toBe(before);
  await store.write((tx) => keepCollections(tx, ["demo-kitchen"]));
  expect(await inStock(store)).toBe(before);
});
