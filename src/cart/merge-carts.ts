import type { Tx } from "#db/open.ts";
import type { Merged } from "./cart.ts";
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

export type MergeResult = {
  /** Units in the cart now. */
  readonly count: number;
  /** Different things that came from the customer's cart of another visit. */
  readonly brought: number;
  /** Things of which that cart held more. */
  readonly raised: number;
  /** There was a cart before, which can be had again. */
  readonly undoable: boolean;
};

/**
 * Makes one cart of the guest's and the customer's own at sign-in; where both hold a thing, the larger quantity stays.
 * Four statements; one where there is nothing to merge.
 */
export async function mergeCarts(tx: Tx, { guestCartId, into, customerId, at, newId }: Merging): Promise<MergeResult> {
  const ids = [into, ...(guestCartId === undefined ? [] : [guestCartId])];
  const old = await loadInvolved(tx, ids, customerId);
  if (old.length === 0) return { count: 0, brought: 0, raised: 0, undoable: false };

  const here = old.filter((cart) => ids.includes(cart.id));
  const elsewhere = old.filter((cart) => !ids.includes(cart.id));
  const lines = mergedLines([...elsewhere, ...here], newId);
  const count = lines.reduce((units, line) => units + line.quantity, 0);
  const change = changeOf(here.flatMap(linesIn), lines);
  const said = { brought: change.brought.length, raised: change.raised.length };
  const merged = here.some((cart) => linesIn(cart).length > 0) ? memoryOf(change, mergedInWords(said), at) : null;
  const facts = { ...factsOf([...elsewhere, ...here]), id: into, customerId, count, merged };
  await replaceCarts(tx, old, facts, lines, at);
  return { count, ...said, undoable: merged !== null };
}

type Before = readonly (readonly [variantId: string, quantity: number])[];
type Change = { readonly brought: Before; readonly raised: Before };

/** What is in the cart now that was not, and of what there is more, with how many there were. */
function changeOf(here: readonly OldCart["lines"][number][], lines: readonly MergedLine[]): Change {
  const known = new Map<string, number>();
  for (const { variantId, quantity } of here) known.set(variantId, Math.max(quantity, known.get(variantId) ?? 0));
  const before = lines
    .filter((line) => line.quantity !== known.get(line.variantId))
    .map(({ variantId }) => [variantId, known.get(variantId) ?? 0] as const);
  return { brought: before.filter(([, had]) => had === 0), raised: before.filter(([, had]) => had > 0) };
}

function memoryOf({ brought, raised }: Change, said: string | undefined, at: Date): Merged | null {
  return said === undefined
    ? null
    : { at: at.toISOString(), said, before: Object.fromEntries([...brought, ...raised]) };
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
export function mergedInWords({ brought, raised }: Pick<MergeResult, "brought" | "raised">): string | undefined {
  const back =
    brought === 1
      ? "One thing from your last visit is in your cart again."
      : `${brought} things from your last visit are in your cart again.`;
  const more = `There ${raised === 1 ? "is more of one thing" : `are more of ${raised} things`}, as many as on your last visit.`;
  const said = [brought > 0 && back, raised > 0 && more].filter((sentence) => sentence !== false);
  return said.length === 0 ? undefined : said.join(" ");
}
