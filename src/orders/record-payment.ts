import type { Tx } from "#db/open.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import type { Outcome } from "#src/payments/payment.ts";
import { endPayment, notePaymentWaits } from "#src/payments/store.ts";
import { sum } from "#src/pricing/money.ts";
import { claimPromotions } from "#src/promotions/claim-promotions.ts";
import { claimsAgain, releaseUses } from "#src/promotions/claims-store.ts";
import { emailKeyOf } from "#src/accounts/account.ts";
import type { Acting } from "./acting.ts";
import { hasExpired, paymentStateOf, type Order, type Payment } from "./order.ts";
import { OrderMoved, tell } from "./step.ts";
import { changeOrder, loadOrder } from "./store.ts";
import { tellPaid } from "./tell-shopper.ts";

export type Told = { readonly orderId: string; readonly key: string; readonly outcome: Outcome };

/**
 * Writes down what a provider said about a payment, once: told again, by whichever way, nothing changes.
 *
 * Money that comes after an order was given up takes the goods again where they are still there, and what its promotions
 * may be used. Where it cannot, the order stays canceled, paid and in need of attention: money is never sent back by itself, and never forgotten.
 */
export async function recordPayment(tx: Tx, act: Acting, { orderId, key, outcome }: Told): Promise<void> {
  if (outcome.state === "waiting") return notePaymentWaits(tx, key, outcome.reference);
  if (!(await endPayment(tx, key, outcome))) return;
  const order = await loadOrder(tx, orderId); // with the payment as it ended
  if (!order) return;
  const late = outcome.state === "paid" && order.state === "canceled";
  const lost = late ? await retake(tx, act, order) : undefined;
  const retaken = late && lost === undefined;
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
  const trouble = lost ?? (paidOf(order) > order.total ? "Paid more than once." : undefined);
  if (trouble !== undefined) await tell(tx, act, orderId, "needs_attention", { why: trouble });
  if (!late || retaken) await tellPaid(tx, act, told);
}

const paidOf = ({ payments }: Order) =>
  sum(payments.filter((payment) => payment.state === "paid").map((payment) => payment.amount));

/** Takes goods and promotions of an order once more, all or none. Answers why not. */
async function retake(tx: Tx, { at, newId }: Acting, order: Order): Promise<string | undefined> {
  const { id, lines } = order;
  if (!hasExpired(order)) return "Paid after it was canceled.";
  const lost = await reclaim(tx, order);
  if (lost.length > 0)
    return `Paid after it was given up, and ${lost.map((name) => `“${name}”`).join(" and ")} may not be used any more.`;
  if ((await takeStock(tx, lines, { orderId: id, at, newId })).ok) return undefined;
  await releaseUses(tx, id);
  return "Paid after it was given up, and the goods are gone.";
}

/** Counts its promotions again, as of when it was placed. Answers the names of those that are used up or gone. */
async function reclaim(tx: Tx, order: Order): Promise<readonly string[]> {
  const applied = order.totals.applied.filter(({ amount }) => amount > 0);
  const claims = await claimsAgain(
    tx,
    order.id,
    applied.map(({ promotionId }) => promotionId),
  );
  if (!claims) return applied.map(({ name }) => name);
  const who = { customer: emailKeyOf(order.email), customerId: order.customerId ?? undefined };
  const claimed = await claimPromotions(tx, claims, { ...who, orderId: order.id, at: order.placedAt });
  if (claimed.ok) return [];
  return applied.filter(({ promotionId }) => claimed.refused.includes(promotionId)).map(({ name }) => name);
}

/** Payments of which the provider has not said how they ended. */
export const openPayments = ({ payments }: Order): readonly Payment[] =>
  payments.filter((payment) => payment.state === "begun");
