import { and, eq, gt, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import {
  auditLog,
  carts,
  customers,
  likes,
  news,
  oneTimeTokens,
  orders,
  outbox,
  promotionUses,
  recoveryCodes,
  reviews,
  secondFactors,
  sessions,
  stockNotices,
  stockWatches,
  subscribers,
} from "#db/schema.ts";
import { ordersOf } from "./bundle-store.ts";
import { subjectOfPerson, type Person } from "./person.ts";

/** Letters that tell nobody of an order. Those about one are papers of that order. */
const noPapers = and(isNull(outbox.orderId), sql`${outbox.kind} not like 'staff%'`);

/** Takes the account away, and with it what refers to it. Of any number who try at once, one is answered true. */
export async function takeAccount(tx: Tx, customerId: string): Promise<boolean> {
  const gone = await tx.delete(customers).where(eq(customers.id, customerId)).returning({ id: customers.id });
  return gone.length === 1;
}

/** Who is signed in with the account, and what it alone has: gone at the next request, in every process. */
export async function dropOwn(tx: Tx, person: Person, customerId: string): Promise<void> {
  const owner = subjectOfPerson(person);
  await tx.delete(sessions).where(and(eq(sessions.audience, "shop"), eq(sessions.accountId, customerId)));
  await tx.delete(secondFactors).where(eq(secondFactors.owner, owner));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.owner, owner));
  const asOwner = `c:${customerId}`;
  await tx.delete(likes).where(eq(likes.owner, asOwner));
  await tx.delete(news).where(eq(news.owner, asOwner));
  await tx.delete(stockWatches).where(eq(stockWatches.owner, asOwner));
  await tx.delete(stockNotices).where(eq(stockNotices.customerId, customerId));
  await tx.delete(carts).where(eq(carts.customerId, customerId));
}

/** Links to the account, and the letters that hold them: also those that went to an address it was to move to. */
export async function dropLinks(tx: Tx, person: Person): Promise<void> {
  const gone = await tx
    .delete(oneTimeTokens)
    .where(eq(oneTimeTokens.subject, subjectOfPerson(person)))
    .returning({ purpose: oneTimeTokens.purpose, detail: oneTimeTokens.detail });
  const asked = gone.flatMap(({ detail }) => (detail === "" ? [] : [detail, detail.toLowerCase()]));
  const holdsLink = inArray(outbox.kind, ["email_change", "email_verify"]);
  const toNew =
    asked.length > 0
      ? and(holdsLink, or(inArray(outbox.to, asked), inArray(sql`lower(${outbox.to})`, asked)))
      : undefined;
  const aboutIt = sql`(${outbox.kind} like 'email%' or ${outbox.kind} like 'password%' or ${outbox.kind} like 'account%')`;
  await tx.delete(outbox).where(and(noPapers, or(and(aboutIt, isTo(person)), toNew)));
}

const isTo = ({ email, emailKey }: Person): SQL =>
  sql`(${outbox.to} in (${email}, ${emailKey}) or lower(${outbox.to}) = ${emailKey})`;

/** Accounts that were erased since then. */
export async function listErased(db: Reader, since: Date): Promise<string[]> {
  const rows = await db
    .select({ subject: auditLog.subject })
    .from(auditLog)
    .where(and(gt(auditLog.at, since), eq(auditLog.act, "erase a customer"), eq(auditLog.result, "done")));
  return rows.flatMap(({ subject }) => /^customer:(.+)$/.exec(subject)?.[1] ?? []);
}

/** What an act that had begun before an account was erased, and ended after that, wrote for it. */
export async function dropLate(tx: Tx, customerId: string): Promise<void> {
  const person = { customerId, email: "", emailKey: "", ownsAddress: false };
  await dropLinks(tx, person);
  await dropOwn(tx, person, customerId);
}

/** What is known by the address: the newsletter, every letter but papers of orders, checkouts that were begun with it. */
export async function dropAddress(tx: Tx, person: Person): Promise<void> {
  const { email, emailKey } = person;
  await tx.delete(subscribers).where(eq(subscribers.emailKey, emailKey));
  await tx.delete(stockNotices).where(eq(stockNotices.emailKey, emailKey));
  const named = [email, emailKey];
  await tx.delete(oneTimeTokens).where(or(inArray(oneTimeTokens.subject, named), inArray(oneTimeTokens.detail, named)));
  await tx.delete(outbox).where(and(noPapers, isTo(person)));
  const typed = sql`lower(trim(${carts.draft} ->> 'email')) = ${emailKey}`;
  await tx.update(carts).set({ draft: null }).where(typed);
}

/** In place of an address, where a use of a promotion had one. */
const nobodys = "order:";
export const isNobodys = (customer: string): boolean => customer.startsWith(nobodys);

/** Their orders are nobody's any more, and keep the name and address that the law wants on a bill. Answers how many. */
export async function letOrdersGo(tx: Tx, person: Person): Promise<number> {
  const theirs = sql`${promotionUses.orderId} in (select ${orders.id} from ${orders} where ${ordersOf(person)})`;
  const used = person.ownsAddress ? or(theirs, eq(promotionUses.customer, person.emailKey)) : theirs;
  await tx
    .update(promotionUses)
    .set({ customer: sql`${nobodys} || ${promotionUses.orderId}` })
    .where(used);
  const left = await tx.update(orders).set({ customerId: null }).where(ordersOf(person)).returning({ id: orders.id });
  return left.length;
}

/**
 * What everybody reads stays as the word of a buyer, without a picture that may show them; what waits or is hidden goes.
 * Files that nothing names any more are swept. Answers the products.
 */
export async function hideAuthor(tx: Tx, buyerKey: string): Promise<string[]> {
  const theirs = eq(reviews.buyerKey, buyerKey);
  const named = { productId: reviews.productId };
  const gone = await tx
    .delete(reviews)
    .where(and(theirs, eq(reviews.shown, false)))
    .returning(named);
  const left = await tx
    .update(reviews)
    .set({
      ...{ author: "A buyer", place: "", buyerKey: sql`'gone:' || ${reviews.id}` },
      // A picture may show whose it was; its file is swept.
      ...{ picture: "", pictureAlt: "", pictureWidth: 0, pictureHeight: 0 },
    })
    .where(theirs)
    .returning(named);
  return [...new Set([...gone, ...left].map(({ productId }) => productId))];
}
