import type { Tx } from "#db/open.ts";
import { grouped, shortOf, type Shelf, type Short, type Wanted } from "./shelf.ts";
import { changeStock, loadShelves, noteStockMoves, tellShelves } from "./store.ts";

export type Taking = {
  readonly orderId: string;
  readonly at: Date;
  readonly newId: () => string;
  /** The shelves of these goods, where they were read in the same write already; some may be there twice. */
  readonly shelves?: readonly Shelf[];
};
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
export async function takeStock(tx: Tx, items: readonly Wanted[], taking: Taking): Promise<Taken> {
  const { orderId, at, newId } = taking;
  const wanted = grouped(items);
  const ids = wanted.map((each) => each.variantId);
  const shelves = taking.shelves ?? (await loadShelves(tx, ids));
  const short = shortOf(wanted, shelves);
  if (short.length > 0) return { ok: false, short };

  const counted = new Map(shelves.filter((shelf) => shelf.tracked).map((shelf) => [shelf.variantId, shelf]));
  const changes = wanted
    .filter(({ variantId }) => counted.has(variantId))
    .map(({ variantId, quantity }) => ({ id: newId(), variantId, change: -quantity }));
  if (changes.length > 0) {
    const left = await changeStock(tx, changes);
    if (left.size !== changes.length) throw new ShelfMoved("A shelf was emptied meanwhile.");
    await noteStockMoves(tx, changes, { cause: "placed", orderId, at });
    await tellShelves(tx, [...counted.values()], emptied(counted, left));
  }
  return { ok: true, tracked: new Set(counted.keys()) };
}

/** Products of which a variant has just run out. */
function emptied(shelves: ReadonlyMap<string, Shelf>, left: ReadonlyMap<string, number>): string[] {
  return [...shelves.values()].flatMap(({ variantId, productId, backorder }) =>
    !backorder && (left.get(variantId) ?? 1) <= 0 ? [productId] : [],
  );
}
