import { join } from "node:path";
import { isPostgres } from "./dialect.ts";
import { faultOf } from "./faults.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { readMigrations, type Migrated } from "./migration.ts";
import type { Store } from "./open.ts";
import { sqlitePath } from "./sqlite-connection.ts";

export type MigrateOptions = {
  /** The folder that holds `sqlite` and `postgres`, beside the code or inside the binary. */
  readonly folder: string;
  /** Where a copy of a SQLite file goes before it is changed. */
  readonly backups: string;
  readonly now: () => Date;
};

/**
 * Brings a store's database up to date, all or nothing, and one process at a time; the first thing to do with it.
 * What ran is noted as Drizzle's own migrator notes it.
 *
 * @throws MigrationError when the database was used by a newer program, or a migration fails.
 */
export async function migrate(
  { url }: Pick<Store, "url">,
  { folder, backups, now }: MigrateOptions,
): Promise<Migrated> {
  const migrations = readMigrations(join(folder, isPostgres ? "postgres" : "sqlite"));
  const copies = { backups, now };
  try {
    return await (isPostgres ? migratePostgres(url, migrations) : migrateSqlite(sqlitePath(url), migrations, copies));
  } catch (cause) {
    throw faultOf(cause);
  }
}
