import type { Tx } from "#db/open.ts";
import { audit } from "../accounts/store.ts";
import { keepProducts } from "../catalog/keep.ts";
import { erasedLetter } from "../mail/account-letters.tsx";
import type { LetterShop } from "../mail/order-facts.ts";
import { queueLetter } from "../mail/store.ts";
import { buyerKeyOf } from "../reviews/write-review.ts";
import { dropAddress, dropLinks, dropOwn, hideAuthor, letOrdersGo, takeAccount } from "./erase-store.ts";
import { subjectOfPerson, type Person } from "./person.ts";

export type Erasing = {
  /** "customer:<id>" or "staff:<id>" */
  readonly who: string;
  /** Where from. */
  readonly address: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly shop: LetterShop;
};

/**
 * Erases a person in one write: all that `traces` calls gone or nameless. Orders stay, unpaid ones open, and go on like
 * those of a guest. A last letter says that it is done; it is forgotten once it was sent. Answers whether it was this
 * act that did it: false where somebody was erased by another one just before.
 */
export async function erase(tx: Tx, person: Person, { who, address, at, newId, shop }: Erasing): Promise<boolean> {
  const { customerId } = person;
  if (customerId !== undefined) {
    if (!(await takeAccount(tx, customerId))) return false;
    await dropLinks(tx, person);
    await dropOwn(tx, person, customerId);
  }
  const kept = await letOrdersGo(tx, person);
  if (person.ownsAddress) {
    await dropAddress(tx, person);
    await keepProducts(tx, await hideAuthor(tx, buyerKeyOf(person)));
  }
  await queueLetter(tx, erasedLetter({ to: person.email, shop }, kept), { id: newId(), orderId: null, at });
  const subject = customerId === undefined ? "guest" : subjectOfPerson(person);
  await audit(tx, { id: newId(), at, who, act: "erase a customer", subject, address, detail: { orders: kept } });
  return true;
}
