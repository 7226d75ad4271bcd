import type { Tx } from "#db/open.ts";
import { giveBack } from "#src/inventory/give-back.ts";
import { canceledLetter } from "#src/mail/order-letters.tsx";
import { releaseUses } from "#src/promotions/claims-store.ts";
import { factsOf, type Acting } from "./acting.ts";
import { canCancel, moneyHeld, paymentStateOf, type Order } from "./order.ts";
import { orderFor, OrderMoved, tell, type Step, type Target } from "./step.ts";
import { changeOrder, loadOrder } from "./store.ts";
import { send } from "./tell-shopper.ts";

/** Cancels an order that has not left the house: its goods and promotions go back, the shopper gets a letter. */
export async function cancelOrder(tx: Tx, act: Acting, target: Target): Promise<Step> {
  const found = await orderFor(tx, target, canCancel, "This order cannot be canceled any more.");
  if (!found.ok) return found;
  const { order } = found;
  const byShop = act.who.startsWith("staff:");
  const why = byShop ? "The shop has canceled it." : "You have canceled it.";
  return { ok: true, order: await undo(tx, act, order, "canceled", why) };
}

/** Gives an order up that nobody paid in time. Answers whether it was there to give up. */
export async function expireOrder(tx: Tx, act: Acting, id: string): Promise<boolean> {
  const order = await loadOrder(tx, id);
  const waiting: readonly string[] = ["unpaid", "failed", "pending"];
  const late = order?.expiresAt !== null && order?.expiresAt !== undefined && order.expiresAt <= act.at;
  if (!order || !late || order.state !== "placed" || !waiting.includes(order.paymentState)) return false;
  await undo(tx, act, order, "expired", "It was not paid in time, so the goods are back on the shelf.");
  return true;
}

async function undo(tx: Tx, act: Acting, order: Order, what: "canceled" | "expired", why: string): Promise<Order> {
  const paymentState = paymentStateOf({ ...order, state: "canceled" }, order.payments);
  const changes = { state: "canceled", paymentState, expiresAt: null } as const;
  if (!(await changeOrder(tx, order, changes))) throw new OrderMoved("changed meanwhile");
  const undone = { ...order, ...changes, version: order.version + 1 };
  const paid = moneyHeld(order.payments) > 0;
  await giveBack(tx, order.id, { cause: what, at: act.at, newId: act.newId });
  await releaseUses(tx, order.id);
  await tell(tx, act, order.id, what);
  if (paid)
    await tell(tx, act, order.id, "needs_attention", { why: "Canceled after it was paid: give the money back." });
  const sentence = paid ? `${why} Your money comes back the way it came.` : `${why} There is nothing to pay.`;
  await send(tx, act, order.id, canceledLetter(factsOf(undone, act), sentence));
  return undone;
}
