import type { Tx } from "#db/open.ts";
import { isSameAddress, mostAddresses, wholeAddress, type BookAddress, type Use } from "./address.ts";
import type { TypedAddress } from "./check-address.ts";
import {
  clearDefault,
  insertAddress,
  loadAddress,
  loadBook,
  loadRemoved,
  removeAddress,
  restoreAddress,
  takeTurn,
  updateAddress,
} from "./store.ts";

/** What goes there by default. */
export type Uses = { readonly forDelivery: boolean; readonly forBills: boolean };

type Whose = { readonly customerId: string; readonly id: string };
type Adding = Whose & { readonly address: TypedAddress; readonly at: Date } & Partial<Uses>;

export type Added =
  { readonly ok: true; readonly address: BookAddress } | { readonly ok: false; readonly why: "full" | "no account" };

const uses: readonly (readonly [keyof Uses, Use])[] = [
  ["forDelivery", "delivery"],
  ["forBills", "bills"],
];

/**
 * Puts an address into a customer's book; one that is in it is not put there twice. The first of a book is its default
 * for everything.
 */
export async function addAddress(tx: Tx, { customerId, id, address, at, ...wish }: Adding): Promise<Added> {
  if (!(await takeTurn(tx, customerId))) return { ok: false, why: "no account" };
  const book = await loadBook(tx, customerId);
  const known = book.find((each) => isSameAddress(each, address));
  if (!known && book.length >= mostAddresses) return { ok: false, why: "full" };
  const isFirst = book.length === 0;
  const added = {
    ...wholeAddress(known ?? address),
    id: known?.id ?? id,
    forDelivery: (known?.forDelivery ?? isFirst) || wish.forDelivery === true,
    forBills: (known?.forBills ?? isFirst) || wish.forBills === true,
  };
  await makeRoom(tx, { customerId, id: added.id }, added);
  if (known) await updateAddress(tx, { customerId, id: known.id }, added);
  else await insertAddress(tx, { ...added, customerId, createdAt: at });
  return { ok: true, address: added };
}

/** No other address is the default for what this one is to be. */
async function makeRoom(tx: Tx, whose: Whose, wanted: Uses): Promise<void> {
  for (const [flag, use] of uses) if (wanted[flag]) await clearDefault(tx, whose, use);
}

/** Writes an address of a customer's own anew. False where it is not there (any more). */
export async function changeAddress(tx: Tx, whose: Whose, address: TypedAddress, wish: Uses): Promise<boolean> {
  if (!(await holds(tx, whose))) return false;
  await makeRoom(tx, whose, wish);
  return updateAddress(tx, whose, { ...wholeAddress(address), ...wish });
}

/** Takes the customer's turn, and says whether this is in their book: where it is not, nothing of it may be changed. */
async function holds(tx: Tx, whose: Whose): Promise<boolean> {
  return (await takeTurn(tx, whose.customerId)) && (await loadAddress(tx, whose)) !== undefined;
}

/** Makes it the one where goods go, or bills do. False where it is not there; then the default is whichever it was. */
export async function makeDefault(tx: Tx, whose: Whose, use: Use): Promise<boolean> {
  if (!(await holds(tx, whose))) return false;
  await clearDefault(tx, whose, use);
  return updateAddress(tx, whose, use === "delivery" ? { forDelivery: true } : { forBills: true });
}

/** Takes it out, to be put back within a day. False where it is not there. */
export async function takeOutAddress(tx: Tx, whose: Whose, at: Date): Promise<boolean> {
  return (await takeTurn(tx, whose.customerId)) && removeAddress(tx, whose, at);
}

export type PutBack = "back" | "full" | "gone";

/** Puts back what was taken out, as the default that it was unless another one is by now. */
export async function putBackAddress(tx: Tx, whose: Whose): Promise<PutBack> {
  if (!(await takeTurn(tx, whose.customerId))) return "gone";
  const book = await loadBook(tx, whose.customerId);
  if (book.some(({ id }) => id === whose.id)) return "back";
  if (!(await loadRemoved(tx, whose))) return "gone";
  if (book.length >= mostAddresses) return "full";
  return (await restoreAddress(tx, whose)) ? "back" : "gone";
}
