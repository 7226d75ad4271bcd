import { expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import { products } from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { loadEverything } from "#src/catalog/store.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";

const titles = Array.from({ length: 60 }, (_, nth) => `Thing ${nth}`);

/** As an import leaves them: all of one moment. */
async function imported(options: Parameters<typeof freshDatabase>[0] = {}) {
  const database = await freshDatabase(options);
  await database.store.write(async (tx) => {
    await makeWorld(tx, { products: titles.map((title) => ({ title, price: 100, stock: 1 })) });
    await tx.update(products).set({ createdAt: new Date(0) });
    await keepProducts(
      tx,
      (await tx.select({ id: products.id }).from(products)).map((each) => each.id),
    );
  });
  return database;
}

test("paging through the newest shows each thing of one moment once", async () => {
  await using database = await imported();
  const seen: string[] = [];
  for (let offset = 0; offset < titles.length; offset += 7) {
    const { cards } = await loadEverything(database.store.read, { limit: 7, offset });
    seen.push(...cards.map((card) => card.title));
  }
  expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
});

test.skipIf(isPostgres)("the newest are read off the index: nothing is sorted that is not shown", async () => {
  const texts: string[] = [];
  await using database = await imported({ onStatement: (text) => texts.push(text) });
  texts.length = 0;
  await loadEverything(database.store.read, { limit: 7, offset: 7 });
  const { Database } = await import("bun:sqlite");
  using lite = new Database(database.url.replace("sqlite:", ""), { readonly: true });
  const inner = /\(select \* from "products".*?offset \?\)/s.exec(texts.join("\n"))?.[0] ?? "";
  const plan = lite.query(`explain query plan ${inner.slice(1, -1)}`).all() as { detail: string }[];
  expect(plan.map((step) => step.detail).join("; ")).toMatch(
    /^SEARCH products USING INDEX products_status \(status=\?\)$/,
  );
});
