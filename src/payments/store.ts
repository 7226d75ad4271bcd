import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/open.ts";
import { paymentEvents, payments } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import type { Outcome } from "./payment.ts";

export type NewPayment = typeof payments.$inferInsert;

export async function addPayment(tx: Tx, payment: NewPayment): Promise<void> {
  await tx.insert(payments).values(payment);
}

/** Notes the provider's own name for a payment that waits. */
export async function notePaymentWaits(tx: Tx, key: string, reference: string): Promise<void> {
  await tx
    .update(payments)
    .set({ reference })
    .where(and(eq(payments.idempotencyKey, key), eq(payments.state, "begun")));
}

/**
 * Ends a payment that was begun, once: the second to tell of it changes nothing. One that was taken for declined may
 * still turn out paid. Answers whether it was news.
 */
export async function endPayment(tx: Tx, key: string, { state, reference }: Outcome): Promise<boolean> {
  const open = state === "paid" ? inList(payments.state, ["begun", "declined"]) : eq(payments.state, "begun");
  const ended = await tx
    .update(payments)
    .set({ state, reference })
    .where(and(eq(payments.idempotencyKey, key), open))
    .returning({ id: payments.id });
  return ended.length === 1;
}

export type ProviderEvent = typeof paymentEvents.$inferInsert;

/** Notes what a provider told us. Answers whether it was news: each event counts once, however often it is told. */
export async function noteProviderEvent(tx: Tx, event: ProviderEvent): Promise<boolean> {
  const noted = await tx
    .insert(paymentEvents)
    .values(event)
    .onConflictDoNothing()
    .returning({ eventId: paymentEvents.eventId });
  return noted.length === 1;
}
