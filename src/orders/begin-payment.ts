import type { Tx } from "#db/open.ts";
import { addPayment } from "#src/payments/store.ts";
import type { Cents } from "#src/pricing/money.ts";
import type { Acting } from "./acting.ts";
import { canPay, type Payment } from "./order.ts";
import { OrderMoved } from "./step.ts";
import { changeOrder, loadOrder } from "./store.ts";

export type Begun =
  | { readonly ok: true; readonly key: string; readonly amount: Cents; readonly currency: string }
  /** Paid, canceled, or waiting for a bank: its page says which. */
  | { readonly ok: false };

/**
 * Writes down that a card is about to be charged, before anybody is asked for money. A second press while the first is
 * under way gets the same key, and with it the provider's same answer; a try that a bank still thinks about is not
 * begun again.
 */
export async function beginPayment(tx: Tx, { newId, at }: Acting, orderId: string): Promise<Begun> {
  const order = await loadOrder(tx, orderId);
  if (!order) return { ok: false };
  const { total, currency } = order;
  const open = order.payments.find((payment) => payment.state === "begun");
  if (open)
    return open.reference === "" ? { ok: true, key: open.idempotencyKey, amount: total, currency } : { ok: false };
  if (!canPay(order)) return { ok: false };

  const payment: Payment = {
    id: newId(),
    provider: "test_card",
    state: "begun",
    amount: total,
    reference: "",
    idempotencyKey: `${orderId}:${order.payments.length + 1}`,
    at,
  };
  const changes = { paymentState: "pending", paymentMethod: "test_card" } as const;
  if (!(await changeOrder(tx, order, changes))) throw new OrderMoved("changed meanwhile");
  await addPayment(tx, { ...payment, orderId });
  return { ok: true, key: payment.idempotencyKey, amount: total, currency };
}
