import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { isPostgres, kind } from "./dialect.ts";
import { prepared, type Tx } from "./prepared.ts";
import { inList, rowsIn } from "./sets.ts";

// The search's own tables, which the schema cannot describe: FTS5 on SQLite, a tsvector on PostgreSQL. Words come in
// folded and cut up, so that both find the same.

/** What is known of an active product to the search. Words are folded. */
export type SearchDocument = {
  readonly productId: string;
  readonly title: readonly string[];
  /** Article numbers and barcodes, each as one word without its dashes. */
  readonly codes: readonly string[];
  readonly rest: readonly string[];
  /** Among those that match alike, the greater comes first. */
  readonly rank: number;
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
export const searchRanks = kind.table("search_ranks", {
  key: kind.count("key").primaryKey(),
  rank: kind.count("rank").notNull(),
});
export const searchSlips = kind.table("search_slips", {
  slip: kind.words("slip").notNull(),
  word: kind.words("word").notNull(),
});

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
  { productId: "words", title: "words", digest: "words", words: "words", rank: "count" },
  sql.placeholder("documents"),
);
const { productId, title, digest, words: givenWords, rank } = given.columns;

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

const putRanks = prepared((tx: Tx) =>
  tx
    .insert(searchRanks)
    .select(
      sql`select ${docs.key}, ${rank} from ${given.table} join ${docs} on ${docs.productId} = ${productId} where true`,
    )
    .onConflictDoUpdate({ target: searchRanks.key, set: { rank: sql`excluded.rank` } }),
);

const slipsGiven = rowsIn("given", { slip: "words", word: "words" }, sql.placeholder("slips"));
const putSlips = prepared((tx: Tx) =>
  tx
    .insert(searchSlips)
    .select(sql`select ${slipsGiven.columns.slip}, ${slipsGiven.columns.word} from ${slipsGiven.table} where true`)
    .onConflictDoNothing(),
);
const dropDocs = prepared((tx: Tx) => tx.delete(docs).where(inList(docs.productId, sql.placeholder("ids"))));

// A word of the title is there twice, once under a mark of its own, and so is a code: asking for words of titles then
// walks through no list but that of titles. A mark that no word contains keeps them apart.
export const marks = { title: "t_", code: "c_", any: "" } as const;
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
    rank: each.rank,
  }));
  await putDocs(tx).execute({ documents });
  await putRanks(tx).execute({ documents });
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
