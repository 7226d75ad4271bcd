import { eq, sql, type SQL } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { isPostgres, kind } from "./dialect.ts";
import { prepared, type Reader, type Tx } from "./prepared.ts";
import { products } from "./schema.ts";
import { inList, jsonRows, rowsIn, rowsOf, type Fields } from "./sets.ts";

// The search's own tables, which the schema cannot describe: FTS5 on SQLite, a tsvector on PostgreSQL. Words come in
// folded and cut up, so that both find the same. A common word is in half the catalogue: nothing here looks at all its
// products. Each way of matching takes a bounded number of them, and only those are put in order.

/** What is known of an active product to the search. Words are parted by spaces. */
export type SearchDocument = {
  readonly productId: string;
  readonly title: string;
  /** Article numbers and barcodes. */
  readonly codes: string;
  readonly rest: string;
  /** Differs when anything here or on the product's card does. */
  readonly digest: string;
};

/** A word of the catalogue under itself and under what a slip of the finger makes of it. */
export type Slip = { readonly slip: string; readonly word: string };

const docs = kind.table("search_docs", {
  key: kind.count("key").primaryKey(),
  productId: kind.id("product_id").notNull(),
  title: kind.words("title").notNull(),
  digest: kind.words("digest").notNull(),
});
export { docs as searchDocs };

const slips = kind.table("search_slips", { slip: kind.words("slip").notNull(), word: kind.words("word").notNull() });

/** FTS5's table: `rowid` is the key of `search_docs`. */
const ftsWords = lite.sqliteTable("search_words", {
  rowid: lite.integer("rowid"),
  title: lite.text("title"),
  codes: lite.text("codes"),
  rest: lite.text("rest"),
});

const tsDocs = pg.pgTable("search_docs", {
  productId: pg.text("product_id"),
  title: pg.text("title"),
  digest: pg.text("digest"),
  words: pg.customType<{ data: string }>({ dataType: () => "tsvector" })("words"),
}) as unknown as typeof docs;

const shape = { productId: "words", title: "words", codes: "words", rest: "words", digest: "words" } as const;
const given = rowsIn("given", shape, sql.placeholder("documents"));
const { productId, title, codes, rest, digest } = given.columns;

const putDocs = prepared((tx: Tx) => {
  const columns = isPostgres ? sql`, ${rest}::tsvector` : sql``;
  const key = isPostgres ? sql`` : sql`null, `;
  const set = {
    title: sql`excluded.title`,
    digest: sql`excluded.digest`,
    ...(isPostgres ? { words: sql`excluded.words` } : {}),
  };
  return tx
    .insert(isPostgres ? tsDocs : docs)
    .select(sql`select ${key}${productId}, ${title}, ${digest}${columns} from ${given.table} where true`)
    .onConflictDoUpdate({ target: docs.productId, set });
});

const keysOf = sql`select ${docs.key} from ${docs} where ${inList(docs.productId, sql.placeholder("ids"))}`;
const dropWords = prepared((tx: Tx) => tx.delete(ftsWords).where(sql`rowid in (${keysOf})`));
const putWords = prepared((tx: Tx) =>
  tx
    .insert(ftsWords)
    .select(
      sql`select ${docs.key}, ${title}, ${codes}, ${rest} from ${given.table} join ${docs} on ${docs.productId} = ${productId}`,
    ),
);

const slipsGiven = rowsIn("given", { slip: "words", word: "words" }, sql.placeholder("slips"));
const putSlips = prepared((tx: Tx) =>
  tx
    .insert(slips)
    .select(sql`select ${slipsGiven.columns.slip}, ${slipsGiven.columns.word} from ${slipsGiven.table} where true`)
    .onConflictDoNothing(),
);
const dropDocs = prepared((tx: Tx) => tx.delete(docs).where(inList(docs.productId, sql.placeholder("ids"))));

/** Where PostgreSQL keeps a word of which column: weights A, B and C. Positions end at 16,383. */
function vectorOf(document: SearchDocument): string {
  const cut = (text: string, weight: string) =>
    text.split(" ").flatMap((word, at) => (word === "" ? [] : [`'${word}':${Math.min(at + 1, 16_383)}${weight}`]));
  return [...cut(document.title, "A"), ...cut(document.codes, "B"), ...cut(document.rest, "C")].join(" ");
}

