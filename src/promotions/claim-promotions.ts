import type { Tx } from "#db/open.ts";
import { countCodeUses, countUses, noteUses, uncountUses, type Claim, type Claimant } from "./claims-store.ts";

import { loadBuyer, type Who } from "./buyer-store.ts";

export type { Claim, Claimant } from "./claims-store.ts";
/** `refused` are ids of promotions that may not be used (any more) by this customer. */
export type Claimed = { readonly ok: true } | { readonly ok: false; readonly refused: readonly string[] };

/** Another order was quicker between our statements: PostgreSQL is asked to run the write again. */
class ClaimRaced extends Error {
  override readonly name = "ClaimRaced";
  readonly code = "40001";
}

/**
 * Counts one use of each promotion for an order: all or none. The limits stand in the statement that counts, so of
 * fifty who claim the last use at once one gets it. Refused, nothing has changed.
 */
export async function claimPromotions(tx: Tx, claims: readonly Claim[], claimant: Claimant): Promise<Claimed> {
  if (claims.length === 0) return { ok: true };
  const counted = new Set(await countUses(tx, claims, claimant));
  const refused = claims.map((claim) => claim.promotionId).filter((id) => !counted.has(id));
  if (refused.length > 0) {
    if (counted.size > 0) await uncountUses(tx, [...counted]);
    return { ok: false, refused };
  }
  const keys = claims.map((claim) => claim.codeKey).filter((key) => key !== "");
  const codes = await countCodeUses(tx, keys);
  const noted = await noteUses(tx, claims, claimant);
  if (codes !== keys.length || noted !== claims.length) throw new ClaimRaced("The last use was claimed meanwhile.");
  return { ok: true };
}

/**
 * After a claim for a first order: who claimed the same one waited for this write, or this one for theirs. Has an order of
 * this person come in between, the write is to run again, and sees it then.
 */
export async function expectFirstOrder(tx: Tx, who: Who): Promise<void> {
  const { orders } = await loadBuyer(tx, who, []);
  if (orders > 0) throw new ClaimRaced("Another order was the first one.");
}
