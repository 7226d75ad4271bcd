import {
  and,
  Column,
  is,
  SQL as Sql,
  sql,
  type AnyColumn,
  type GetColumnData,
  type Placeholder,
  type SQL,
  type Table,
} from "drizzle-orm";
import { isPostgres, jsonbOf } from "./dialect.ts";

// Lists go into a query as one parameter, and come out of it as one column, so that a query's text never depends on how
// many there are and a page needs one query for a thing and all that belongs to it.

type List<T> = readonly T[] | Placeholder;

/** How a list travels: SQLite takes it as JSON, Bun hands PostgreSQL an array. */
const list = <T>(values: List<T>) =>
  sql.param(values, { mapToDriverValue: (each: unknown) => (isPostgres ? each : JSON.stringify(each)) });

/** A table of one column, `value`, with these texts. For `from`. */
export const textsIn = (values: List<string>): SQL =>
  isPostgres ? sql`unnest(${list(values)}::text[]) as value` : sql`json_each(${list(values)})`;

/** `column in (...)` for texts and whole numbers. An empty list finds nothing. */
export function inList<C extends AnyColumn>(column: C, values: List<NonNullable<GetColumnData<C>>>): SQL {
  if (isPostgres) return sql`${column} = any(${list(values)})`;
  return sql`${column} in (select value from json_each(${list(values)}))`;
}

type Shape = Readonly<Record<string, "words" | "count">>;
type RowIn<S extends Shape> = { readonly [K in keyof S]: S[K] extends "count" ? number : string };

/**
 * A table made of rows handed in: `const wanted = rowsIn("wanted", { id: "words", quantity: "count" }, rows)`, then
 * `sql\`from ${wanted.table}\`` or an update's `.from(wanted.table)`, and `wanted.columns.quantity`.
 */
export function rowsIn<S extends Shape>(name: string, shape: S, rows: List<RowIn<S>>) {
  const fields = Object.entries(shape);
  const table = sql.identifier(name);
  const columns = Object.fromEntries(
    fields.map(([field, type]) => [
      field,
      sql`${table}.${sql.identifier(field)}`.mapWith(type === "count" ? Number : String),
    ]),
  ) as { readonly [K in keyof S]: SQL<RowIn<S>[K]> };

  if (isPostgres) {
    const typed = fields.map(
      ([field, type]) => sql`${sql.identifier(field)} ${sql.raw(type === "count" ? "bigint" : "text")}`,
    );
    const json = sql.param(rows, { mapToDriverValue: jsonbOf });
    return { table: sql`jsonb_to_recordset(${json}::jsonb) as ${table}(${sql.join(typed, sql`, `)})`, columns };
  }
  const picked = fields.map(([field]) => sql`value ->> ${sql.raw(`'$.${field}'`)} as ${sql.identifier(field)}`);
  return { table: sql`(select ${sql.join(picked, sql`, `)} from json_each(${list(rows)})) as ${table}`, columns };
}

type Field = AnyColumn | SQL<unknown>;
/** Fields may be grouped under a name; the rows are then grouped alike. */
export type Fields = { readonly [name: string]: Field | Fields };
type Value<F> = F extends AnyColumn ? GetColumnData<F> : F extends SQL<infer T> ? T : F extends Fields ? Row<F> : never;
type Row<F extends Fields> = { readonly [K in keyof F]: Value<F[K]> };

type Decoder = { mapFromDriverValue(value: unknown): unknown };
const decoderOf = (field: Field): Decoder =>
  "mapFromDriverValue" in field ? (field as Decoder) : (field as unknown as { decoder: Decoder }).decoder;
const isField = (field: Field | Fields): field is Field => is(field, Column) || is(field, Sql);
/** A column that stores what it answers. */
const isPlain = ({ mapFromDriverValue }: Decoder) => mapFromDriverValue === Column.prototype.mapFromDriverValue;

/** What comes back for a list of rows: text on SQLite, and each field as its column stores it. */
function decoding<F extends Fields>(fields: F): (stored: unknown) => Row<F>[] {
  const read = rowDecoding(fields);
  return (stored) => {
    const rows = (typeof stored === "string" ? JSON.parse(stored) : stored) as Stored[];
    for (const row of rows) read(row);
    return rows as Row<F>[];
  };
}

