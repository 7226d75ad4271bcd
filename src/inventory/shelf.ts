/** So many of a variant. */
export type Wanted = { readonly variantId: string; readonly quantity: number };

/** A variant whose shelf holds fewer than were wanted; `left` is never below zero. */
export type Short = { readonly variantId: string; readonly wanted: number; readonly left: number };

export type Shelf = {
  readonly variantId: string;
  readonly productId: string;
  readonly handle: string;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
};

/** How many may be sold: what is there, or without end where nobody counts or more is on its way. */
export function sellable({ stock, tracked, backorder }: Pick<Shelf, "stock" | "tracked" | "backorder">): number {
  return tracked && !backorder ? Math.max(0, stock) : Infinity;
}

/** Which of the wanted are not there. A variant that does not exist has an empty shelf. */
export function shortOf(wanted: readonly Wanted[], shelves: readonly Shelf[]): Short[] {
  const found = new Map(shelves.map((shelf) => [shelf.variantId, shelf]));
  return wanted.flatMap(({ variantId, quantity }) => {
    const shelf = found.get(variantId);
    const left = shelf ? sellable(shelf) : 0;
    return left < quantity ? [{ variantId, wanted: quantity, left }] : [];
  });
}

/** One entry for each variant, in the order of their ids: two orders then take their shelves in the same order. */
export function grouped(wanted: readonly Wanted[]): Wanted[] {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of wanted) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return [...sums]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
}
