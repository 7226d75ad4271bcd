import { getTableColumns, sql, type Column, type SQL, type Table } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { prepared, type Tx } from "#db/prepared.ts";
import { rowsIn } from "#db/sets.ts";

type AnyTable = Parameters<Tx["insert"]>[0] & Table;

/** How a column's value travels within one JSON parameter, and how it is read out of it again. */
type Kind = { readonly shape: "words" | "count"; pack(value: unknown): unknown; unpack(given: SQL): SQL };

const same = (value: unknown) => value;
const text: Kind = { shape: "words", pack: same, unpack: (given) => given };
const whole: Kind = { shape: "count", pack: same, unpack: (given) => given };
/** What was kept before the column was there says nothing of it: then it is not so. */
const flag: Kind = { shape: "count", pack: (value) => Number(Boolean(value)), unpack: (given) => sql`${given} = 1` };
const moment: Kind = {
  shape: "count",
  pack: (value) => (value instanceof Date ? value.getTime() : value),
  unpack: (given) => (isPostgres ? sql`to_timestamp(${given} / 1000.0)` : given),
};
const json: Kind = {
  shape: "words",
  pack: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
  unpack: (given) => (isPostgres ? sql`${given}::jsonb` : given),
};

const kinds: Readonly<Record<string, Kind>> = { string: text, number: whole, boolean: flag, date: moment };
const kindOf = (column: Column): Kind => kinds[column.dataType] ?? json;

/**
 * Inserts whole rows of a table, all in one prepared statement however many: building a statement with thousands of
 * values takes longer than running it. With `lenient`, rows that are there already are passed over.
 */
export function bulkInsert<T extends AnyTable>(table: T, { lenient = false } = {}) {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({ name, kind: kindOf(column) }));
  const shape = Object.fromEntries(columns.map(({ name, kind }) => [name, kind.shape]));
  const statement = prepared((tx: Tx) => {
    const given = rowsIn("given", shape, sql.placeholder("rows"));
    const values = columns.map(({ name, kind }) => kind.unpack(given.columns[name] as SQL));
    const insert = tx.insert(table).select(sql`select ${sql.join(values, sql`, `)} from ${given.table} where true`);
    return lenient ? insert.onConflictDoNothing() : insert;
  });
  return async (tx: Tx, rows: readonly T["$inferSelect"][]): Promise<void> => {
    if (rows.length === 0) return;
    const packed = rows.map((row) =>
      Object.fromEntries(columns.map(({ name, kind }) => [name, kind.pack((row as Record<string, unknown>)[name])])),
    );
    await statement(tx).execute({ rows: packed });
  };
}