/** Puts products into the search, in place of what it knew of them. */
export async function indexProducts(
  tx: Tx,
  documents: readonly SearchDocument[],
  words: readonly Slip[],
): Promise<void> {
  if (documents.length === 0) return;
  if (isPostgres) {
    await putDocs(tx).execute({ documents: documents.map((each) => ({ ...each, rest: vectorOf(each) })) });
  } else {
    await putDocs(tx).execute({ documents });
    await dropWords(tx).execute({ ids: documents.map((each) => each.productId) });
    await putWords(tx).execute({ documents });
  }
  if (words.length > 0) await putSlips(tx).execute({ slips: words });
}

/** Takes products out of the search. One that is deleted goes by itself. */
export async function unindexProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await dropDocs(tx).execute({ ids });
}

/** What to look for: for each word that was typed, that word or those that may have been meant. The last is taken as begun. */
export type Wanted = { readonly text: string; readonly words: readonly (readonly string[])[] };

type Column = "title" | "codes" | "any";

function ftsQuery(words: Wanted["words"], column: Column): string {
  const last = words.length - 1;
  const groups = words.map((each, at) => each.map((word) => `"${word}"${at === last ? "*" : ""}`));
  if (column === "codes") return `{codes} : (${groups.map((group) => group[0]).join(" + ") || '""'})`;
  const all = groups.map((group) => `(${group.join(" OR ")})`).join(" AND ") || '""';
  return column === "title" ? `{title} : (${all})` : all;
}

function tsQuery(words: Wanted["words"], column: Column): string {
  const last = words.length - 1;
  const weight = { title: "A", codes: "B", any: "" }[column];
  const groups = words.map((each, at) => each.map((word) => `'${word}':${at === last ? "*" : ""}${weight}`));
  if (column === "codes") return groups.map((group) => group[0]).join(" <-> ");
  return groups.map((group) => `(${group.join(" | ")})`).join(" & ");
}

/** How many of each way of matching are looked at: what is beyond them is not counted either. */
export const mostHits = 240;

const matching = (value: SQL): SQL =>
  isPostgres
    ? sql`select ${docs.key} as key from ${docs} where words @@ ${value}::tsquery`
    : sql`select rowid as key from search_words where search_words match ${value}`;
const byBytes = isPostgres ? sql`${docs.title} collate "C"` : sql`${docs.title}`;

/** The ways of matching, best first. */
const ways = [
  sql`select ${docs.key} as key from ${docs} where ${docs.title} = ${sql.placeholder("text")}`,
  matching(sql`${sql.placeholder("codes")}`),
  sql`select ${docs.key} as key from ${docs} where ${byBytes} >= ${sql.placeholder("text")} and ${byBytes} < ${sql.placeholder("textEnd")}`,
  matching(sql`${sql.placeholder("title")}`),
  matching(sql`${sql.placeholder("any")}`),
].map(
  (way, tier) =>
    sql`select key, ${sql.raw(String(tier))} as tier from (${way} limit ${sql.raw(String(mostHits))}) as way`,
);

const best = sql`(select key, min(tier) as tier from (${sql.join(ways, sql` union all `)}) as hits group by key) as best`;
const order = sql`order by best.tier, ${products.available} desc, ${products.ratingCount} desc, best.key`;
const ranked = sql`(select ${docs.productId} as product_id, row_number() over (${order}) as place, count(*) over () as total
  from ${best} join ${docs} on ${docs.key} = best.key join ${products} on ${products.id} = ${docs.productId}
  order by place limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}) as ranked`;

/**
 * A search for products that answers these fields of them, best first, with how many were found (at most a few times
 * `mostHits`) and the catalogue's words behind the `slips`. One statement.
 */
export function searchFor<F extends Fields>(fields: F) {
  const ask = prepared((db: Reader) =>
    db
      .select({
        hits: jsonRows(fields, { orderBy: [sql`ranked.place`] }),
        total: sql<number>`coalesce(max(ranked.total), 0)`.mapWith(Number),
        slips: rowsOf(
          { slip: slips.slip, word: slips.word },
          { from: slips, where: inList(slips.slip, sql.placeholder("slips")) },
        ),
      })
      .from(ranked)
      .innerJoin(products, eq(products.id, sql`ranked.product_id`)),
  );
  const query = isPostgres ? tsQuery : ftsQuery;
  return async (db: Reader, { text, words }: Wanted, { slips = [], limit = 24, offset = 0 }: Asked) => {
    const [title, codes, any] = (["title", "codes", "any"] as const).map((column) => query(words, column));
    const rows = await ask(db).execute({ text, textEnd: `${text}\u{10ffff}`, title, codes, any, slips, limit, offset });
    return rows[0] ?? { hits: [], total: 0, slips: [] };
  };
}

type Asked = { readonly slips?: readonly string[]; readonly limit?: number; readonly offset?: number };
