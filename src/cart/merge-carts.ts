import type { Tx } from "#db/open.ts";
import { loadInvolved, replaceCarts, type MergedLine, type OldCart } from "./merge-store.ts";

export type Merging = {
  /** Carts of this browser: the guest's, by its cookie before signing in. */
  readonly guestCartId: string | undefined;
  /** What the cart is to be called from now on; may be the guest's, but a fresh one shuts out whoever planted the cookie. */
  readonly into: string;
  readonly customerId: string;
  readonly at: Date;
  readonly newId: () => string;
};

export type Merged = {
  /** Units in the cart now. */
  readonly count: number;
  /** Different things that came from the customer's cart of another visit. */
  readonly brought: number;
};

/**
 * Makes one cart of the guest's and the customer's own at sign-in; where both hold a thing, the larger quantity stays.
 * Four statements; one where there is nothing to merge.
 */
export async function mergeCarts(tx: Tx, { guestCartId, into, customerId, at, newId }: Merging): Promise<Merged> {
  const ids = [into, ...(guestCartId === undefined ? [] : [guestCartId])];
  const old = await loadInvolved(tx, ids, customerId);
  if (old.length === 0) return { count: 0, brought: 0 };

  const here = old.filter((cart) => ids.includes(cart.id));
  const elsewhere = old.filter((cart) => !ids.includes(cart.id));
  const lines = mergedLines([...elsewhere, ...here], newId);
  const count = lines.reduce((units, line) => units + line.quantity, 0);
  await replaceCarts(tx, old, { ...factsOf([...elsewhere, ...here]), id: into, customerId, count }, lines, at);

  const known = new Set(here.flatMap(linesIn).map((line) => line.variantId));
  return { count, brought: lines.filter((line) => !known.has(line.variantId)).length };
}

const linesIn = (cart: OldCart) => cart.lines.filter((line) => line.removedAt === null);

function mergedLines(carts: readonly OldCart[], newId: () => string): MergedLine[] {
  const merged = new Map<string, Omit<MergedLine, "id">>();
  for (const { variantId, quantity, seenPrice } of carts.flatMap(linesIn)) {
    const larger = Math.max(quantity, merged.get(variantId)?.quantity ?? 0);
    merged.set(variantId, { variantId, quantity: larger, seenPrice });
  }
  return [...merged.values()].map((line) => ({ id: newId(), ...line }));
}

/** What was typed last holds: carts come in the order in which they were used. */
function factsOf(carts: readonly OldCart[]) {
  const code = carts.findLast((cart) => cart.codeKey !== "");
  const placed = carts.findLast((cart) => cart.country !== "");
  const begun = carts.findLast((cart) => cart.draft !== null);
  return {
    codeKey: code?.codeKey ?? "",
    country: placed?.country ?? "",
    region: placed?.region ?? "",
    postcode: placed?.postcode ?? "",
    draft: begun?.draft ?? null,
  };
}

/** What the customer is told; undefined where nothing changed before their eyes. */
export function mergedInWords({ brought }: Merged): string | undefined {
  if (brought === 0) return undefined;
  return brought === 1
    ? "One thing from your last visit is in your cart again."
    : `${brought} things from your last visit are in your cart again.`;
}
