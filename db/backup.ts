import { Database } from "bun:sqlite";

/** A consistent copy of a SQLite file at this moment, made while others read and write it. Refuses to overwrite. */
export function snapshotSqlite(from: string, to: string): void {
  const source = new Database(from, { readwrite: true });
  try {
    source.run("PRAGMA busy_timeout = 4000");
    source.run("VACUUM INTO ?", [to]);
  } finally {
    source.close();
  }
}

/** Reads a whole database file: `trouble` says what is wrong with it, and how many orders it holds. */
export function checkSqlite(path: string): { readonly trouble: string | undefined; readonly orders: number } {
  try {
    const database = new Database(path, { readwrite: true, create: false });
    try {
      const integrity = database.query<{ integrity_check: string }, []>("PRAGMA integrity_check").get();
      const orphans = database.query("PRAGMA foreign_key_check").all().length;
      const orders = database.query<{ n: number }, []>("SELECT count(*) AS n FROM orders").get()?.n ?? 0;
      const trouble =
        integrity?.integrity_check !== "ok"
          ? integrity?.integrity_check
          : orphans > 0
            ? `${orphans} rows point nowhere`
            : undefined;
      return { trouble, orders };
    } finally {
      database.close();
    }
  } catch (cause) {
    return { trouble: cause instanceof Error ? cause.message : String(cause), orders: 0 };
  }
}
