import { and, eq, gt, ne, or, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { products, stockMoves, variants } from "#db/schema.ts";
import { inList, rowsIn, sumOf } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { flipShelves } from "../catalog/shelf-flips.ts";
import type { Shelf } from "./shelf.ts";

const shelvesOf = prepared((db: Reader) =>
  db
    .select({
      variantId: variants.id,
      productId: variants.productId,
      handle: products.handle,
      stock: variants.stock,
      tracked: variants.tracked,
      backorder: variants.backorder,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inList(variants.id, sql.placeholder("ids"))),
);

export function loadShelves(db: Reader, variantIds: readonly string[]): Promise<Shelf[]> {
  return shelvesOf(db).execute({ ids: variantIds });
}

const moved = rowsIn("moved", { variantId: "words", change: "count" }, sql.placeholder("rows"));

/** The condition stands in the statement itself: however many ask at once, nothing is sold that is not there. */
const moveStock = prepared((tx: Tx) =>
  tx
    .update(variants)
    .set({ stock: sql`${variants.stock} + ${moved.columns.change}` })
    .from(moved.table)
    .where(
      and(
        eq(variants.id, moved.columns.variantId),
        variants.tracked,
        or(variants.backorder, gt(moved.columns.change, 0), sql`${variants.stock} + ${moved.columns.change} >= 0`),
      ),
    )
    .returning({ id: variants.id, stock: variants.stock }),
);

export type StockChange = { readonly id: string; readonly variantId: string; readonly change: number };

/** Changes stock where it is counted and stays at zero or above (or may go below). Answers what is left on those that changed. */
export async function changeStock(tx: Tx, changes: readonly StockChange[]): Promise<ReadonlyMap<string, number>> {
  const moved = await moveStock(tx).execute({ rows: changes });
  return new Map(moved.map(({ id, stock }) => [id, stock]));
}

const noted = rowsIn("noted", { id: "words", variantId: "words", change: "count" }, sql.placeholder("rows"));

const noteMoves = prepared((tx: Tx) =>
  tx.insert(stockMoves).select(
    sql`select ${noted.columns.id}, ${noted.columns.variantId}, ${noted.columns.change}, ${sql.placeholder("cause")},
      ${sql.placeholder("orderId")}, ${sql.param(sql.placeholder("at"), stockMoves.at)} from ${noted.table}`,
  ),
);

export type Cause = "placed" | "canceled" | "expired" | "counted" | "imported";
export type Why = { readonly cause: Cause; readonly orderId: string | null; readonly at: Date };

export async function noteStockMoves(
  tx: Tx,
  changes: readonly StockChange[],
  { cause, orderId, at }: Why,
): Promise<void> {
  await noteMoves(tx).execute({ rows: changes, cause, orderId, at });
}

const outstanding = prepared((db: Reader) =>
  db
    .select({ variantId: stockMoves.variantId, change: sumOf(stockMoves.change) })
    .from(stockMoves)
    .where(eq(stockMoves.orderId, sql.placeholder("orderId")))
    .groupBy(stockMoves.variantId)
    .having(ne(sumOf(stockMoves.change), 0))
    .orderBy(stockMoves.variantId),
);

/** What an order still has off the shelves: nothing when it was given back before. Changes are below zero. */
export function stockOutWith(db: Reader, orderId: string): Promise<{ variantId: string; change: number }[]> {
  return outstanding(db).execute({ orderId });
}

const sellableVariant = sql`exists (select 1 from ${variants} where ${variants.productId} = ${products.id}
  and (not ${variants.tracked} or ${variants.backorder} or ${variants.stock} > 0))`;

const refresh = prepared((tx: Tx) =>
  tx
    .update(products)
    .set({ available: sellableVariant })
    .where(and(inList(products.id, sql.placeholder("ids")), sql`${products.available} <> ${sellableVariant}`))
    .returning({ id: products.id, available: products.available }),
);

/**
 * Makes pages that show these shelves anew. `mayFlip` are products that may have run out or come back: only where one
 * did are the lists that show "Sold out" made anew as well.
 */
export async function tellShelves(tx: Tx, shelves: readonly Shelf[], mayFlip: readonly string[]): Promise<void> {
  const keys = shelves.map((shelf) => `product:${shelf.handle}`);
  const flipped = mayFlip.length > 0 ? await refresh(tx).execute({ ids: mayFlip }) : [];
  await bump(tx, [...keys, ...(await flipShelves(tx, flipped))]);
}
