import type { Tx } from "#db/open.ts";
import { grouped, shortOf, type Shelf, type Short, type Wanted } from "./shelf.ts";
import { changeStock, loadShelves, noteStockMoves, tellShelves, type StockChange } from "./store.ts";

export type Taking = { readonly orderId: string; readonly at: Date; readonly newId: () => string };
export type Taken =
  | { readonly ok: true; readonly tracked: ReadonlySet<string> }
  | { readonly ok: false; readonly short: readonly Short[] };

/** Another order was quicker between our look at a shelf and our taking: PostgreSQL is asked to run the write again. */
class ShelfMoved extends Error {
  override readonly name = "ShelfMoved";
  readonly code = "40001";
}

/**
 * Takes goods off their shelves for an order, all or none, and notes each movement. Refused, nothing has changed, and
 * the answer says what lacks how many. `tracked` names the variants whose stock is counted, so was taken.
 */
export async function takeStock(tx: Tx, items: readonly Wanted[], { orderId, at, newId }: Taking): Promise<Taken> {
  const wanted = grouped(items);
  const shelves = await loadShelves(
    tx,
    wanted.map((each) => each.variantId),
  );
  const short = shortOf(wanted, shelves);
  if (short.length > 0) return { ok: false, short };

  const counted = new Map(shelves.filter((shelf) => shelf.tracked).map((shelf) => [shelf.variantId, shelf]));
  const changes = wanted
    .filter(({ variantId }) => counted.has(variantId))
    .map(({ variantId, quantity }) => ({ id: newId(), variantId, change: -quantity }));
  if (changes.length > 0) {
    if ((await changeStock(tx, changes)) !== changes.length) throw new ShelfMoved("A shelf was emptied meanwhile.");
    await noteStockMoves(tx, changes, { cause: "placed", orderId, at });
    await tellShelves(tx, [...counted.values()], emptied(changes, counted));
  }
  return { ok: true, tracked: new Set(counted.keys()) };
}

/** Products of which a variant has just run out. */
function emptied(changes: readonly StockChange[], shelves: ReadonlyMap<string, Shelf>): string[] {
  return changes.flatMap(({ variantId, change }) => {
    const shelf = shelves.get(variantId);
    return shelf && !shelf.backorder && shelf.stock + change <= 0 ? [shelf.productId] : [];
  });
}
