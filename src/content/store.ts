import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { collections, oneTimeTokens, pages, products, subscribers } from "#db/schema.ts";

const readFooter = prepared((db: Reader) =>
  db
    .select({ title: pages.title, handle: pages.handle, column: pages.column })
    .from(pages)
    .where(sql`${pages.column} <> ''`)
    .orderBy(asc(pages.position), asc(pages.title))
    .limit(40),
);

/** Pages that the footer names. */
export const loadFooterPages = (db: Reader) => readFooter(db).execute();

const readPage = prepared((db: Reader) =>
  db
    .select()
    .from(pages)
    .where(eq(pages.handle, sql.placeholder("handle"))),
);

export async function loadPage(db: Reader, handle: string) {
  return (await readPage(db).execute({ handle }))[0];
}

/** An address for search engines: its path's kind and handle, and when it changed where that is known. */
export type Place = { readonly handle: string; readonly at: Date | null };

const readProducts = prepared((db: Reader) =>
  db
    .select({ handle: products.handle, at: products.updatedAt })
    .from(products)
    .where(eq(products.status, "active"))
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset")),
);
const countProducts = prepared((db: Reader) =>
  db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(products)
    .where(eq(products.status, "active")),
);

export async function countShown(db: Reader): Promise<number> {
  return (await countProducts(db).execute())[0]?.count ?? 0;
}

export const loadProductPlaces = (db: Reader, page: { readonly limit: number; readonly offset: number }) =>
  readProducts(db).execute(page);

const readLists = prepared((db: Reader) =>
  db
    .select({ handle: collections.handle })
    .from(collections)
    .where(gt(collections.productCount, 0))
    .orderBy(asc(collections.position), asc(collections.title))
    .limit(5000),
);
const readPages = prepared((db: Reader) =>
  db.select({ handle: pages.handle, at: pages.updatedAt }).from(pages).orderBy(desc(pages.updatedAt)).limit(1000),
);

export const loadListPlaces = (db: Reader) => readLists(db).execute();
export const loadPagePlaces = (db: Reader) => readPages(db).execute();

const purpose = "newsletter";

export type Subscribing = {
  readonly email: string;
  readonly emailKey: string;
  /** SHA-256 of what the letter's link holds. */
  readonly tokenId: string;
  readonly at: Date;
  readonly until: Date;
};

/** Notes an address that wants letters. Answers whether it must still be confirmed. */
export async function noteSubscriber(tx: Tx, { email, emailKey, tokenId, at, until }: Subscribing): Promise<boolean> {
  await tx.insert(subscribers).values({ emailKey, email, createdAt: at }).onConflictDoNothing();
  const open = and(eq(subscribers.emailKey, emailKey), isNull(subscribers.confirmedAt));
  const [waiting] = await tx.select({ email: subscribers.email }).from(subscribers).where(open);
  if (!waiting) return false;
  await tx.insert(oneTimeTokens).values({ id: tokenId, purpose, subject: emailKey, expiresAt: until });
  return true;
}

/** Whether a link of such a letter still works, without using it up. */
export async function isOpenLink(db: Reader, tokenId: string, now: Date): Promise<boolean> {
  return (await db.select({ id: oneTimeTokens.id }).from(oneTimeTokens).where(openLink(tokenId, now))).length > 0;
}

const openLink = (tokenId: string, now: Date) =>
  and(
    eq(oneTimeTokens.id, tokenId),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, now),
  );

/** Uses the link up and confirms its address. Answers whose it is; undefined where the link worked no more. */
export async function confirmSubscriber(tx: Tx, tokenId: string, now: Date): Promise<Subscriber | undefined> {
  const [used] = await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(openLink(tokenId, now))
    .returning({ subject: oneTimeTokens.subject });
  if (!used) return undefined;
  const [row] = await tx
    .update(subscribers)
    .set({ confirmedAt: now })
    .where(eq(subscribers.emailKey, used.subject))
    .returning({ email: subscribers.email, emailKey: subscribers.emailKey });
  return row;
}

export type Subscriber = { readonly email: string; readonly emailKey: string };

/** Keeps the digest of the link that ends the letters to somebody. */
export async function setLeaveHash(tx: Tx, emailKey: string, leaveHash: string): Promise<void> {
  await tx.update(subscribers).set({ leaveHash }).where(eq(subscribers.emailKey, emailKey));
}

/** Takes an address off the list, with every link that would confirm it. Answers whether it was on it. */
export async function dropSubscriber(tx: Tx, leaveHash: string): Promise<boolean> {
  const gone = await tx
    .delete(subscribers)
    .where(eq(subscribers.leaveHash, leaveHash))
    .returning({ emailKey: subscribers.emailKey });
  for (const { emailKey } of gone) {
    await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.purpose, purpose), eq(oneTimeTokens.subject, emailKey)));
  }
  return gone.length > 0;
}
