import { and, asc, count, desc, eq, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { saidFields } from "../catalog/said-store.ts";
import { customers, orderLines, orders, products, reviews, variants } from "#db/schema.ts";

const p = sql.placeholder;

/** Goods that somebody has paid for or been sent, in an order that was not canceled. */
const bought = sql`${orders.state} = 'placed' and (${orders.paymentState} in ('paid', 'partly_refunded')
  or ${orders.deliveryState} in ('shipped', 'partly_shipped', 'delivered', 'partly_returned'))`;

const readBought = prepared((db: Reader) =>
  db
    .select({
      productId: products.id,
      title: products.title,
      emailKey: orders.emailKey,
      name: orders.name,
      isBought: sql<boolean>`${bought}`.mapWith(Boolean),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(orders.linkHash, p("linkHash")), eq(products.handle, p("handle")), ne(orders.state, "canceled")))
    .limit(1),
);
export type Bought = NonNullable<Awaited<ReturnType<typeof loadBought>>>;

/** What an order says about a product in it; undefined where it is not in it. */
export async function loadBought(db: Reader, linkHash: string, handle: string) {
  return (await readBought(db).execute({ linkHash, handle }))[0];
}

const readBoughtBy = prepared((db: Reader) =>
  db
    .select({ orderId: orders.id })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(and(eq(orders.customerId, p("customerId")), eq(products.handle, p("handle")), bought))
    .orderBy(desc(orders.placedAt))
    .limit(1),
);

/** The newest order of a customer's in which this product was bought. */
export async function findBoughtBy(db: Reader, customerId: string, handle: string): Promise<string | undefined> {
  return (await readBoughtBy(db).execute({ customerId, handle }))[0]?.orderId;
}

const { author, rating, title, body, picture, pictureAlt } = reviews;
const readOwn = prepared((db: Reader) =>
  db
    .select({ author, rating, title, body, picture, pictureAlt })
    .from(reviews)
    .where(and(eq(reviews.productId, p("productId")), eq(reviews.buyerKey, p("buyerKey")))),
);
export type Own = NonNullable<Awaited<ReturnType<typeof loadOwn>>>;
/** A picture that is on the disk. */
export type Pictured = Pick<typeof reviews.$inferSelect, "picture" | "pictureWidth" | "pictureHeight">;

/** What this buyer has said of it before. */
export async function loadOwn(db: Reader, productId: string, buyerKey: string) {
  return (await readOwn(db).execute({ productId, buyerKey }))[0];
}

export type Saying = Omit<Own, "picture"> & {
  /** The picture with it from now on; undefined: as it was. */
  readonly pictured: Pictured | undefined;
  readonly id: string;
  readonly productId: string;
  readonly buyerKey: string;
  readonly at: Date;
};

/** Says it, or says it anew: one for each buyer and product, which the table holds. It waits to be looked at. */
export async function saveReview(tx: Tx, { at, id, productId, buyerKey, pictured, ...words }: Saying): Promise<void> {
  const said = { ...words, ...pictured, shown: false, createdAt: at };
  await tx
    .insert(reviews)
    .values({ ...said, id, productId, buyerKey })
    .onConflictDoUpdate({ target: [reviews.productId, reviews.buyerKey], set: { ...said, decidedAt: null } });
}

const sorts = {
  newest: [desc(reviews.createdAt), asc(reviews.id)],
  best: [desc(reviews.rating), desc(reviews.createdAt), asc(reviews.id)],
  worst: [asc(reviews.rating), desc(reviews.createdAt), asc(reviews.id)],
} satisfies Record<string, SQL[]>;
export type Sort = keyof typeof sorts;

/** Some of what is shown of a product, in an order that does not change from page to page. */
export const listShown = (
  db: Reader,
  handle: string,
  { sort, from, most }: { sort: Sort; from: number; most: number },
) =>
  db
    .select(saidFields)
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .where(and(eq(products.handle, handle), eq(reviews.shown, true)))
    .orderBy(...sorts[sort])
    .limit(most)
    .offset(from);

const readSubject = prepared((db: Reader) =>
  db
    .select({ title: products.title, sum: products.ratingSum, count: products.ratingCount })
    .from(products)
    .where(and(eq(products.handle, p("handle")), eq(products.status, "active"))),
);

/** The product that is spoken of, if it is sold here. */
export const loadSubject = async (db: Reader, handle: string) => (await readSubject(db).execute({ handle }))[0];

export const states = ["waiting", "shown", "hidden"] as const;
export type State = (typeof states)[number];

const inState: Readonly<Record<State, SQL | undefined>> = {
  waiting: and(eq(reviews.shown, false), isNull(reviews.decidedAt)),
  shown: eq(reviews.shown, true),
  hidden: and(eq(reviews.shown, false), isNotNull(reviews.decidedAt)),
};

const onDesk = {
  ...saidFields,
  id: reviews.id,
  shown: reviews.shown,
  decidedAt: reviews.decidedAt,
  isBuyer: sql<boolean>`${reviews.buyerKey} is not null`.mapWith(Boolean),
  product: products.title,
  handle: products.handle,
};
const ofDesk = (db: Reader) => db.select(onDesk).from(reviews).innerJoin(products, eq(products.id, reviews.productId));

/** For the desk: the oldest of those that wait first, of the others the newest. */
export const listReviews = (db: Reader, state: State, { from, most }: { from: number; most: number }) =>
  ofDesk(db)
    .where(inState[state])
    .orderBy(state === "waiting" ? asc(reviews.createdAt) : desc(reviews.createdAt), asc(reviews.id))
    .limit(most)
    .offset(from);
export type DeskReview = Awaited<ReturnType<typeof listReviews>>[number];

export const loadReview = async (db: Reader, id: string) => (await ofDesk(db).where(eq(reviews.id, id)))[0];

/** How many wait to be looked at. */
export async function countWaiting(db: Reader): Promise<number> {
  const [row] = await db.select({ n: count() }).from(reviews).where(inState.waiting);
  return row?.n ?? 0;
}

type Changed = Partial<Pictured> & { shown?: boolean; reply?: string; decidedAt?: Date; pictureAlt?: string };

/** Answers the product's id; undefined where the review is gone. */
export async function setReview(tx: Tx, id: string, to: Changed) {
  const [row] = await tx.update(reviews).set(to).where(eq(reviews.id, id)).returning({ productId: reviews.productId });
  return row?.productId;
}
