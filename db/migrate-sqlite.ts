import type { Database } from "bun:sqlite";
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { snapshotSqlite } from "./backup.ts";
import { isBusy } from "./faults.ts";
import { failed, orphaned, pending, type Migrated, type Migration } from "./migration.ts";
import { connect } from "./sqlite-connection.ts";

/** How long to wait for another process that changes the same file, which may be large. */
const patience = 60_000;

/** As Drizzle's own migrator makes it; the one table that is not STRICT. */
const ledger =
  "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)";

type Copies = { readonly backups: string; readonly now: () => Date };

export async function migrateSqlite(path: string, migrations: readonly Migration[], copies: Copies): Promise<Migrated> {
  const database = connect(path);
  try {
    if (pending(migrations, ran(database), copies.backups).length === 0) return { applied: [], backup: undefined };
    // A rebuilt table is dropped and renamed: with foreign keys on, that would delete the rows that point to it.
    database.run("PRAGMA foreign_keys = OFF");
    await lock(database);
    return change(database, path, pending(migrations, ran(database), copies.backups), copies);
  } finally {
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
  }
}

function change(database: Database, path: string, due: readonly Migration[], copies: Copies): Migrated {
  let backup: string | undefined;
  try {
    if (due[0] && holdsAnything(database)) backup = copy(path, due[0].tag, copies);
    apply(database, due);
    database.run("COMMIT");
    return { applied: due.map(({ tag }) => tag), backup };
  } catch (cause) {
    if (database.inTransaction) database.run("ROLLBACK");
    if (backup) rmSync(backup); // the same as what is still there; a start that is tried over and over must not fill the disk
    throw cause;
  }
}

const tables = "select count(*) from sqlite_schema where type = 'table' and name";

function ran(database: Database): number[] {
  const [[there] = [0]] = database.query(`${tables} = '__drizzle_migrations'`).values();
  if (there === 0) return [];
  return database
    .query("select created_at from __drizzle_migrations")
    .values()
    .map(([when]) => Number(when));
}

function holdsAnything(database: Database): boolean {
  const [[found] = [0]] = database.query(`${tables} not in ('__drizzle_migrations', 'sqlite_sequence')`).values();
  return Number(found) > 0;
}

/** Takes the writer's lock, so that the copy is of exactly what is then changed. */
async function lock(database: Database) {
  const until = performance.now() + patience;
  for (;;) {
    try {
      database.run("BEGIN IMMEDIATE");
      return;
    } catch (cause) {
      if (!isBusy(cause) || performance.now() > until) throw cause;
      await Bun.sleep(100);
    }
  }
}

/** A copy that is on disk before anything is changed. */
function copy(path: string, tag: string, { backups, now }: Copies): string {
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const file = join(backups, `before-${tag}-${now().toISOString().replaceAll(/[-:.]/g, "")}.db`);
  snapshotSqlite(path, file);
  chmodSync(file, 0o600);
  const opened = openSync(file, "r+");
  fsyncSync(opened);
  closeSync(opened);
  return file;
}

function apply(database: Database, due: readonly Migration[]) {
  database.run(ledger);
  for (const migration of due) {
    for (const statement of migration.statements) {
      try {
        database.run(statement);
      } catch (cause) {
        throw failed(migration, statement, cause);
      }
    }
    database.run("insert into __drizzle_migrations (hash, created_at) values (?, ?)", [migration.hash, migration.when]);
  }
  const orphans = new Set(
    database
      .query("PRAGMA foreign_key_check")
      .values()
      .map(([table]) => String(table)),
  );
  if (orphans.size > 0) throw orphaned([...orphans]);
}
