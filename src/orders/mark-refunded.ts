import type { Tx } from "#db/open.ts";
import { addPayment } from "#src/payments/store.ts";
import { formatMoney, readMoney } from "#src/pricing/money.ts";
import type { Acting } from "./acting.ts";
import { canRefund, moneyHeld, paymentStateOf, type Payment } from "./order.ts";
import { orderFor, OrderMoved, tell, type Step, type Target } from "./step.ts";
import { changeOrder } from "./store.ts";

/** Notes that money went back, by whichever way the shop sent it: at most what it has of this order. */
export async function markRefunded(tx: Tx, act: Acting, target: Target & { readonly amount: string }): Promise<Step> {
  const found = await orderFor(tx, target, canRefund, "The shop has no money of this order.");
  if (!found.ok) return found;
  const { order } = found;
  const { currency, paymentMethod } = order;
  const held = moneyHeld(order.payments);
  const amount = readMoney(target.amount, currency);
  if (amount === undefined || amount === 0 || amount > held) {
    const message = `Write how much went back: an amount up to ${formatMoney(held, currency)}.`;
    return { ok: false, why: "not_allowed", message };
  }
  const payment: Payment = {
    ...{ id: act.newId(), provider: paymentMethod, state: "refunded", amount, reference: "" },
    ...{ idempotencyKey: `${order.id}:${order.payments.length + 1}`, at: act.at },
  };
  const payments = [...order.payments, payment];
  const paymentState = paymentStateOf(order, payments);
  if (!(await changeOrder(tx, order, { paymentState }))) throw new OrderMoved("changed meanwhile");
  await addPayment(tx, { ...payment, orderId: order.id });
  await tell(tx, act, order.id, "refunded", { amount: formatMoney(amount, currency) });
  return { ok: true, order: { ...order, payments, paymentState, version: order.version + 1 } };
}
