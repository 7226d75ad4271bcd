import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/prepared.ts";
import { customerGroups, customers } from "#db/schema.ts";

export type GroupMember = { readonly group: string; readonly email: string; readonly customerId: string };

/** Who is in which group; of one customer, where `emailKey` says which. */
export async function listGroups(db: Reader, emailKey?: string): Promise<GroupMember[]> {
  return db
    .select({ group: customerGroups.name, email: customers.email, customerId: customers.id })
    .from(customerGroups)
    .innerJoin(customers, eq(customers.id, customerGroups.customerId))
    .where(emailKey === undefined ? undefined : eq(customers.emailKey, emailKey))
    .orderBy(asc(customerGroups.name), asc(customers.emailKey));
}

/** Puts a customer into a group. False where they are in it already. */
export async function joinGroup(tx: Tx, customerId: string, name: string): Promise<boolean> {
  const added = await tx
    .insert(customerGroups)
    .values({ customerId, name })
    .onConflictDoNothing()
    .returning({ name: customerGroups.name });
  return added.length === 1;
}

/** Takes a customer out of a group. False where they are not in it. */
export async function leaveGroup(tx: Tx, customerId: string, name: string): Promise<boolean> {
  const gone = await tx
    .delete(customerGroups)
    .where(and(eq(customerGroups.customerId, customerId), eq(customerGroups.name, name)))
    .returning({ name: customerGroups.name });
  return gone.length === 1;
}
