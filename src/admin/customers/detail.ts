import type { Address } from "#db/schema.ts";
import type { Reader } from "#db/open.ts";
import { addressLines } from "../../addresses/address-lines.ts";
import { loadOrders } from "../../privacy/bundle-store.ts";
import { loadAddresses, loadReviews, loadSubscription } from "../../privacy/own-store.ts";
import { buyerKeyOf } from "../../reviews/write-review.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import type { CustomerDetail } from "#views/admin/customers/customer.tsx";
import { deskMoment } from "../when.ts";
import { listMembers } from "../../accounts/staff-acts-store.ts";
import type { Deps } from "../../deps.ts";
import { ShopError } from "../../web/shop-error.ts";
import { findPerson, type Found } from "./person.ts";
import { spentInWords } from "./spent.ts";
import { listNotes } from "./notes-store.ts";

type Given = { readonly shop: ShopSettings; readonly now: Date; readonly names: ReadonlyMap<string, string> };

/** How many orders a customer's page shows; the order book finds the others. */
const mostOrders = 50;

export const noCustomer = () =>
  new ShopError("not_found", "There is no such customer. They may have been erased meanwhile.");

/** Everything that the desk shows of somebody. @throws ShopError where nobody is. */
export async function loadDetail({ store, now, shop }: Deps, id: string): Promise<CustomerDetail> {
  const found = await findPerson(store.read, id);
  if (!found) throw noCustomer();
  const [settings, members] = await Promise.all([shop.read(), listMembers(store.read, now())]);
  const names = new Map(members.map((member) => [member.id, member.displayName]));
  return customerDetail(store.read, id, found, { shop: settings, now: now(), names });
}

async function customerDetail(db: Reader, id: string, found: Found, given: Given): Promise<CustomerDetail> {
  const { person, account } = found;
  const [orders, book, reviews, letters, notes] = await Promise.all([
    loadOrders(db, person),
    loadAddresses(db, person),
    loadReviews(db, person, buyerKeyOf(person)),
    loadSubscription(db, person),
    account ? listNotes(db, account.id) : [],
  ]);
  const at = (moment: Date) => deskMoment(moment, given.now, given.shop);
  const sent = orders.flatMap(({ address, billing }) => [address, billing].flatMap((each) => each ?? []));
  return {
    id,
    name: found.name,
    email: person.email,
    isGuest: account === undefined,
    confirmed: person.ownsAddress,
    registered: account ? at(account.createdAt) : "",
    seen: account?.seenAt ? at(account.seenAt) : "",
    newsletter: letters.some(({ confirmedAt }) => confirmedAt !== null),
    spent: account ? spentInWords(account.spent) : "",
    groups: account?.groups.map(({ name }) => name) ?? [],
    vatNumbers: [...new Set(sent.flatMap(({ vatNumber = "" }) => (vatNumber === "" ? [] : [vatNumber])))],
    addresses: uniqueAddresses([...book.filter(({ removedAt }) => removedAt === null), ...sent]),
    orderCount: orders.length,
    orders: orders.slice(0, mostOrders).map((order) => ({
      ...{ id: order.id, number: order.number, total: order.total, currency: order.currency },
      ...{ paymentState: order.paymentState, deliveryState: order.deliveryState, canceled: order.state === "canceled" },
      when: at(order.placedAt),
    })),
    reviews: reviews.map((review) => ({ ...review, when: at(review.at) })),
    notes: notes.map(({ id: noteId, body, who, at: moment }) => ({
      id: noteId,
      body,
      by: given.names.get(who.slice("staff:".length)) ?? "somebody of the staff",
      when: at(moment),
    })),
  };
}

/** Each place once, as it is written on a parcel. */
function uniqueAddresses(all: readonly Address[]): (readonly string[])[] {
  const places = new Map(all.map((each) => [addressLines(each).join("\n"), addressLines(each)] as const));
  return [...places.values()];
}
