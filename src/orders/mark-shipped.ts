import type { Tx } from "#db/open.ts";
import { shippedLetter } from "#src/mail/order-letters.tsx";
import { factsOf, type Acting } from "./acting.ts";
import { canShip } from "./order.ts";
import { orderFor, OrderMoved, tell, type Step, type Target } from "./step.ts";
import { changeOrder, shipLines } from "./store.ts";
import { send } from "./tell-shopper.ts";

/** Notes that everything has left the house (or waits to be fetched), with the parcel's number where there is one. */
export async function markShipped(tx: Tx, act: Acting, target: Target & { readonly tracking: string }): Promise<Step> {
  const found = await orderFor(
    tx,
    target,
    canShip,
    "This order is not ready to leave: it is unpaid, canceled or gone.",
  );
  if (!found.ok) return found;
  const { order } = found;
  const { tracking } = target;
  const deliveryState = "shipped";
  if (!(await changeOrder(tx, order, { deliveryState, tracking }))) throw new OrderMoved("shipped meanwhile");
  const lines = order.lines.map((line) => ({ ...line, shipped: line.quantity }));
  const shipped = { ...order, lines, deliveryState, tracking, version: order.version + 1 } as const;
  await shipLines(tx, order.id);
  await tell(tx, act, order.id, "shipped", tracking === "" ? null : { tracking });
  await send(tx, act, order.id, shippedLetter(factsOf(shipped, act)));
  return { ok: true, order: shipped };
}
