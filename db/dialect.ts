import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import type { Cents } from "#src/pricing/money.ts";

// The two maps sit side by side so that a difference between the databases is seen at a glance. Every column names
// itself in snake_case; builders take `.notNull()`, `.default()`, `.primaryKey()` and `.references()` as usual.

/** The kinds of column the shop uses, on SQLite: text and whole numbers only, in STRICT tables. */
const sqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  check: lite.check,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  unique: lite.unique,

  /** A name for a row, made by `newId`. */
  id: (name: string) => lite.text(name),
  words: (name: string) => lite.text(name),
  /** A whole number that JavaScript holds exactly. */
  count: (name: string) => lite.integer(name),
  /** Minor units of the shop's currency. */
  cents: (name: string) => lite.integer(name).$type<Cents>(),
  /** Whole millionths: 8.25 percent is 82,500. */
  rate: (name: string) => lite.integer(name),
  flag: (name: string) => lite.integer(name, { mode: "boolean" }),
  /** A Date, exact to the millisecond. */
  moment: (name: string) => lite.integer(name, { mode: "timestamp_ms" }),
  /** A small value kept whole. `T` is a promise of the code that writes it. */
  json: <T>(name: string) => lite.text(name, { mode: "json" }).$type<T>(),
};

const unfit = /\\u(?:0000|d[89a-f])/i;
const madeFit = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

/** A value as Bun sends it to a jsonb. PostgreSQL takes no NUL in it and no half of a character, which cutting a text may leave. */
export function jsonbOf(value: unknown) {
  const text = JSON.stringify(value) ?? "";
  return Bun.sql.json(unfit.test(text) ? (JSON.parse(JSON.stringify(value, madeFit)) as unknown) : value);
}

/** Drizzle's own jsonb hands Bun a text, which Bun stores as a JSON string: here Bun gets the value, and gives it back. */
const jsonb = pg.customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: jsonbOf,
});

/** The same kinds on PostgreSQL. The one cast: both maps carry SQLite's types, since both give and take the same values. */
const postgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  unique: pg.unique,

  id: (name: string) => pg.text(name),
  words: (name: string) => pg.text(name),
  count: (name: string) => pg.bigint(name, { mode: "number" }),
  cents: (name: string) => pg.bigint(name, { mode: "number" }),
  rate: (name: string) => pg.bigint(name, { mode: "number" }),
  flag: (name: string) => pg.boolean(name),
  moment: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3 }),
  json: (name: string) => jsonb(name),
} as unknown as typeof sqlite;

/** Which database this process speaks, for as long as it runs: the scheme of DATABASE_URL decides when this loads. */
export const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "");

export const kind = isPostgres ? postgres : sqlite;
