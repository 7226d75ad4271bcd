import { and, asc, desc, eq, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { addresses, customers } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { BookAddress, Use } from "./address.ts";

const fields = {
  id: addresses.id,
  name: addresses.name,
  company: addresses.company,
  street: addresses.street,
  extra: addresses.extra,
  city: addresses.city,
  region: addresses.region,
  postcode: addresses.postcode,
  country: addresses.country,
  phone: addresses.phone,
  forDelivery: addresses.forDelivery,
  forBills: addresses.forBills,
};

const customerId = sql.placeholder("customerId");
const inOrder = [desc(addresses.forDelivery), desc(addresses.forBills), asc(addresses.createdAt), asc(addresses.id)];
const kept = and(eq(addresses.customerId, customerId), isNull(addresses.removedAt));

const book = prepared((db: Reader) =>
  db
    .select(fields)
    .from(addresses)
    .where(kept)
    .orderBy(...inOrder),
);

/** All of a customer's addresses, the default ones first. */
export function loadBook(db: Reader, customer: string): Promise<BookAddress[]> {
  return book(db).execute({ customerId: customer });
}

/** The same in a column of another query, whose placeholder `customerId` says whose. */
export const bookOf = rowsOf(fields, { from: addresses, where: kept, orderBy: inOrder });

type Whose = { readonly customerId: string; readonly id: string };
const own = (whose: Whose) => and(eq(addresses.customerId, whose.customerId), eq(addresses.id, whose.id));
const ownKept = (whose: Whose) => and(own(whose), isNull(addresses.removedAt));

/** One of a customer's own; another's, or one that was taken out, is as if it were not there. */
export async function loadAddress(db: Reader, whose: Whose): Promise<BookAddress | undefined> {
  const [row] = await db.select(fields).from(addresses).where(ownKept(whose));
  return row;
}

/** One that was taken out and can be put back. */
export async function loadRemoved(db: Reader, whose: Whose): Promise<BookAddress | undefined> {
  const [row] = await db
    .select(fields)
    .from(addresses)
    .where(and(own(whose), isNotNull(addresses.removedAt)));
  return row;
}

/**
 * Lets a customer's book be changed by one write after the other, so that defaults and the number of addresses are what
 * they were when they were looked at. False where the account is gone.
 */
export async function takeTurn(tx: Tx, customer: string): Promise<boolean> {
  const held = await tx
    .update(customers)
    .set({ id: sql`${customers.id}` })
    .where(eq(customers.id, customer))
    .returning({ id: customers.id });
  return held.length === 1;
}

export type AddressRow = typeof addresses.$inferInsert;

export async function insertAddress(tx: Tx, row: AddressRow): Promise<void> {
  await tx.insert(addresses).values(row);
}

/** Answers whether it was there to be taken out. */
export const removeAddress = (tx: Tx, whose: Whose, at: Date): Promise<boolean> =>
  updateAddress(tx, whose, { removedAt: at });

/** Answers whether it was there to be changed. */
export async function updateAddress(
  tx: Tx,
  whose: Whose,
  changes: Partial<Omit<AddressRow, "id" | "customerId">>,
): Promise<boolean> {
  const changed = await tx.update(addresses).set(changes).where(ownKept(whose)).returning({ id: addresses.id });
  return changed.length === 1;
}

const columnOf = { delivery: addresses.forDelivery, bills: addresses.forBills } as const;
const nothingFor = { delivery: { forDelivery: false }, bills: { forBills: false } } as const;

/** Takes the mark of a default off whichever other address has it. */
export async function clearDefault(tx: Tx, { customerId: customer, id }: Whose, use: Use): Promise<void> {
  await tx
    .update(addresses)
    .set(nothingFor[use])
    .where(and(eq(addresses.customerId, customer), ne(addresses.id, id), eq(columnOf[use], true)));
}

/** Puts back what was taken out. Answers whether there was anything to put back. */
export async function restoreAddress(tx: Tx, whose: Whose): Promise<boolean> {
  const restored = await tx
    .update(addresses)
    .set({ removedAt: null })
    .where(and(own(whose), isNotNull(addresses.removedAt)))
    .returning({ id: addresses.id });
  return restored.length === 1;
}

const aDay = 86_400_000;

/** Forgets what was taken out more than a day ago. */
export async function sweepAddresses(tx: Tx, now: Date): Promise<void> {
  await tx.delete(addresses).where(lt(addresses.removedAt, new Date(now.getTime() - aDay)));
}
