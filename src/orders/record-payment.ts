import type { Tx } from "#db/open.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import type { Outcome } from "#src/payments/payment.ts";
import { endPayment, notePaymentWaits } from "#src/payments/store.ts";
import { sum } from "#src/pricing/money.ts";
import type { Acting } from "./acting.ts";
import { hasExpired, paymentStateOf, type Order, type Payment } from "./order.ts";
import { OrderMoved, tell } from "./step.ts";
import { changeOrder, loadOrder } from "./store.ts";
import { tellPaid } from "./tell-shopper.ts";

export type Told = { readonly orderId: string; readonly key: string; readonly outcome: Outcome };

/**
 * Writes down what a provider said about a payment, once: told again, by whichever way, nothing changes.
 *
 * Money that comes after an order was given up takes the goods again where they are still there. Where they are not, the
 * order stays canceled, paid and in need of attention: money is never sent back by itself, and never forgotten.
 */
export async function recordPayment(tx: Tx, act: Acting, { orderId, key, outcome }: Told): Promise<void> {
  if (outcome.state === "waiting") return notePaymentWaits(tx, key, outcome.reference);
  if (!(await endPayment(tx, key, outcome))) return;
  const order = await loadOrder(tx, orderId); // with the payment as it ended
  if (!order) return;
  const late = outcome.state === "paid" && order.state === "canceled";
  const retaken = late && hasExpired(order) && (await retake(tx, act, order));
  const state = retaken ? "placed" : order.state;
  const paymentState = paymentStateOf({ ...order, state }, order.payments);
  const expiresAt = paymentState === "paid" ? null : order.expiresAt;
  if (!(await changeOrder(tx, order, { state, paymentState, expiresAt }))) throw new OrderMoved("changed meanwhile");
  const told = { ...order, state, paymentState, expiresAt, version: order.version + 1 };
  if (outcome.state === "declined") {
    return tell(tx, act, orderId, "payment_failed", { why: outcome.why, card: outcome.last4 });
  }
  await tell(tx, act, orderId, "paid", { by: "test_card", card: outcome.last4 });
  if (retaken) await tell(tx, act, orderId, "retaken");
  const trouble = late && !retaken ? tooLate(order) : paidOf(order) > order.total ? "Paid more than once." : undefined;
  if (trouble !== undefined) await tell(tx, act, orderId, "needs_attention", { why: trouble });
  if (!late || retaken) await tellPaid(tx, act, told);
}

const tooLate = (order: Order) =>
  hasExpired(order) ? "Paid after it was given up, and the goods are gone." : "Paid after it was canceled.";

const paidOf = ({ payments }: Order) =>
  sum(payments.filter((payment) => payment.state === "paid").map((payment) => payment.amount));

async function retake(tx: Tx, { at, newId }: Acting, { id, lines }: Order): Promise<boolean> {
  return (await takeStock(tx, lines, { orderId: id, at, newId })).ok;
}

/** Payments of which the provider has not said how they ended. */
export const openPayments = ({ payments }: Order): readonly Payment[] =>
  payments.filter((payment) => payment.state === "begun");
