import type { Tx } from "#db/open.ts";
import { changeCounts } from "./counts-store.ts";
import { ownFacets } from "./facets.ts";
import { dropFacet, loadShownIn, putFacet } from "./flips-store.ts";

/** A product that has run out, or is there again. */
export type Flip = { readonly id: string; readonly available: boolean };

/**
 * Follows up a shelf that ran out or came back, where `products.available` says so already: the product leaves or joins
 * what is found by "In stock". The part of `keepProducts` that a sale needs, in a few statements. Answers the versions
 * to bump.
 */
export async function flipShelves(tx: Tx, flips: readonly Flip[]): Promise<string[]> {
  if (flips.length === 0) return [];
  const facet = { name: ownFacets.available, value: "1" };
  const gone = flips.filter((flip) => !flip.available).map((flip) => flip.id);
  const back = flips.filter((flip) => flip.available).map((flip) => flip.id);
  const moved = new Set([...(await dropFacet(tx, gone, facet)), ...(await putFacet(tx, back, facet))]);
  const isBack = new Set(back);
  const lists = await loadShownIn(
    tx,
    flips.map((flip) => flip.id),
  );
  const byList = Map.groupBy(
    lists.filter((list) => moved.has(list.productId)),
    (list) => list.collectionId,
  );
  const changes = [...byList].map(([collectionId, rows]) => ({
    ...facet,
    collectionId,
    change: rows.reduce((sum, row) => sum + (isBack.has(row.productId) ? 1 : -1), 0),
  }));
  await changeCounts(tx, changes);
  return ["catalog", ...new Set(lists.map((list) => `collection:${list.handle}`))];
}
