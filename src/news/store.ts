import { and, desc, eq, isNull, lte, sql } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { news, orders, products, variants, versions } from "#db/schema.ts";
import { rowsIn } from "#db/sets.ts";
import { bump } from "#db/versions.ts";

/** The version that moves with every row of news: who listens looks for what is new then. */
export const newsKey = "news";

const seqNow = sql`(select ${versions.seq} from ${versions} where ${versions.key} = ${newsKey})`;
const at = sql.param(sql.placeholder("at"), news.at);
const given = rowsIn("given", { id: "words", owner: "words", variantId: "words" }, sql.placeholder("rows"));
const yes = sql.raw(isPostgres ? "true" : "1");

const insertBack = prepared((tx: Tx) =>
  tx.insert(news).select(
    sql`select ${given.columns.id}, ${seqNow}, ${given.columns.owner}, 'back', ${yes}, null, ${given.columns.variantId},
      ${at}, null from ${given.table} where true`,
  ),
);

export type BackRow = { readonly id: string; readonly owner: string; readonly variantId: string };

/** News for each of these that a kind is there again. The version is moved first: who saves next waits for this. */
export async function addBackNews(tx: Tx, rows: readonly BackRow[], moment: Date): Promise<void> {
  if (rows.length === 0) return;
  await bump(tx, [newsKey]);
  await insertBack(tx).execute({ rows, at: moment });
}

const text = (name: string) => sql`cast(${sql.placeholder(name)} as text)`;
const insertOrder = prepared((tx: Tx) =>
  tx.insert(news).select(
    sql`select ${text("id")}, ${seqNow}, coalesce('c:' || ${orders.customerId}, ''), ${text("what")},
      ${sql.placeholder("listed")} = 1, ${orders.id}, null, ${at}, null from ${orders} where ${orders.id} = ${text("orderId")}`,
  ),
);

export type OrderNews = {
  readonly id: string;
  readonly orderId: string;
  readonly what: string;
  /** Whether it is worth a line in the list, or only moves an open page. */
  readonly listed: boolean;
  readonly at: Date;
};

/** News of an order, for whoever's account it is in and for its open page. */
export async function addOrderNews(tx: Tx, { listed, ...row }: OrderNews): Promise<void> {
  await bump(tx, [newsKey]);
  await insertOrder(tx).execute({ ...row, listed: Number(listed) });
}

const newsFields = {
  id: news.id,
  seq: news.seq,
  owner: news.owner,
  what: news.what,
  listed: news.listed,
  at: news.at,
  seenAt: news.seenAt,
  orderId: news.orderId,
  number: orders.number,
  deliveryType: orders.deliveryType,
  handle: products.handle,
  title: products.title,
  option1: variants.option1,
  option2: variants.option2,
  option3: variants.option3,
};

/** News with what a line of the list says of them. */
export const selectNews = (db: Reader) =>
  db
    .select(newsFields)
    .from(news)
    .leftJoin(orders, eq(orders.id, news.orderId))
    .leftJoin(variants, eq(variants.id, news.variantId))
    .leftJoin(products, eq(products.id, variants.productId));

const readNews = prepared((db: Reader) =>
  selectNews(db)
    .where(and(eq(news.owner, sql.placeholder("owner")), eq(news.listed, true)))
    .orderBy(desc(news.seq), desc(news.id))
    .limit(50),
);

/** Somebody's news, newest first, at most 50. */
export const loadNews = (db: Reader, owner: string) => readNews(db).execute({ owner });
export type NewsRow = Awaited<ReturnType<typeof loadNews>>[number];

/** Notes that somebody has seen their news up to this one. */
export async function markSeen(tx: Tx, owner: string, seq: number, moment: Date): Promise<void> {
  await tx
    .update(news)
    .set({ seenAt: moment })
    .where(and(eq(news.owner, owner), lte(news.seq, seq), isNull(news.seenAt)));
}

const ninetyDays = 90 * 86_400_000;

/** Takes out what is older than a season. */
export async function sweepNews(tx: Tx, moment: Date): Promise<void> {
  await tx.delete(news).where(lte(news.at, new Date(moment.getTime() - ninetyDays)));
}
