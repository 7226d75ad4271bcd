import { SQL } from "bun";
import { failed, pending, type Migrated, type Migration } from "./migration.ts";

/** One key for all processes of the shop: whoever starts second waits, and finds nothing left to do. */
const lock = 7_065_726_841;

const ledger = `CREATE SCHEMA IF NOT EXISTS drizzle;
CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`;

export async function migratePostgres(url: string, migrations: readonly Migration[]): Promise<Migrated> {
  const pool = new SQL({ url, max: 1, connectionTimeout: 10, onclose: () => {} });
  try {
    if ((await due(pool, migrations)).length === 0) return { applied: [], backup: undefined };
    const applied = await pool.begin(async (tx) => {
      await tx.unsafe("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
      await tx.unsafe("select pg_advisory_xact_lock($1)", [lock]);
      const still = await due(tx, migrations);
      await tx.unsafe(ledger);
      for (const migration of still) await apply(tx, migration);
      return still.map(({ tag }) => tag);
    });
    return { applied, backup: undefined };
  } finally {
    await pool.close({ timeout: 5 });
  }
}

async function due(sql: SQL, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const [[there] = [null]] = await sql.unsafe("select to_regclass('drizzle.__drizzle_migrations')", []).values();
  const rows =
    there === null ? [] : await sql.unsafe("select created_at from drizzle.__drizzle_migrations", []).values();
  return pending(
    migrations,
    rows.map(([when]: [string]) => Number(when)),
    "pg_dump's, if you keep one",
  );
}

async function apply(tx: SQL, migration: Migration) {
  for (const statement of migration.statements) {
    try {
      await tx.unsafe(statement);
    } catch (cause) {
      throw failed(migration, statement, cause);
    }
  }
  const note = "insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)";
  await tx.unsafe(note, [migration.hash, migration.when]);
}
