import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { products, variants } from "#db/schema.ts";
import { loadCollectionPage } from "#src/catalog/collection-page.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { loadMoved, loadProductPage, loadVariants } from "#src/catalog/product-store.ts";
import { searchProducts } from "#src/catalog/search-store.ts";
import { flipShelves } from "#src/catalog/shelf-flips.ts";
import { loadEverything, loadHome } from "#src/catalog/store.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { loadLiked, toggleLike } from "#src/likes/store.ts";
import { freshDatabase } from "#test/support/database.ts";

/** Tables that grow with the catalogue. Going through one of them is right nowhere on the way to a page. */
const large = [
  "products",
  "variants",
  "pictures",
  "collection_products",
  "product_facets",
  "search_docs",
  "reviews",
  "likes",
];
/** Indexes of which one value is most of the table. */
const blunt = ["pictures_state", "products_status"];

/** A range by place alone, which is the same for all products of a shelf by rule. */
const byPlace = /INDEX collection_products_position \(collection_id=\? AND shown=\? AND position>\?/;
/** Steps that go through a table or most of it; a few rows picked before may stand under the table's name. */
function wideSteps(plan: readonly string[]): string[] {
  const made = plan.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(step)?.[1] ?? []);
  const scans = plan.filter((step) => large.some((table) => step === `SCAN ${table}` && !made.includes(table)));
  const bluntly = (step: string) => blunt.some((index) => step.includes(`INDEX ${index} `)) || byPlace.test(step);
  return [...scans, ...plan.filter(bluntly)];
}

/** The newest of all, read off the index, and how many there are, counted up to a bound. */
const newest = (text: string) => /order by "products"."created_at" desc.*limit/s.test(text);

test.skipIf(isPostgres)("no statement of a page goes through a whole table", async () => {
  const seen = new Set<string>();
  await using database = await freshDatabase({ onStatement: (text) => seen.add(text) });
  const { store } = database;
  await seedDemo({ store, now: () => new Date("2026-11-22T09:00:00Z") });
  seen.clear();

  const read = store.read;
  await loadHome(read, ["pushcart-mug"]);
  await loadEverything(read, { limit: 24, offset: 24 });
  for (const query of ["", "sort=price_asc", "sort=price_desc", "sort=newest", "glaze=Oat&price_min=3&sort=name"]) {
    await loadCollectionPage(read, { handle: "ceramics", query: new URLSearchParams(query), currency: "USD" });
  }
  await loadProductPage(read, "pushcart-mug");
  await loadVariants(read, "pushcart-mug");
  await loadMoved(read, "product", "nobody");
  await searchProducts(read, "teapto");
  await loadLiked(read, "g:somebody");
  const id = "demo-pushcart-mug";
  await store.write(async (tx) => {
    await toggleLike(tx, { owner: "g:somebody", handle: "pushcart-mug", at: new Date(0) });
    await flipShelves(tx, [{ id, available: false }]);
    await tx.update(variants).set({ stock: 0 }).where(eq(variants.productId, id));
    await tx.update(products).set({ title: "Mug" }).where(eq(products.id, id));
    await keepProducts(tx, [id]);
  });

  using lite = new Database(database.url.replace("sqlite:", ""), { readonly: true });
  const slow = [...seen].flatMap((text) => {
    const plan = (lite.query(`explain query plan ${text}`).all() as { detail: string }[]).map((step) => step.detail);
    const wide = wideSteps(plan);
    const allowed = newest(text) ? 2 : 0;
    return wide.length > allowed ? [`${wide.join("; ")}: ${text.slice(0, 200)}`] : [];
  });
  expect(slow).toEqual([]);
});
