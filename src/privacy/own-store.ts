import { and, asc, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import {
  addresses,
  cartLines,
  carts,
  customerNotes,
  likes,
  news,
  orders,
  products,
  reviews,
  sessions,
  stockNotices,
  stockWatches,
  subscribers,
  variants,
} from "#db/schema.ts";
import type { Person } from "./person.ts";

const nobody = "";
const ownerOf = ({ customerId = nobody }: Person) => `c:${customerId}`;

/** The account's own only: a guest who typed this address may have been somebody else. */
export const loadCarts = (db: Reader, { customerId = nobody }: Person) =>
  db
    .select({
      state: carts.state,
      draft: carts.draft,
      country: carts.country,
      region: carts.region,
      postcode: carts.postcode,
      product: products.title,
      sku: variants.sku,
      quantity: cartLines.quantity,
      addedAt: cartLines.addedAt,
      removedAt: cartLines.removedAt,
    })
    .from(carts)
    .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
    .leftJoin(variants, eq(variants.id, cartLines.variantId))
    .leftJoin(products, eq(products.id, variants.productId))
    .where(eq(carts.customerId, customerId))
    .orderBy(asc(carts.createdAt), asc(carts.id), asc(cartLines.addedAt), asc(cartLines.id));

export const loadAddresses = (db: Reader, { customerId = nobody }: Person) =>
  db
    .select({
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
      addedAt: addresses.createdAt,
      removedAt: addresses.removedAt,
    })
    .from(addresses)
    .where(eq(addresses.customerId, customerId))
    .orderBy(asc(addresses.createdAt));

/** What the staff noted; not who of them. */
export const loadNotes = (db: Reader, { customerId = nobody }: Person) =>
  db
    .select({ at: customerNotes.at, note: customerNotes.body })
    .from(customerNotes)
    .where(eq(customerNotes.customerId, customerId))
    .orderBy(asc(customerNotes.at), asc(customerNotes.id));

export const loadLikes = (db: Reader, person: Person) =>
  db
    .select({ product: products.title, handle: products.handle, at: likes.at })
    .from(likes)
    .innerJoin(products, eq(products.id, likes.productId))
    .where(eq(likes.owner, ownerOf(person)))
    .orderBy(asc(likes.at));

/** `buyerKey` is the digest that reviews keep in place of an address. */
export const loadReviews = (db: Reader, { ownsAddress }: Person, buyerKey: string) =>
  db
    .select({
      product: products.title,
      author: reviews.author,
      rating: reviews.rating,
      title: reviews.title,
      body: reviews.body,
      reply: reviews.reply,
      pictureShows: reviews.pictureAlt,
      shown: reviews.shown,
      at: reviews.createdAt,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .where(ownsAddress ? eq(reviews.buyerKey, buyerKey) : sql`1 = 0`)
    .orderBy(asc(reviews.createdAt));

/** Files of pictures that they sent along. */
export async function loadOwnPictures(db: Reader, { ownsAddress }: Person, buyerKey: string): Promise<string[]> {
  const theirs = and(eq(reviews.buyerKey, buyerKey), ne(reviews.picture, ""));
  const rows = ownsAddress ? await db.select({ file: reviews.picture }).from(reviews).where(theirs) : [];
  return rows.map(({ file }) => file);
}

export const loadDevices = (db: Reader, { customerId = nobody }: Person) =>
  db
    .select({ device: sessions.agent, signedInAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.audience, "shop"), eq(sessions.accountId, customerId)))
    .orderBy(desc(sessions.seenAt));

export const loadSubscription = (db: Reader, { emailKey, ownsAddress }: Person) =>
  db
    .select({ email: subscribers.email, askedAt: subscribers.createdAt, confirmedAt: subscribers.confirmedAt })
    .from(subscribers)
    .where(ownsAddress ? eq(subscribers.emailKey, emailKey) : sql`1 = 0`);

const what = { product: products.title, sku: variants.sku };

/** What they wait for, by letter and on the page. */
export async function loadWaiting(db: Reader, person: Person) {
  const { customerId = nobody, emailKey, ownsAddress } = person;
  const byAccount = eq(stockNotices.customerId, customerId);
  const letters = await db
    .select({ ...what, email: stockNotices.email, at: stockNotices.createdAt, toldAt: stockNotices.toldAt })
    .from(stockNotices)
    .innerJoin(variants, eq(variants.id, stockNotices.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(ownsAddress ? or(byAccount, eq(stockNotices.emailKey, emailKey)) : byAccount)
    .orderBy(asc(stockNotices.createdAt));
  const pages = await db
    .select({ ...what, at: stockWatches.createdAt, toldAt: stockWatches.toldAt })
    .from(stockWatches)
    .innerJoin(variants, eq(variants.id, stockWatches.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(stockWatches.owner, ownerOf(person)))
    .orderBy(asc(stockWatches.createdAt));
  return [...letters, ...pages.map((row) => ({ ...row, email: "" }))];
}

export const loadNews = (db: Reader, person: Person) =>
  db
    .select({ what: news.what, order: orders.number, sku: variants.sku, at: news.at, seenAt: news.seenAt })
    .from(news)
    .leftJoin(orders, eq(orders.id, news.orderId))
    .leftJoin(variants, eq(variants.id, news.variantId))
    .where(eq(news.owner, ownerOf(person)))
    .orderBy(asc(news.at));
