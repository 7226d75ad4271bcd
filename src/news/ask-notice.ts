import type { Tx } from "#db/open.ts";
import { emailKeyOf } from "../accounts/account.ts";
import { sellable } from "../inventory/shelf.ts";
import { loadKind, noteNotice, noteWatch, type StoredKind } from "./asking-store.ts";

export type Asked = {
  readonly handle: string;
  readonly variantId: string;
  readonly email: string;
  /** False where that address was typed too often today: then nothing is written to it, and nobody is told so. */
  readonly isWrittenTo: boolean;
  readonly customerId: string | undefined;
  /** "c:<customer>" or "g:<guest>": who is told in the page as well. */
  readonly owner: string;
  readonly at: Date;
  readonly newId: () => string;
};

/** noted: they wait; there: nobody needs to, it can be bought; missing: it is not sold here. */
export type Answered =
  { readonly outcome: "noted" | "there"; readonly kind: StoredKind } | { readonly outcome: "missing" };

/**
 * Notes that somebody wants to hear when a kind is back. The answer is the same whether the address waits already, is
 * a customer's, or was never heard of.
 */
export async function askNotice(tx: Tx, asked: Asked): Promise<Answered> {
  const { handle, variantId, email, isWrittenTo, customerId, owner, at, newId } = asked;
  const kind = await loadKind(tx, handle, variantId);
  if (!kind) return { outcome: "missing" };
  if (sellable(kind) > 0) return { outcome: "there", kind };
  const emailKey = emailKeyOf(email);
  const asker = { customerId: customerId ?? null, guest: customerId === undefined ? owner : "" };
  if (isWrittenTo) await noteNotice(tx, { id: newId(), variantId, email, emailKey, ...asker, at });
  await noteWatch(tx, { owner, variantId, at });
  return { outcome: "noted", kind };
}
