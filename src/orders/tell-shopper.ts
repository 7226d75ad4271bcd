import type { Tx } from "#db/open.ts";
import type { Letter } from "#src/mail/letter.ts";
import { paidLetter, placedLetter } from "#src/mail/order-letters.tsx";
import { queueLetter, rewriteLetter } from "#src/mail/store.ts";
import { factsOf, type Acting } from "./acting.ts";
import type { Order } from "./order.ts";

/** How long the first letter about an order waits for an online payment, so that it can be the receipt. */
const waitForPayment = 2 * 60_000;

/** Puts a letter about an order into the outbox. */
export async function send(tx: Tx, { newId, at }: Acting, orderId: string, letter: Letter): Promise<void> {
  await queueLetter(tx, letter, { id: newId(), orderId, at });
}

/** The letter that an order stands. */
export async function tellPlaced(tx: Tx, act: Acting, order: Order): Promise<void> {
  const { newId, at } = act;
  const unpaid = order.paymentMethod === "test_card" && order.paymentState !== "paid";
  const notBefore = unpaid ? new Date(at.getTime() + waitForPayment) : at;
  await queueLetter(tx, placedLetter(factsOf(order, act)), { id: newId(), orderId: order.id, at, notBefore });
}

/** How an order is paid has changed: the first letter says so where it still waits, else another one does. */
export async function tellPaymentChosen(tx: Tx, act: Acting, order: Order): Promise<void> {
  const letter = placedLetter(factsOf(order, act));
  if (!(await rewriteLetter(tx, order.id, letter, act.at))) await send(tx, act, order.id, letter);
}

/** The money is there: one letter in all for who pays at once. */
export async function tellPaid(tx: Tx, act: Acting, order: Order): Promise<void> {
  const facts = factsOf(order, act);
  if (!(await rewriteLetter(tx, order.id, placedLetter(facts), act.at))) {
    await send(tx, act, order.id, paidLetter(facts));
  }
}
