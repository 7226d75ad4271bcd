import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { prepared, type Reader } from "#db/prepared.ts";
import { collectionProducts, collections, products, variants } from "#db/schema.ts";
import { mostHits } from "#db/search.ts";
import { searchDocs as docs, searchRanks as ranks, searchSlips as slips } from "#db/search-index.ts";
import { rowsOf } from "#db/sets.ts";

export { mostHits };

const [after, limit, offset] = [sql.placeholder("after"), sql.placeholder("limit"), sql.placeholder("offset")];
const ofProduct = sql`= ${products.id}`;

/** A few of the search's rows, and to each what belongs to it: a cross join keeps SQLite to this order. */
const some = sql`(select * from ${docs} where ${docs.key} > ${after} order by ${docs.key} limit ${limit}) as ${docs}`;

const readSome = prepared((db: Reader) =>
  db
    .select({
      key: sql<number>`${docs.key}`.mapWith(Number),
      rank: ranks.rank,
      ...{ handle: products.handle, title: products.title, subtitle: products.subtitle, picture: products.picture },
      ...{ priceFrom: products.priceFrom, priceTo: products.priceTo, compareAt: products.compareAt },
      ...{ available: products.available, vendor: products.vendor, type: products.type, tags: products.tags },
      ...{ attributes: products.attributes, description: products.description },
      variants: rowsOf(
        {
          option1: variants.option1,
          option2: variants.option2,
          option3: variants.option3,
          sku: variants.sku,
          barcode: variants.barcode,
        },
        { from: variants, where: sql`${variants.productId} ${ofProduct}` },
      ),
      lists: rowsOf(
        { handle: collections.handle },
        {
          from: sql`${collectionProducts} join ${collections} on ${collections.id} = ${collectionProducts.collectionId}`,
          where: sql`${collectionProducts.productId} ${ofProduct} and ${collectionProducts.shown} = true`,
        },
      ),
    })
    .from(some)
    .crossJoin(ranks)
    .crossJoin(products)
    .where(and(eq(ranks.key, docs.key), eq(products.id, docs.productId)))
    .orderBy(asc(docs.key)),
);

/** Some of what the search finds, in the order of the search's own key: only what is active. */
export const loadSome = (db: Reader, after: number, limit: number) => readSome(db).execute({ after, limit });
export type DeviceRow = Awaited<ReturnType<typeof loadSome>>[number];

type Page = { readonly limit: number; readonly offset: number };
const byBytes = isPostgres ? sql`${docs.title} collate "C"` : sql`${docs.title}`;

const readByTitle = prepared((db: Reader) =>
  db
    .select({ key: docs.key })
    .from(docs)
    .orderBy(sql`${byBytes}`, docs.key)
    .limit(limit)
    .offset(offset),
);

/** Keys of the search in the order of folded titles, byte by byte. */
export const loadByTitle = (db: Reader, page: Page) => readByTitle(db).execute(page);

const readNewest = prepared((db: Reader) =>
  db
    .select({ key: docs.key })
    .from(products)
    .innerJoin(docs, eq(docs.productId, products.id))
    .where(eq(products.status, "active"))
    .orderBy(desc(products.createdAt), desc(products.id))
    .limit(limit)
    .offset(offset),
);

/** Keys of the search, the newest product first. */
export const loadNewest = (db: Reader, page: Page) => readNewest(db).execute(page);

const readMended = prepared((db: Reader) =>
  db
    .select({ word: slips.word })
    .from(slips)
    .where(and(gt(slips.slip, after), eq(slips.slip, slips.word)))
    .orderBy(asc(slips.slip))
    .limit(limit),
);

/** Words that a slip of the finger is mended to, those after a word. */
export const loadMended = (db: Reader, after: string, limit: number) => readMended(db).execute({ after, limit });
