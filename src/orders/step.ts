import type { Tx } from "#db/open.ts";
import { isListed } from "#src/news/news-words.ts";
import { addOrderNews } from "#src/news/store.ts";
import type { Acting } from "./acting.ts";
import type { EventKind, Order } from "./order.ts";
import { addEvent, loadOrder } from "./store.ts";

/** What an act on an order came to: the order as it stands now, or why nothing was done. */
export type Step =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly why: "missing" | "changed" | "not_allowed"; readonly message: string };

/** Which order, and which version of it the page showed on which the button was pressed. */
export type Target = { readonly id: string; readonly version: number };

/** Another write was quicker between our look at an order and our change of it: PostgreSQL is asked to run this one again. */
export class OrderMoved extends Error {
  override readonly name = "OrderMoved";
  readonly code = "40001";
}

const refused = (why: "missing" | "changed" | "not_allowed", message: string): Step => ({ ok: false, why, message });

/** The order that a step is about, or why the step cannot be taken on it. */
export async function orderFor(
  tx: Tx,
  { id, version }: Target,
  may: (order: Order) => boolean,
  message: string,
): Promise<Step> {
  const order = await loadOrder(tx, id);
  if (!order) return refused("missing", "There is no such order.");
  if (order.version !== version) {
    return refused("changed", "This order has changed since you looked. See how it stands, then decide again.");
  }
  return may(order) ? { ok: true, order } : refused("not_allowed", message);
}

/** Writes down what happened, and by whom. Who has the order open sees it move, and who did not do it has news. */
export async function tell(
  tx: Tx,
  { who, at, newId }: Acting,
  orderId: string,
  what: EventKind,
  detail: Readonly<Record<string, string>> | null = null,
): Promise<void> {
  await addEvent(tx, orderId, { id: newId(), what, who, at, detail });
  if (what === "placed" || what === "needs_attention") return;
  await addOrderNews(tx, { id: newId(), orderId, what, listed: isListed(what, who), at });
}
