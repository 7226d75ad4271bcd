import type { Tx } from "#db/open.ts";
import { addPayment } from "#src/payments/store.ts";
import { minus, sum } from "#src/pricing/money.ts";
import type { Acting } from "./acting.ts";
import { canMarkPaid, paymentStateOf, type Order, type Payment } from "./order.ts";
import { orderFor, OrderMoved, tell, type Step, type Target } from "./step.ts";
import { changeOrder } from "./store.ts";
import { tellPaid } from "./tell-shopper.ts";

/** Notes that the rest of the money is there, and writes to the shopper. */
export async function markPaid(tx: Tx, act: Acting, target: Target): Promise<Step> {
  const found = await orderFor(tx, target, canMarkPaid, "This order is not waiting for money.");
  if (!found.ok) return found;
  const { order } = found;
  const payment = paymentOfRest(order, act);
  const payments = [...order.payments, payment];
  const paymentState = paymentStateOf(order, payments);
  if (!(await changeOrder(tx, order, { paymentState, expiresAt: null }))) throw new OrderMoved("paid meanwhile");
  const paid = { ...order, payments, paymentState, expiresAt: null, version: order.version + 1 };
  await addPayment(tx, { ...payment, orderId: order.id });
  await tell(tx, act, order.id, "paid", { by: order.paymentMethod });
  await tellPaid(tx, act, paid);
  return { ok: true, order: paid };
}

function paymentOfRest({ id, total, payments, paymentMethod }: Order, { newId, at }: Acting): Payment {
  const paid = sum(payments.filter((each) => each.state === "paid").map((each) => each.amount));
  return {
    id: newId(),
    provider: paymentMethod,
    state: "paid",
    amount: minus(total, paid),
    reference: "",
    idempotencyKey: `${id}:${payments.length + 1}`,
    at,
  };
}
