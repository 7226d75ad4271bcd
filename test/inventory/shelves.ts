import type { Store } from "#db/open.ts";
import { collectionProducts, collections, products, stockMoves, variants } from "#db/schema.ts";
import { toCents } from "#src/pricing/money.ts";

type ShelfSpec = {
  readonly id: string;
  readonly stock: number;
  readonly tracked?: boolean;
  readonly backorder?: boolean;
};

const moment = new Date("2026-11-01T00:00:00Z");
const price = toCents(2999);

/** One product for each shelf, "product-<id>", all in the collection "all". */
export async function putShelves(store: Store, specs: readonly ShelfSpec[]): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(collections).values({ id: "all", handle: "all", title: "All" });
    for (const { id, stock, tracked = true, backorder = false } of specs) {
      const productId = `product-${id}`;
      await tx.insert(products).values({
        id: productId,
        handle: id,
        title: id,
        priceFrom: price,
        priceTo: price,
        available: stock > 0 || !tracked,
        tags: [],
        attributes: [],
        options: [],
        createdAt: moment,
        updatedAt: moment,
      });
      await tx.insert(variants).values({ id, productId, position: 0, price, stock, tracked, backorder });
      await tx.insert(collectionProducts).values({ collectionId: "all", productId, price, createdAt: moment });
    }
  });
}

export async function stockOf(store: Store, id: string): Promise<number | undefined> {
  const rows = await store.read.select({ id: variants.id, stock: variants.stock }).from(variants);
  return rows.find((row) => row.id === id)?.stock;
}

export async function availableOf(store: Store, handle: string): Promise<boolean | undefined> {
  const rows = await store.read.select({ handle: products.handle, available: products.available }).from(products);
  return rows.find((row) => row.handle === handle)?.available;
}

export async function movesOf(store: Store) {
  const rows = await store.read.select().from(stockMoves).orderBy(stockMoves.id);
  return rows.map(({ variantId, change, cause, orderId }) => ({ variantId, change, cause, orderId }));
}

/** Ids that grow, for one test. */
export function ids(prefix = "m"): () => string {
  let made = 0;
  return () => `${prefix}${String((made += 1)).padStart(6, "0")}`;
}
