import { and, desc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { customerNotes } from "#db/schema.ts";

export const listNotes = (db: Reader, customerId: string) =>
  db
    .select({ id: customerNotes.id, body: customerNotes.body, who: customerNotes.who, at: customerNotes.at })
    .from(customerNotes)
    .where(eq(customerNotes.customerId, customerId))
    .orderBy(desc(customerNotes.at), desc(customerNotes.id))
    .limit(100);

export async function insertNote(tx: Tx, note: typeof customerNotes.$inferInsert): Promise<void> {
  await tx.insert(customerNotes).values(note);
}

/** Answers whether it was there. */
export async function dropNote(tx: Tx, customerId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(customerNotes)
    .where(and(eq(customerNotes.id, id), eq(customerNotes.customerId, customerId)))
    .returning({ id: customerNotes.id });
  return gone.length === 1;
}
