import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { collectionProducts, collections, products, variants } from "#db/schema.ts";
import { loadCards, loadCollection } from "#src/catalog/collection-store.ts";
import type { Facet } from "#src/catalog/facets.ts";
import { loadFiltered, type Filters } from "#src/catalog/filter-store.ts";
import { keepCollections, keepProducts } from "#src/catalog/keep.ts";
import { toCents, zero } from "#src/pricing/money.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";

const glazes = ["Oat", "Blue", "Green"];
const sizes = ["S", "M", "L", "XL"];
const things = Array.from({ length: 120 }, (_, n) => ({
  id: `t${String(n).padStart(3, "0")}`,
  glaze: glazes[(n * 7) % 3] ?? "",
  size: sizes[(n * n) % 4] ?? "",
  vendor: `Maker ${n % 5}`,
  price: 500 + ((n * 137) % 4000),
  stock: n % 6,
}));
type Thing = (typeof things)[number];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const at = new Date("2026-01-01T00:00:00Z");
  await database.store.write(async (tx) => {
    await tx.insert(collections).values([
      { id: "all", handle: "all", title: "All" },
      { id: "none", handle: "none", title: "None" },
    ]);
    for (const { id, glaze, size, vendor, price, stock } of things) {
      const createdAt = new Date(at.getTime() + Number(id.slice(1)) * 1000);
      await tx.insert(products).values({
        id,
        handle: id,
        title: `Thing ${id}`,
        vendor,
        tags: [],
        attributes: [],
        createdAt,
        updatedAt: at,
        options: [
          { name: "Glaze", values: glazes },
          { name: "Size", values: sizes },
        ],
        priceFrom: zero,
        priceTo: zero,
      });
      const row = { option1: glaze, option2: size, price: toCents(price), stock };
      await tx.insert(variants).values({ id: `${id}-0`, productId: id, position: 0, ...row });
      await tx
        .insert(collectionProducts)
        .values({ collectionId: "all", productId: id, position: 200 - Number(id.slice(1)), price: zero, createdAt });
    }
    await keepProducts(
      tx,
      things.map((thing) => thing.id),
    );
    await keepCollections(tx, ["all", "none"]);
  });
});
afterAll(() => database.close());

const valueOf: Readonly<Record<string, (thing: Thing) => string>> = {
  Glaze: (thing) => thing.glaze,
  Size: (thing) => thing.size,
  ":vendor": (thing) => thing.vendor,
  ":available": (thing) => (thing.stock > 0 ? "1" : ""),
};
const passes = (thing: Thing, { facets, priceMin, priceMax }: Filters, except?: string) => {
  const names = [...new Set(facets.map((facet) => facet.name))].filter((name) => name !== except);
  const isIn = (name: string) => facets.some((facet) => facet.name === name && facet.value === valueOf[name]?.(thing));
  const isPriced = except === "" || (thing.price >= (priceMin ?? 0) && thing.price <= (priceMax ?? Infinity));
  return names.every(isIn) && isPriced;
};
const asked = { collectionId: "all", sort: "featured", limit: 24, offset: 0 } as const;
const facet = (name: string, value: string): Facet => ({ name, value });
const nothing = { priceMin: undefined, priceMax: undefined };

const cases: readonly Filters[] = [
  { facets: [facet("Glaze", "Oat")], ...nothing },
  { facets: [facet("Glaze", "Oat"), facet("Glaze", "Blue")], ...nothing },
  { facets: [facet("Glaze", "Oat"), facet("Size", "S")], ...nothing },
  { facets: [facet("Glaze", "Oat"), facet("Size", "S"), facet("Size", "M"), facet(":available", "1")], ...nothing },
  { facets: [], priceMin: toCents(1000), priceMax: toCents(2000) },
  { facets: [facet("Glaze", "Green")], priceMin: toCents(1500), priceMax: undefined },
  { facets: [facet(":vendor", "Maker 1"), facet("Size", "XL")], priceMin: undefined, priceMax: toCents(900) },
  { facets: [facet("Glaze", "Plaid")], ...nothing },
];

describe("a filtered list", () => {
  test.each(cases.map((filters) => [JSON.stringify(filters), filters] as const))(
    "holds what passes: %s",
    async (_, filters) => {
      const found = await loadFiltered(database.store.read, filters, { ...asked, limit: 200 });
      const right = things.filter((thing) => passes(thing, filters));
      expect(found.total).toBe(right.length);
      expect(found.cards.map((card) => card.handle)).toEqual(right.map((thing) => thing.id).toReversed());
    },
  );

  test.each(cases.map((filters) => [JSON.stringify(filters), filters] as const))(
    "counts each value with its own facet left open: %s",
    async (_, filters) => {
      const found = await loadFiltered(database.store.read, filters, asked);
      for (const [name, values] of [
        ["Glaze", glazes],
        ["Size", sizes],
        [":vendor", ["Maker 0", "Maker 1"]],
      ] as const) {
        if (found.filters === 1 && filters.facets[0]?.name === name) continue; // the kept counts are those
        for (const value of values) {
          const right = things.filter((thing) => valueOf[name]?.(thing) === value && passes(thing, filters, name));
          expect(found.countOf({ name, value }), `${name} ${value}`).toBe(right.length);
        }
      }
    },
  );

  test("says which filter keeps everything out", async () => {
    const filters = {
      facets: [facet("Glaze", "Oat"), facet("Size", "S")],
      priceMin: toCents(900_000),
      priceMax: undefined,
    };
    const found = await loadFiltered(database.store.read, filters, asked);
    expect(found).toMatchObject({ total: 0, cards: [] });
    expect(found.freed.find((each) => each.name === "")?.count).toBe(
      things.filter((thing) => passes(thing, filters, "")).length,
    );
    expect(found.freed.filter((each) => each.name !== "").map((each) => each.count)).toEqual([0, 0]);
  });
});

describe("sorting", () => {
  const dear = things.toSorted((a, b) => b.price - a.price || (a.id < b.id ? 1 : -1)).map((thing) => thing.id);
  test.each([
    ["price_desc", dear],
    ["price_asc", dear.toReversed()],
    ["newest", things.map((thing) => thing.id).toReversed()],
    ["name", things.map((thing) => thing.id)],
    ["rated", things.map((thing) => thing.id)],
  ] as const)("by %s is the same with and without filters, over pages", async (sort, ids) => {
    const page = async (offset: number) =>
      (await loadCards(database.store.read, { ...asked, sort, offset, limit: 50 })).map((card) => card.handle);
    expect([...(await page(0)), ...(await page(50)), ...(await page(100))]).toEqual([...ids]);
    const filters = { facets: glazes.map((value) => facet("Glaze", value)), ...nothing };
    const found = await loadFiltered(database.store.read, filters, { ...asked, sort, limit: 200 });
    expect(found.cards.map((card) => card.handle)).toEqual([...ids]);
  });
});

test("a collection is one query, with its facets counted", async () => {
  const before = database.store.statements();
  const found = await loadCollection(database.store.read, "all");
  expect(database.store.statements() - before).toBe(1);
  expect(found?.collection.productCount).toBe(120);
  expect(found?.priceTo).toBe(toCents(Math.max(...things.map((thing) => thing.price))));
  expect(found?.facets).toContainEqual({ name: "Glaze", value: "Oat", count: 40 });
  expect((await loadCollection(database.store.read, "none"))?.priceTo).toBeNull();
  expect(await loadCollection(database.store.read, "nobody")).toBeUndefined();
});
