import { sql, WithSubquery, type SQL } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { collectionProducts, productFacets, products } from "#db/schema.ts";
import { rowsIn, rowsOf } from "#db/sets.ts";
import { toCents, zero, type Cents } from "#src/pricing/money.ts";
import { cardFields } from "./card-store.ts";
import { bySort, orders, type PageAsked } from "./collection-store.ts";
import type { FacetCount } from "./facet-groups.ts";
import { facetKey, type Facet } from "./facets.ts";
import type { Sort } from "./listing.ts";

// Each facet that is chosen from, and the price, has a bit. A product's bits say which filters it passes: all of them,
// and it is in the list; all but one, and it counts for what that one filter keeps out. So one pass over the products
// behind the chosen values answers the page, its size, the count of every value with its own facet left open, and which
// filter is to blame when nothing is left. A cross join keeps SQLite to the order in which its tables stand: from the
// few to what belongs to them.

const whole = (name: string) => sql`cast(${sql.placeholder(name)} as bigint)`;
const wanted = rowsIn("wanted", { name: "words", value: "words", bit: "count" }, sql.placeholder("wanted"));
const part = (alias: string, body: SQL) => new WithSubquery(body, {}, alias, true);
const { collectionId, productId, shown, price } = collectionProducts;
const here = sql`${collectionId} = ${sql.placeholder("collectionId")} and ${shown} = true`;
const full = whole("full");

/** More products than this are not counted by facet: their counts would cost more than the page. */
const mostCounted = 5000;

const chosen = part("chosen", sql`select wanted.name, wanted.value, wanted.bit from ${wanted.table}`);
const marked = part(
  "marked",
  sql`select product_id, sum(distinct bit) as mask from (
    select ${productFacets.productId} as product_id, chosen.bit
      from chosen cross join ${productFacets} cross join ${collectionProducts}
      where ${productFacets.name} = chosen.name and ${productFacets.value} = chosen.value
        and ${productId} = ${productFacets.productId} and ${here}
    union all
    select ${productId} as product_id, ${whole("priceBit")} as bit from ${collectionProducts}
      where ${here} and ${price} between ${whole("priceMin")} and ${whole("priceMax")} and ${whole("priceBit")} > 0
  ) as postings group by product_id`,
);
const bits = part("bits", sql`select distinct name, bit from chosen union all select '', ${whole("priceBit")}`);
const hits = part("hits", sql`select product_id from marked where mask = ${full}`);
const near = part(
  "near",
  sql`select product_id, cast(${full} - mask as bigint) as missing from marked
    where mask = ${full} or ${full} - mask in (select bit from bits) limit ${sql.raw(String(mostCounted + 1))}`,
);
const counted = part(
  "counted",
  sql`select ${productFacets.name} as name, ${productFacets.value} as value, count(*) as count
    from near cross join ${productFacets} left join bits on bits.name = ${productFacets.name}
    where ${productFacets.productId} = near.product_id and (near.missing = 0 or near.missing = bits.bit) and (select count(*) from near) <= ${sql.raw(String(mostCounted))}
    group by ${productFacets.name}, ${productFacets.value}`,
);
const blamed = part(
  "blamed",
  sql`select ${full} - mask as bit, count(*) as count from marked where ${full} - mask in (select bit from bits) group by 1`,
);
/** Only two ways of sorting look at the products themselves, which lie far apart; the others at rows of the list. */
const paged = (sort: Sort) => {
  const isOfProduct = sort === "rated" || sort === "name";
  const [table, same] = isOfProduct
    ? [sql` cross join ${products}`, sql` and ${products.id} = hits.product_id`]
    : [sql``, sql``];
  return part(
    "paged",
    sql`select ${productId} as product_id, row_number() over (order by ${sql.join([...orders[sort]], sql`, `)}) as place
      from hits cross join ${collectionProducts}${table} where ${productId} = hits.product_id and ${here}${same}
      order by place limit ${sql.placeholder("limit")} offset ${sql.placeholder("offset")}`,
  );
};

const words = (column: string) => sql<string>`${sql.raw(column)}`.mapWith(String);
const count = (column: string) => sql<number>`${sql.raw(column)}`.mapWith(Number);

const filterBy = bySort((sort) =>
  prepared((db: Reader) =>
    db
      .with(chosen, marked, bits, hits, near, counted, blamed, paged(sort))
      .select({
        total: sql<number>`(select count(*) from hits)`.mapWith(Number),
        nearby: sql<number>`(select count(*) from near)`.mapWith(Number),
        counts: rowsOf(
          { name: words("counted.name"), value: words("counted.value"), count: count("counted.count") },
          { from: sql`counted` },
        ),
        blamed: rowsOf({ bit: count("blamed.bit"), count: count("blamed.count") }, { from: sql`blamed` }),
        cards: rowsOf(cardFields, {
          from: sql`paged cross join ${products}`,
          where: sql`${products.id} = paged.product_id`,
          orderBy: [sql`paged.place`],
        }),
      })
      .from(sql`(select 1) as one`),
  ),
);

export type Filters = {
  readonly facets: readonly Facet[];
  readonly priceMin: Cents | undefined;
  readonly priceMax: Cents | undefined;
};

const highest = toCents(Number.MAX_SAFE_INTEGER);

/**
 * One page of what these filters leave of a collection. `countOf` is how many there would be with a value beside the
 * other facets' choices, undefined where that was not counted. `freed` says for each filter, "" being the price, how
 * many there would be without it.
 */
export async function loadFiltered(db: Reader, filters: Filters, { sort, ...asked }: PageAsked) {
  const names = [...new Set(filters.facets.map((facet) => facet.name))];
  const bitOf = (name: string) => 2 ** names.indexOf(name);
  const isPriced = filters.priceMin !== undefined || filters.priceMax !== undefined;
  const priceBit = isPriced ? 2 ** names.length : 0;
  const [row] = await filterBy[sort](db).execute({
    ...asked,
    wanted: filters.facets.map((facet) => ({ ...facet, bit: bitOf(facet.name) })),
    priceBit,
    priceMin: filters.priceMin ?? zero,
    priceMax: filters.priceMax ?? highest,
    full: 2 ** names.length - 1 + priceBit,
  });
  const counts = new Map((row?.counts ?? []).map((each: FacetCount) => [facetKey(each), each.count]));
  const freed = new Map((row?.blamed ?? []).map(({ bit, count }) => [bit, count]));
  const isCounted = (row?.nearby ?? 0) <= mostCounted;
  return {
    cards: row?.cards ?? [],
    total: row?.total ?? 0,
    countOf: (facet: Facet) => (isCounted ? (counts.get(facetKey(facet)) ?? 0) : undefined),
    freed: [
      ...names.map((name) => ({ name, bit: bitOf(name) })),
      ...(isPriced ? [{ name: "", bit: priceBit }] : []),
    ].map(({ name, bit }) => ({ name, count: freed.get(bit) ?? 0 })),
    filters: names.length + Number(isPriced),
  };
}
