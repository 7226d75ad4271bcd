import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { collections, pages, products } from "#db/schema.ts";
import { inList, rowsOf } from "#db/sets.ts";
import { cardFields } from "./card-store.ts";

const listed = and(eq(collections.listed, true), isNull(collections.parentId), gt(collections.productCount, 0));
const byPlace = [asc(collections.position), asc(collections.title)];

const readMenu = prepared((db: Reader) =>
  db
    .select({ title: collections.title, handle: collections.handle })
    .from(collections)
    .where(listed)
    .orderBy(...byPlace)
    .limit(40),
);

/** What the main menu names: collections at the top of the tree that hold something. */
export const loadMenu = (db: Reader) => readMenu(db).execute();

const readShelves = prepared((db: Reader) =>
  db
    .select({ handle: collections.handle, title: collections.title, productCount: collections.productCount })
    .from(collections)
    .where(gt(collections.productCount, 0))
    .orderBy(...byPlace)
    .limit(500),
);

/** Collections that hold something, in the menu or not. */
export const loadShelves = (db: Reader) => readShelves(db).execute();

const isActive = eq(products.status, "active");
/** Counted no further: a count of 100,000 takes longer than all the rest of a page. */
const mostCounted = 10_000;
const total = sql<number>`(select count(*) from (select 1 from ${products} where ${products.status} = 'active'
  limit ${sql.raw(String(mostCounted))}) as counted)`.mapWith(Number);

/** A page of all products, newest first: SQLite reads it off the index. */
const newest = sql`(select * from ${products} where ${isActive} order by ${products.createdAt} desc, ${products.id} desc
  limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}) as ${products}`;
const newestFirst = [desc(products.createdAt), desc(products.id)];

const readHome = prepared((db: Reader) =>
  db
    .select({
      total,
      cards: rowsOf(
        { ...cardFields, status: products.status },
        { from: products, where: inList(products.handle, sql.placeholder("handles")) },
      ),
      newest: rowsOf(cardFields, { from: newest, orderBy: newestFirst }),
      shelves: rowsOf(
        {
          title: collections.title,
          handle: collections.handle,
          productCount: collections.productCount,
          priceFrom: collections.priceFrom,
        },
        { from: collections, where: sql`${listed}`, orderBy: byPlace },
      ),
      about: rowsOf({ title: pages.title, body: pages.body }, { from: pages, where: sql`${pages.handle} = 'about'` }),
    })
    .from(sql`(select 1) as one`),
);

/** All that the front page shows: cards of these handles in any order, the newest, the shelves, the page "about". */
export async function loadHome(db: Reader, handles: readonly string[]) {
  const [row] = await readHome(db).execute({ handles, limit: 8, offset: 0 });
  if (!row) return { total: 0, isMore: false, cards: [], newest: [], shelves: [], about: [] };
  // Asked for in the query, SQLite would look through all that are active for the few with these handles.
  const cards = row.cards.filter((card) => card.status === "active");
  return { ...row, cards, isMore: row.total >= mostCounted };
}
export type Card = Awaited<ReturnType<typeof loadHome>>["cards"][number];

const readEverything = prepared((db: Reader) =>
  db.select({ total, cards: rowsOf(cardFields, { from: newest, orderBy: newestFirst }) }).from(sql`(select 1) as one`),
);

/** Everything the shop sells, newest first: a page of it and how much there is, as far as that is counted. */
export async function loadEverything(db: Reader, page: { readonly limit: number; readonly offset: number }) {
  const { total, cards } = (await readEverything(db).execute(page))[0] ?? { total: 0, cards: [] };
  return { total, cards, isMore: total >= mostCounted };
}
