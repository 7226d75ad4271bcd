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

/** What is known of an active product to the search. Words are folded. */
export type SearchDocument = {
  readonly productId: string;
  readonly title: readonly string[];
  /** Article numbers and barcodes, each as one word without its dashes. */
  readonly codes: readonly string[];
  readonly rest: readonly string[];
  /** Differs when anything here or on the product's card does. */
  readonly digest: string;
};

/** A word of the catalogue under itself and under what a slip of the finger makes of it. */
export type Slip = { readonly slip: string; readonly word: string };

export const searchDocs = kind.table("search_docs", {
  key: kind.count("key").primaryKey(),
  productId: kind.id("product_id").notNull(),
  title: kind.words("title").notNull(),
  digest: kind.words("digest").notNull(),
});
const docs = searchDocs;
const slips = kind.table("search_slips", { slip: kind.words("slip").notNull(), word: kind.words("word").notNull() });

/** FTS5's table: `rowid` is the key of `search_docs`. */
const ftsWords = lite.sqliteTable("search_words", { rowid: lite.integer("rowid"), words: lite.text("words") });

const tsDocs = pg.pgTable("search_docs", {
  productId: pg.text("product_id"),
  title: pg.text("title"),
  digest: pg.text("digest"),
  words: pg.customType<{ data: string }>({ dataType: () => "tsvector" })("words"),
}) as unknown as typeof docs;

const given = rowsIn(
  "given",
  { productId: "words", title: "words", digest: "words", words: "words" },
  sql.placeholder("documents"),
);
const { productId, title, digest, words: givenWords } = given.columns;

const putDocs = prepared((tx: Tx) => {
  const [key, more] = isPostgres ? [sql``, sql`, ${givenWords}::tsvector`] : [sql`null, `, sql``];
  const words = isPostgres ? { words: sql`excluded.words` } : {};
  return tx
    .insert(isPostgres ? tsDocs : docs)
    .select(sql`select ${key}${productId}, ${title}, ${digest}${more} from ${given.table} where true`)
    .onConflictDoUpdate({
      target: docs.productId,
      set: { title: sql`excluded.title`, digest: sql`excluded.digest`, ...words },
    });
});

