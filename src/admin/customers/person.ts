import type { Reader } from "#db/open.ts";
import { link, paths } from "../../paths.ts";
import type { Person } from "../../privacy/person.ts";
import { loadGuest } from "./list-store.ts";
import { loadConfirmed, loadCustomer, type CustomerRow } from "./store.ts";

/** Somebody at the desk: with an account, or a guest, found by one of their orders. */
export type Found = {
  readonly person: Person;
  readonly name: string;
  /** Undefined for a guest. */
  readonly account: CustomerRow | undefined;
};

const guest = "guest-";
/** What stands in a guest's address at the desk: an order of theirs, since mail addresses end up in logs. */
export const guestId = (orderId: string): string => guest + orderId;

/** Where all of an order's customer is. */
export const customerLink = ({ id, customerId }: { readonly id: string; readonly customerId: string | null }): string =>
  link(paths.adminCustomer, { id: customerId ?? guestId(id) });

/**
 * Who it is; undefined where nobody is. A guest whose address an account has confirmed is that account. An account that has
 * not confirmed its address is not taken for whoever else orders with it.
 */
export async function findPerson(db: Reader, id: string): Promise<Found | undefined> {
  if (!id.startsWith(guest)) return withAccount(await loadCustomer(db, id));
  const found = await loadGuest(db, id.slice(guest.length));
  if (!found) return undefined;
  const { name, email, emailKey } = found;
  const account = withAccount(await loadConfirmed(db, emailKey));
  return account ?? { name, account, person: { customerId: undefined, email, emailKey, ownsAddress: true } };
}

function withAccount(account: CustomerRow | undefined): Found | undefined {
  if (!account) return undefined;
  const { id, email, emailKey, name, verifiedAt } = account;
  return { name, account, person: { customerId: id, email, emailKey, ownsAddress: verifiedAt !== null } };
}
