import { describe, expect, test } from "bun:test";
import { getTableColumns, is, sql, Table } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import type { Reader } from "#db/open.ts";
import * as schema from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";

// The schema is written once. Each database holding exactly what it says makes the two hold the same; on top of that the
// snapshots that drizzle-kit took of both are compared with each other.

const byName = (a: string, b: string) => (a < b ? -1 : 1);
type Found = { table: string; column: string; type: string; required: boolean };

const tables = Object.values<unknown>(schema).filter((each): each is lite.SQLiteTable => is(each, Table));
const configOf = (table: lite.SQLiteTable) =>
  isPostgres
    ? (pg.getTableConfig(table as never) as unknown as ReturnType<typeof lite.getTableConfig>)
    : lite.getTableConfig(table);

const said = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).map((column): Found => ({
    table: configOf(table).name,
    column: column.name,
    type: column.getSQLType().replaceAll(" ", ""),
    required:
      column.notNull ||
      column.primary ||
      configOf(table).primaryKeys.some(({ columns }) => columns.some(({ name }) => name === column.name)),
  })),
);
const saidIndexes = tables.flatMap((table) =>
  configOf(table).indexes.map(({ config }) => `${configOf(table).name}.${config.name}`),
);

const columnsThere = isPostgres
  ? sql`(select c.relname as "table", a.attname as "column", replace(format_type(a.atttypid, a.atttypmod), ' ', '') as type,
        case when a.attnotnull then 1 else 0 end as required
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped) as found`
  : sql`(select m.name as "table", c.name as "column", c.type as type, c."notnull" as required
      from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table') as found`;
const indexesThere = isPostgres
  ? sql`(select tablename || '.' || indexname as name from pg_indexes where schemaname = 'public') as found`
  : sql`(select tbl_name || '.' || name as name from sqlite_schema where type = 'index') as found`;

const field = (name: string) => sql<string>`${sql.identifier(name)}`;
const columnsIn = async (db: Reader): Promise<Found[]> =>
  (
    await db
      .select({ table: field("table"), column: field("column"), type: field("type"), required: sql<number>`required` })
      .from(columnsThere)
  ).map((row) => ({ ...row, type: row.type.toLowerCase(), required: row.required === 1 }));

/** The first column of everything that finds a row quickly, by table. */
function leadsOf(table: lite.SQLiteTable): Set<string | undefined> {
  const { indexes, primaryKeys, columns } = configOf(table);
  const whole = indexes.filter(({ config }) => config.where === undefined);
  return new Set([
    ...columns.filter((column) => column.primary).map(({ name }) => name),
    ...primaryKeys.map((key) => key.columns[0]?.name),
    ...whole.map(
      ({
        config: {
          columns: [first],
        },
      }) => (first && "name" in first ? first.name : undefined),
    ),
  ]);
}

test("what refers to a row is found by an index when that row is deleted. Mend: kind.index(...) on the reference", () => {
  const slow = tables.flatMap((table) =>
    configOf(table)
      .foreignKeys.map((key) => key.reference().columns[0]?.name)
      .filter((name) => !leadsOf(table).has(name))
      .map((name) => `${configOf(table).name}.${name}`),
  );
  expect(slow).toEqual([]);
});

describe("the migrated database", () => {
  test("has the schema's columns. Mend: bun run db:new <name>", async () => {
    await using database = await freshDatabase();
    const known = new Set(said.map(({ table }) => table));
    const line = ({ table, column, type, required }: Found) =>
      `${table}.${column} ${type}${required ? " not null" : ""}`;
    const found = (await columnsIn(database.store.read)).filter(({ table }) => known.has(table));
    expect(found.map(line).sort(byName)).toEqual(said.map(line).sort(byName));
  });

  test("has the schema's indexes. Mend: bun run db:new <name>", async () => {
    await using database = await freshDatabase();
    const found = (await database.store.read.select({ name: field("name") }).from(indexesThere)).map(
      ({ name }) => name,
    );
    expect(found).toEqual(expect.arrayContaining(saidIndexes));
  });

  test.skipIf(isPostgres)("keeps every SQLite table STRICT but Drizzle's own", async () => {
    await using database = await freshDatabase();
    const loose = sql`(select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
      and name not like 'sqlite_%' and name <> '__drizzle_migrations') as found`;
    expect(await database.store.read.select({ name: field("name") }).from(loose)).toEqual([]);
  });
});

describe("both databases", () => {
  type Snapshot = { tables: Record<string, { name: string } & Record<string, unknown>> };
  function snapshot(dialect: string): Snapshot["tables"][string][] {
    const folder = join(import.meta.dir, "../../db/migrations", dialect, "meta");
    const newest =
      readdirSync(folder)
        .filter((name) => name.endsWith("_snapshot.json"))
        .sort()
        .at(-1) ?? "";
    const { tables: all } = JSON.parse(readFileSync(join(folder, newest), "utf8")) as Snapshot;
    return Object.values(all).sort((a, b) => byName(a.name, b.name));
  }
  const keysOf = (each: unknown) => Object.keys((each ?? {}) as object).sort(byName);
  const parts = (dialect: string, part: string) => snapshot(dialect).map((table) => [table.name, keysOf(table[part])]);

  test.each(["columns", "indexes", "checkConstraints"])("have the same %s", (part) => {
    expect(parts("sqlite", part)).toEqual(parts("postgres", part));
    expect(parts("sqlite", part).length).toBeGreaterThan(30);
  });

  test("have the same foreign keys", () => {
    const keys = (dialect: string) =>
      snapshot(dialect).flatMap((table) =>
        Object.values(
          table["foreignKeys"] as Record<string, { columnsFrom: string[]; tableTo: string; onDelete: string }>,
        ).map(({ columnsFrom, tableTo, onDelete }) => `${table.name}.${columnsFrom} ${tableTo} ${onDelete}`),
      );
    expect(keys("sqlite").sort(byName)).toEqual(keys("postgres").sort(byName));
  });
});
