import type { Tx } from "#db/open.ts";
import { audit } from "../accounts/store.ts";
import { keepProducts } from "../catalog/keep.ts";
import { loadReview, setReview, type DeskReview } from "./store.ts";

export type Decision =
  | { readonly kind: "show" }
  | { readonly kind: "hide" }
  /** Empty takes the answer away. */
  | { readonly kind: "reply"; readonly text: string };

type By = { readonly who: string; readonly address: string; readonly now: Date; readonly newId: () => string };

const acts = { show: "show review", hide: "hide review", reply: "answer review" } as const;

/** Shows a review, hides it, or answers it: stars and pages follow. Undefined where it is gone. */
export async function moderate(tx: Tx, id: string, decision: Decision, by: By): Promise<DeskReview | undefined> {
  const before = await loadReview(tx, id);
  if (!before) return undefined;
  const { kind } = decision;
  const set = kind === "reply" ? { reply: decision.text } : { shown: kind === "show" };
  // An answer alone decides nothing about one that waits.
  const productId = await setReview(tx, id, kind === "reply" ? set : { ...set, decidedAt: by.now });
  if (productId === undefined) return undefined;
  await keepProducts(tx, [productId]);
  const detail = { product: before.handle, before: { shown: before.shown, reply: before.reply }, after: set };
  const { who, address, now, newId } = by;
  await audit(tx, { id: newId(), at: now, who, address, act: acts[kind], subject: `review:${id}`, detail });
  return loadReview(tx, id);
}
