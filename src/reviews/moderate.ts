import type { Tx } from "#db/open.ts";
import type { By } from "../accounts/by.ts";
import { audit } from "../accounts/store.ts";
import { keepProducts } from "../catalog/keep.ts";
import { loadReview, setReview, type DeskReview } from "./store.ts";
import { noPicture } from "./write-review.ts";

export type Decision =
  | { readonly kind: "show" }
  | { readonly kind: "hide" }
  /** The words may stay, and be shown or hidden. */
  | { readonly kind: "unpicture" }
  /** Empty takes the answer away. */
  | { readonly kind: "reply"; readonly text: string };

const acts = {
  show: "show review",
  hide: "hide review",
  unpicture: "take picture off review",
  reply: "answer review",
} as const;

function changeFor(decision: Decision, now: Date) {
  if (decision.kind === "reply") return { reply: decision.text };
  if (decision.kind === "unpicture") return { ...noPicture, pictureAlt: "" };
  return { shown: decision.kind === "show", decidedAt: now };
}

/** Shows a review, hides it, or answers it: stars and pages follow. Undefined where it is gone. */
export async function moderate(tx: Tx, id: string, decision: Decision, by: By): Promise<DeskReview | undefined> {
  const before = await loadReview(tx, id);
  if (!before) return undefined;
  // Neither an answer nor a picture taken off decides anything about one that waits.
  const { decidedAt, ...set } = { decidedAt: undefined, ...changeFor(decision, by.now) };
  const productId = await setReview(tx, id, decidedAt ? { ...set, decidedAt } : set);
  if (productId === undefined) return undefined;
  await keepProducts(tx, [productId]);
  const { handle: product, shown, reply, picture } = before;
  const detail = { product, before: { shown, reply, picture }, after: set };
  const { who, address, now, newId } = by;
  await audit(tx, { id: newId(), at: now, who, address, act: acts[decision.kind], subject: `review:${id}`, detail });
  return loadReview(tx, id);
}
