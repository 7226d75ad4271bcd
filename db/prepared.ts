import { is, Param, Placeholder } from "drizzle-orm";
import type { BunSQLiteDatabase } from "drizzle-orm/bun-sqlite";

/** The way from a query that was described once to its prepared statement; see `prepared`. */
export const preparing: unique symbol = Symbol("preparing");

// oxlint-disable-next-line typescript/no-explicit-any -- a build is called back with the connection it was written for
export type Build = (db: any) => { prepare(name?: string): unknown };
type Preparing = { readonly [preparing]: (build: Build) => { execute(values: Values): Promise<unknown> } };
type Values = Readonly<Record<string, unknown>>;

/** What a query may do. A Reader cannot write; a Tx lives for one `write` and no longer. */
export type Reader = Pick<BunSQLiteDatabase, "select" | "selectDistinct" | "with" | "$count"> & Preparing;
export type Tx = Reader & Pick<BunSQLiteDatabase, "insert" | "update" | "delete">;

/**
 * Describes a query once and prepares it once: `const loadX = prepared((db) => db.select()...)` at the top of a store
 * file, values as `sql.placeholder("id")`, then `await loadX(db).execute({ id })` with `store.read` or a `tx`.
 */
export function prepared<D extends Reader, T>(build: (db: D) => PromiseLike<T> & { prepare(): unknown }) {
  return (db: D) => db[preparing](build) as { execute(values?: Values): Promise<T> };
}

/** The same parameters, with placeholders that take null: Drizzle hands it to the column's own encoder, which may not. */
export function takingNull(params: unknown[]): unknown[] {
  return params.map((param) => {
    if (!is(param, Param) || !is(param.value, Placeholder)) return param;
    const { encoder } = param;
    return new Param(param.value, {
      mapToDriverValue: (value: unknown) => (value === null ? null : encoder.mapToDriverValue(value)),
    });
  });
}
