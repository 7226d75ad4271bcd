import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import * as tables from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { searchProducts } from "#src/catalog/search-store.ts";
import { removeDemo, seedDemo } from "#src/cli/demo.ts";
import { readConditions, readEffect } from "#src/promotions/promotion.ts";
import { listPromotions } from "#src/promotions/setup-store.ts";
import { stateOf } from "#src/promotions/state.ts";
import { newShop } from "#src/settings/shop.ts";
import { loadShop, saveShop } from "#src/settings/store.ts";
import { toCents, zero } from "#src/pricing/money.ts";
import { freshDatabase } from "#test/support/database.ts";

const now = () => new Date("2026-11-22T09:00:00Z");
const pictures = join(import.meta.dir, "../../db/seeds/demo/pictures");
const rasters = join(import.meta.dir, "../../db/seeds/demo/rasters");

describe("the demo shop", () => {
  test("is a whole shop, and takes little time", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    const started = performance.now();
    expect(await seedDemo({ store, now })).toEqual({ products: 60 });
    expect(performance.now() - started).toBeLessThan(5000);

    const read = store.read;
    expect(await read.$count(tables.variants)).toBe(170);
    expect(await read.$count(tables.collections)).toBe(8);
    expect(await read.$count(tables.reviews)).toBe(12);
    expect(await read.$count(tables.pages)).toBe(5);
    expect(await read.$count(tables.pickupPoints)).toBe(6);
    const [mug] = await read.select().from(tables.products).where(eq(tables.products.handle, "pushcart-mug"));
    expect(mug).toMatchObject({
      priceFrom: toCents(2999),
      available: true,
      picture: "pushcart-mug.svg",
      ratingCount: 2,
    });
    const lists = await read.select().from(tables.collections);
    expect(lists.every((list) => list.productCount > 0 && list.priceFrom !== null)).toBe(true);
    expect((await searchProducts(read, "teapto")).cards[0]?.title).toBe("Round Teapot");
    expect((await loadShop(read)).name).toBe("The Saturday Stall");
  });

  test("has a file for every picture that it names, and nothing that says STAFF50", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await seedDemo({ store, now });
    const files = await store.read.select({ file: tables.pictures.file }).from(tables.pictures);
    const lists = await store.read.select({ file: tables.collections.picture }).from(tables.collections);
    expect([...files, ...lists].filter(({ file }) => !existsSync(join(pictures, file)))).toEqual([]);
    const firsts = await store.read.select({ file: tables.products.picture }).from(tables.products);
    const { picture: hero } = (await loadShop(store.read)).home;
    const shared = [...firsts, ...lists, { file: hero }].map(({ file }) => file.replace(".svg", "-640.webp"));
    expect(shared.filter((file) => !existsSync(join(rasters, file)))).toEqual([]);
    const variants = await store.read.select().from(tables.variants);
    const known = new Set(
      (await store.read.select({ id: tables.pictures.id }).from(tables.pictures)).map((row) => row.id),
    );
    expect(variants.filter((variant) => !known.has(variant.pictureId ?? ""))).toEqual([]);
    for (const table of [tables.products, tables.promotions, tables.promotionCodes, tables.pages, tables.settings]) {
      expect(JSON.stringify(await store.read.select().from(table))).not.toContain("STAFF50");
    }
  });

  test("has promotions that the shop can read, one to come and one that is over", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await seedDemo({ store, now });
    const promotions = await store.read.select().from(tables.promotions);
    expect(promotions).toHaveLength(7);
    for (const { name, effect, conditions } of promotions) {
      expect(readEffect(effect), name).toBeDefined();
      expect(readConditions(conditions), name).toBeDefined();
    }
    expect(promotions.filter((each) => (each.startsAt ?? now()) > now()).map((each) => each.name)).toEqual([
      "Winter evenings",
    ]);
    expect(promotions.filter((each) => each.endsAt && each.endsAt < now()).map((each) => each.name)).toEqual([
      "Spring market",
    ]);
    const usedUp = promotions.filter((each) => each.useLimit !== null && each.used >= each.useLimit);
    expect(usedUp.map((each) => each.name)).toEqual(["First fifty"]);
    const states = (await listPromotions(store.read)).map((each) => stateOf(each, now()));
    expect([...new Set(states)].toSorted()).toEqual(["expired", "live", "scheduled", "used up"]);
    // Every use that is counted is one that somebody made.
    for (const { id, name, used } of promotions) {
      expect(await store.read.$count(tables.promotionUses, eq(tables.promotionUses.promotionId, id)), name).toBe(used);
    }
  });

  test("goes as it came, and leaves what the shopkeeper made", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await seedDemo({ store, now });
    await expect(seedDemo({ store, now })).rejects.toThrow("loaded already");
    await store.write(async (tx) => {
      const own = {
        id: "own",
        handle: "own",
        title: "My own",
        tags: [],
        attributes: [],
        options: [],
        createdAt: now(),
        updatedAt: now(),
      };
      await tx.insert(tables.products).values({ ...own, priceFrom: zero, priceTo: zero });
      await tx
        .insert(tables.variants)
        .values({ id: "own-0", productId: "own", position: 0, price: toCents(500), stock: 1 });
      await tx.insert(tables.collections).values({ id: "mine", handle: "mine", title: "Mine" });
      const membership = { price: zero, createdAt: now(), shown: false };
      await tx.insert(tables.collectionProducts).values([
        { ...membership, collectionId: "mine", productId: "own" },
        { ...membership, collectionId: "mine", productId: "demo-pushcart-mug" },
      ]);
      await tx.update(tables.pages).set({ body: "Mine now." }).where(eq(tables.pages.handle, "returns"));
      await saveShop(tx, { name: "My shop" });
      await keepProducts(tx, ["own", "demo-pushcart-mug"]);
    });
    expect(await removeDemo({ store })).toEqual({ products: 60 });

    const left = async (table: Parameters<typeof store.read.$count>[0]) => store.read.$count(table);
    expect((await store.read.select().from(tables.products)).map((row) => row.id)).toEqual(["own"]);
    expect(await store.read.select().from(tables.collections)).toMatchObject([{ handle: "mine", productCount: 1 }]);
    expect((await store.read.select().from(tables.pages)).map((row) => row.handle)).toEqual(["returns"]);
    for (const table of [
      tables.promotions,
      tables.promotionUses,
      tables.taxZones,
      tables.taxRates,
      tables.shippingMethods,
      tables.pickupPoints,
      tables.reviews,
    ]) {
      expect(await left(table)).toBe(0);
    }
    expect(await loadShop(store.read)).toEqual({ ...newShop, name: "My shop" });
    expect((await searchProducts(store.read, "mug")).total).toBe(0);
    expect((await searchProducts(store.read, "own")).total).toBe(1);

    expect(await removeDemo({ store })).toEqual({ products: 0 });
    expect(await seedDemo({ store, now })).toEqual({ products: 60 });
  });
});
