import { eq, sql, type SQL } from "drizzle-orm";
import { isPostgres } from "./dialect.ts";
import { prepared, type Reader } from "./prepared.ts";
import { products } from "./schema.ts";
import { marks, searchDocs as docs, searchRanks as ranks, searchSlips as slips } from "./search-index.ts";
import { inList, jsonRows, rowsOf, type Fields } from "./sets.ts";

// A common word is in half the catalogue: nothing here looks at all its products. Each way of matching takes a bounded
// number of them, and only those are put in order.

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
const best = sql`(select key, min(tier) as tier from (${all}) as found group by key) as best`;
const order = sql`order by best.tier, ${ranks.rank} desc, best.key`;
const placed = sql`(with ${sql.join(ways, sql`, `)}
  select best.key, row_number() over (${order}) as place, count(*) over () as total,
    (select count(*) from (${all}) as every) as looked
  from ${best} join ${ranks} on ${ranks.key} = best.key
  order by place limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}) as placed`;

type Asked = { readonly slips?: readonly string[]; readonly limit?: number; readonly offset?: number };

/**
 * A search for products that answers these fields of them, best first, how many were found and how many were looked at
 * (`mostHits`: there may be more), and the catalogue's words behind the `slips`. One statement.
 */
export function searchFor<F extends Fields>(fields: F) {
  const known = {
    from: slips,
    where: inList(slips.slip, sql.placeholder("slips")),
  };
  const ask = prepared((db: Reader) =>
    db
      .select({
        hits: jsonRows(fields, { orderBy: [sql`placed.place`] }),
        total: sql<number>`coalesce(max(placed.total), 0)`.mapWith(Number),
        looked: sql<number>`coalesce(max(placed.looked), 0)`.mapWith(Number),
        slips: rowsOf({ slip: slips.slip, word: slips.word }, known),
      })
      .from(placed)
      .innerJoin(docs, eq(docs.key, sql`placed.key`))
      .innerJoin(products, eq(products.id, docs.productId)),
  );
  return async (db: Reader, { words }: Wanted, { slips = [], limit = 24, offset = 0 }: Asked) => {
    const typed = words.map((group) => group[0] ?? "");
    const [text, code] = [typed.join(" "), queryFor([[typed.join("")]], marks.code)];
    const [title, any] = [queryFor(words, marks.title), queryFor(words, marks.any)];
    const values = { text, textEnd: `${text}\u{10ffff}`, code, title, any, slips, limit, offset };
    return (await ask(db).execute(values))[0] ?? { hits: [], total: 0, looked: 0, slips: [] };
  };
}
