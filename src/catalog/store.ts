import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { collections, products } from "#db/schema.ts";
import { inList, rowsOf } from "#db/sets.ts";
import { cardFields } from "./card-store.ts";

const listed = and(eq(collections.listed, true), isNull(collections.parentId), gt(collections.productCount, 0));

const readMenu = prepared((db: Reader) =>
  db
    .select({ title: collections.title, handle: collections.handle })
    .from(collections)
    .where(listed)
    .orderBy(asc(collections.position), asc(collections.title))
    .limit(40),
);

/** What the main menu names: collections at the top of the tree that hold something. */
export const loadMenu = (db: Reader) => readMenu(db).execute();

const readShelves = prepared((db: Reader) =>
  db
    .select({
      title: collections.title,
      handle: collections.handle,
      picture: collections.picture,
      productCount: collections.productCount,
      priceFrom: collections.priceFrom,
    })
    .from(collections)
    .where(listed)
    .orderBy(asc(collections.position), asc(collections.title))
    .limit(24),
);

/** The same for the front page, with how much is on each and from which price. */
export const loadShelves = (db: Reader) => readShelves(db).execute();

const active = eq(products.status, "active");
const readCards = prepared((db: Reader) =>
  db
    .select(cardFields)
    .from(products)
    .where(and(inList(products.handle, sql.placeholder("handles")), active)),
);

/** Cards of the products with these handles, in their order; those that are not sold are left out. */
export async function loadCardsOf(db: Reader, handles: readonly string[]) {
  const rows = await readCards(db).execute({ handles });
  const found = new Map(rows.map((row) => [row.handle, row]));
  return handles.flatMap((handle) => found.get(handle) ?? []);
}
export type Card = Awaited<ReturnType<typeof loadCardsOf>>[number];

const readEverything = prepared((db: Reader) =>
  db
    .select({
      total: sql<number>`(select count(*) from ${products} where ${products.status} = 'active')`.mapWith(Number),
      cards: rowsOf(cardFields, {
        from: sql`(select * from ${products} where ${active} order by ${products.createdAt} desc, ${products.id} desc
          limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}) as ${products}`,
        orderBy: [desc(products.createdAt), desc(products.id)],
      }),
    })
    .from(sql`(select 1) as one`),
);

/** Everything the shop sells, newest first: a page of it and how much there is. */
export async function loadEverything(db: Reader, page: { readonly limit: number; readonly offset: number }) {
  const [row] = await readEverything(db).execute(page);
  return { cards: row?.cards ?? [], total: row?.total ?? 0 };
}