type Stored = Record<string, unknown>;

/** Reads one row in place. */
function rowDecoding(fields: Fields): (row: Stored) => void {
  const entries = Object.entries(fields);
  const read = entries
    .flatMap(([name, field]) => (isField(field) ? [[name, decoderOf(field)] as const] : []))
    .filter(([, decoder]) => !isPlain(decoder));
  const grouped = entries.flatMap(([name, field]) => (isField(field) ? [] : [[name, rowDecoding(field)] as const]));
  return (row) => {
    for (const [name, decoder] of read) if (row[name] !== null) row[name] = decoder.mapFromDriverValue(row[name]);
    for (const [name, decode] of grouped) decode(row[name] as Stored);
  };
}

type Order = { readonly orderBy?: readonly (AnyColumn | SQL)[] };

const ordered = (orderBy: Order["orderBy"] = []) =>
  orderBy.length > 0 ? sql` order by ${sql.join([...orderBy], sql`, `)}` : sql``;

function objectOf(fields: Fields): SQL {
  const pairs = Object.entries(fields).map(
    ([name, field]) => sql`${sql.raw(`'${name}'`)}, ${isField(field) ? field : objectOf(field)}`,
  );
  const object = sql.join(pairs, sql`, `);
  return isPostgres ? sql`jsonb_build_object(${object})` : sql`json_object(${object})`;
}

function gathered(fields: Fields, orderBy: Order["orderBy"]): SQL {
  const object = objectOf(fields);
  return isPostgres
    ? sql`jsonb_agg(${object}${ordered(orderBy)})`
    : sql`json_group_array(${object}${ordered(orderBy)})`;
}

// A single table's columns lose their table's name where they stand at the top of a selected `sql`: Drizzle takes them
// for its own. Inside another `sql` they keep it, hence the wrapping below.
const asRows = <F extends Fields>(fields: F, inner: SQL): SQL<Row<F>[]> =>
  sql<Row<F>[]>`${inner}`.mapWith(decoding(fields));

/** The rows of a group as one column: for `groupBy`. `when` leaves out those a left join did not find. */
export function jsonRows<F extends Fields>(
  fields: F,
  { orderBy, when }: Order & { readonly when?: SQL } = {},
): SQL<Row<F>[]> {
  const all = sql`${gathered(fields, orderBy)}${when ? sql` filter (where ${when})` : sql``}`;
  return asRows(fields, isPostgres ? sql`coalesce(${all}, '[]')` : all);
}

type From = Order & { readonly from: Table | SQL; readonly where?: SQL | undefined; readonly limit?: number };

/** The rows that belong to a row, as one column: a query of its own within the query. Fields of `from` and of the outer row. */
export function rowsOf<F extends Fields>(fields: F, { from, where, orderBy, limit }: From): SQL<Row<F>[]> {
  const condition = where ? sql` where ${where}` : sql``;
  const source =
    limit === undefined
      ? sql`${from}${condition}`
      : sql`(select * from ${from}${condition}${ordered(orderBy)} limit ${sql.raw(String(Math.trunc(limit)))}) as ${from}`;
  const all = gathered(fields, orderBy);
  return asRows(fields, sql`(select ${isPostgres ? sql`coalesce(${all}, '[]')` : all} from ${source})`);
}

/** The sum of a column, 0 for no rows. PostgreSQL gives sums of whole numbers as text. */
export const sumOf = <C extends AnyColumn>(column: C): SQL<NonNullable<GetColumnData<C>>> =>
  sql<NonNullable<GetColumnData<C>>>`coalesce(sum(${column}), 0)`.mapWith(Number) as SQL<NonNullable<GetColumnData<C>>>;

/** How many rows. PostgreSQL counts in text. */
export const countOf = (when?: SQL): SQL<number> =>
  sql<number>`count(*)${when ? sql` filter (where ${and(when)})` : sql``}`.mapWith(Number);