const keysOf = sql`select ${docs.key} from ${docs} where ${inList(docs.productId, sql.placeholder("ids"))}`;
const dropWords = prepared((tx: Tx) => tx.delete(ftsWords).where(sql`rowid in (${keysOf})`));
const putWords = prepared((tx: Tx) =>
  tx
    .insert(ftsWords)
    .select(
      sql`select ${docs.key}, ${givenWords} from ${given.table} join ${docs} on ${docs.productId} = ${productId}`,
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

// A word of the title is there twice, once under a mark of its own, and so is a code: asking for words of titles then
// walks through no list but that of titles. A mark that no word contains keeps them apart.
const marks = { title: "t_", code: "c_", any: "" } as const;
const marked = (words: readonly string[], mark: string) => words.map((word) => `${mark}${word}`);

function wordsOf({ title, codes, rest }: SearchDocument): string {
  const all = new Set([...marked(title, marks.title), ...marked(codes, marks.code), ...title, ...rest]);
  return [...all].map((word) => (isPostgres ? `'${word}'` : word)).join(" ");
}

/** Puts products into the search, in place of what it knew of them. */
export async function indexProducts(tx: Tx, shown: readonly SearchDocument[], words: readonly Slip[]): Promise<void> {
  if (shown.length === 0) return;
  const documents = shown.map((each) => ({
    productId: each.productId,
    title: each.title.join(" "),
    digest: each.digest,
    words: wordsOf(each),
  }));
  await putDocs(tx).execute({ documents });
  if (!isPostgres) {
    await dropWords(tx).execute({ ids: shown.map((each) => each.productId) });
    await putWords(tx).execute({ documents });
  }
  if (words.length > 0) await putSlips(tx).execute({ slips: words });
}

/** Takes products out of the search. One that is deleted goes by itself. */
export async function unindexProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await dropDocs(tx).execute({ ids });
}

/** What to look for: for each word that was typed, that word or those that may have been meant. The last may be unfinished. */
export type Wanted = { readonly words: readonly (readonly string[])[] };

const [and, or] = isPostgres ? [" & ", " | "] : [" AND ", " OR "];
const quoted = (word: string, isBegun: boolean) =>
  isPostgres ? `'${word}'${isBegun ? ":*" : ""}` : `"${word}"${isBegun ? "*" : ""}`;

/** One letter alone begins too much: it is taken as a word. */
function queryFor(words: Wanted["words"], mark: string): string {
  const last = words.length - 1;
  const groups = words.map((each, at) =>
    each.map((word) => quoted(`${mark}${word}`, at === last && word.length > 1)).join(or),
  );
  return groups.map((group) => `(${group})`).join(and);
}

/** How many products are put in order: what is beyond them is not counted either. */
export const mostHits = 240;

const matching = (query: string): SQL =>
  isPostgres
    ? sql`select ${docs.key} as key from ${docs} where words @@ ${sql.placeholder(query)}::tsquery`
    : sql`select rowid as key from search_words where search_words match ${sql.placeholder(query)}`;
const byBytes = isPostgres ? sql`${docs.title} collate "C"` : sql`${docs.title}`;
const text = sql.placeholder("text");
const begun = sql`${byBytes} >= ${text} and ${byBytes} < ${sql.placeholder("textEnd")}`;

/** The ways of matching, best first. Each takes only what those before it left room for. */
const ways = [
  sql`select ${docs.key} as key from ${docs} where ${docs.title} = ${text}`,
  matching("code"),
  sql`select ${docs.key} as key from ${docs} where ${begun}`,
  matching("title"),
  matching("any"),
].map((way, tier) => {
  const [name, before] = [
    sql.raw(`way${tier}`),
    Array.from({ length: tier }, (_, at) => ` - (select count(*) from way${at})`),
  ];
  const room = sql.raw(`${mostHits}${before.join("")}`);
  return sql`${name} as materialized (select key, ${sql.raw(String(tier))} as tier from (${way} limit ${room}) as hits)`;
});
const all = sql.raw(ways.map((_, tier) => `select key, tier from way${tier}`).join(" union all "));
const order = sql`order by best.tier, ${products.available} desc, ${products.ratingCount} desc, best.key`;
const ranked = sql`(with ${sql.join(ways, sql`, `)}, best as (select key, min(tier) as tier from (${all}) as found group by key)
  select ${docs.productId} as product_id, row_number() over (${order}) as place, count(*) over () as total
  from best join ${docs} on ${docs.key} = best.key join ${products} on ${products.id} = ${docs.productId}
  order by place limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}) as ranked`;

type Asked = { readonly slips?: readonly string[]; readonly limit?: number; readonly offset?: number };

/**
 * A search for products that answers these fields of them, best first, with how many were found (at most `mostHits`)
 * and the catalogue's words behind the `slips`. One statement.
 */
export function searchFor<F extends Fields>(fields: F) {
  const known = {
    from: slips,
    where: inList(slips.slip, sql.placeholder("slips")),
  };
  const ask = prepared((db: Reader) =>
    db
      .select({
        hits: jsonRows(fields, { orderBy: [sql`ranked.place`] }),
        total: sql<number>`coalesce(max(ranked.total), 0)`.mapWith(Number),
        slips: rowsOf({ slip: slips.slip, word: slips.word }, known),
      })
      .from(ranked)
      .innerJoin(products, eq(products.id, sql`ranked.product_id`)),
  );
  return async (db: Reader, { words }: Wanted, { slips = [], limit = 24, offset = 0 }: Asked) => {
    const typed = words.map((group) => group[0] ?? "");
    const [text, code] = [typed.join(" "), queryFor([[typed.join("")]], marks.code)];
    const [title, any] = [queryFor(words, marks.title), queryFor(words, marks.any)];
    const values = { text, textEnd: `${text}\u{10ffff}`, code, title, any, slips, limit, offset };
    return (await ask(db).execute(values))[0] ?? { hits: [], total: 0, slips: [] };
  };
}
