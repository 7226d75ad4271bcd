import type { Tx } from "#db/open.ts";
import { paymentChoices, type PaymentMethod } from "#src/payments/payment.ts";
import type { Acting } from "./acting.ts";
import { expiryFor } from "./expiry.ts";
import { canPay } from "./order.ts";
import { orderFor, OrderMoved, tell, type Step, type Target } from "./step.ts";
import { changeOrder } from "./store.ts";
import { tellPaymentChosen } from "./tell-shopper.ts";

/** Pays an open order another way than was first chosen. */
export async function choosePayment(
  tx: Tx,
  act: Acting,
  target: Target & { readonly method: PaymentMethod },
): Promise<Step> {
  const { method } = target;
  const found = await orderFor(
    tx,
    target,
    (order) => canPay(order) && paymentChoices(act.shop, order.deliveryType).includes(method),
    "This order cannot be paid that way.",
  );
  if (!found.ok || found.order.paymentMethod === method) return found;
  const { order } = found;
  const expiresAt = expiryFor(method, order.total, act.shop, act.at);
  if (!(await changeOrder(tx, order, { paymentMethod: method, expiresAt }))) throw new OrderMoved("changed meanwhile");
  const changed = { ...order, paymentMethod: method, expiresAt, version: order.version + 1 };
  await tell(tx, act, order.id, "payment_chosen", { by: method });
  if (method !== "test_card") await tellPaymentChosen(tx, act, changed);
  return { ok: true, order: changed };
}
