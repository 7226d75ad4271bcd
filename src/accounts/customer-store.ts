import { and, eq, isNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { customers, orders } from "#db/schema.ts";

export const subjectOf = (customerId: string): string => `customer:${customerId}`;
/** The customer's id of a link's subject; undefined for somebody else's. */
export const customerOf = (subject: string): string | undefined => /^customer:(.+)$/.exec(subject)?.[1];

export async function findCustomerById(db: Reader, id: string) {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  return row;
}

/** Notes that the address is theirs, from now on if it was not known before. */
export async function noteVerified(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(customers)
    .set({ verifiedAt: at })
    .where(and(eq(customers.id, id), isNull(customers.verifiedAt)));
}

/** Orders that were placed with this address by nobody who was signed in become the customer's. Answers how many. */
export async function claimOrders(tx: Tx, id: string, emailKey: string): Promise<number> {
  const claimed = await tx
    .update(orders)
    .set({ customerId: id })
    .where(and(eq(orders.emailKey, emailKey), isNull(orders.customerId)))
    .returning({ id: orders.id });
  return claimed.length;
}

export async function setCustomerName(tx: Tx, id: string, displayName: string): Promise<void> {
  await tx.update(customers).set({ displayName }).where(eq(customers.id, id));
}

export async function setCustomerEmail(
  tx: Tx,
  id: string,
  to: { readonly email: string; readonly emailKey: string; readonly verifiedAt: Date },
): Promise<void> {
  await tx.update(customers).set(to).where(eq(customers.id, id));
}
