import type { Tx } from "#db/open.ts";
import { changeStock, loadShelves, noteStockMoves, stockOutWith, tellShelves, type Cause } from "./store.ts";

export type GivingBack = {
  readonly cause: Extract<Cause, "canceled" | "expired">;
  readonly at: Date;
  readonly newId: () => string;
};

/** Puts back what an order took and has not given back yet; a second time changes nothing. Answers how many units. */
export async function giveBack(tx: Tx, orderId: string, { cause, at, newId }: GivingBack): Promise<number> {
  const out = await stockOutWith(tx, orderId);
  if (out.length === 0) return 0;
  const changes = out.map(({ variantId, change }) => ({ id: newId(), variantId, change: -change }));
  await changeStock(tx, changes);
  await noteStockMoves(tx, changes, { cause, orderId, at });
  const shelves = await loadShelves(
    tx,
    out.map((each) => each.variantId),
  );
  await tellShelves(
    tx,
    shelves,
    shelves.map((shelf) => shelf.productId),
  );
  return changes.reduce((units, each) => units + each.change, 0);
}
