import { Database } from "bun:sqlite";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { drizzle, type BunSQLiteDatabase } from "drizzle-orm/bun-sqlite";
import { faultOf } from "./faults.ts";
import { groupCommit } from "./group-commit.ts";
import type { Store, StoreOptions } from "./open.ts";
import { preparing, takingNull, type Build, type Reader, type Tx } from "./prepared.ts";
import type { Turn } from "./turn.ts";
import { memoryStamps, noteSaved } from "./versions.ts";

type Watch = {
  /** Before a statement runs. A throw keeps it from running. */
  before(text: string): void;
  /** When it failed: what to throw instead. */
  failed(cause: unknown): unknown;
};

type Values = Readonly<Record<string, unknown>>;
type Prepared = { readonly query: { params: unknown[] }; execute(values: Values): { sync(): unknown } };

// For each connection. The first waits long, because opening may: the last is for serving, where a wait stops everyone.
const pragmas = [
  "busy_timeout = 4000; journal_mode = WAL; synchronous = FULL; foreign_keys = ON; trusted_schema = OFF",
  "cell_size_check = ON; mmap_size = 0; temp_store = MEMORY; journal_size_limit = 67108864; wal_autocheckpoint = 1000",
  "busy_timeout = 50",
].flatMap((line) => line.split("; "));

export const sqlitePath = (url: string): string => url.replace(/^sqlite:(\/\/(?=\/))?/, "");

export function connect(path: string, options: { readonly?: boolean } = {}): Database {
  const database = new Database(path, options.readonly ? { readonly: true } : { create: true, readwrite: true });
  for (const pragma of pragmas) database.run(`PRAGMA ${pragma}`);
  return database;
}

/** Drizzle over a connection, with every statement watched. It asks of its client nothing but `prepare`. */
function watched(database: Database, { before, failed }: Watch): BunSQLiteDatabase {
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    const through =
      <V extends unknown[], R>(act: (...values: V) => R) =>
      (...values: V): R => {
        before(text);
        try {
          return act(...values);
        } catch (cause) {
          throw failed(cause);
        }
      };
    return {
      run: through(statement.run.bind(statement)),
      all: through(statement.all.bind(statement)),
      values: through(statement.values.bind(statement)),
    };
  };
  return drizzle({ client: { prepare } as unknown as Database });
}

/** The prepared statements of one connection, each made when it is first asked for. */
function preparedOn(db: BunSQLiteDatabase) {
  const made = new Map<Build, Prepared>();
  return (build: Build, values: Values): unknown => {
    let query = made.get(build);
    if (!query) {
      query = build(db).prepare() as Prepared;
      query.query.params = takingNull(query.query.params);
      made.set(build, query);
    }
    return query.execute(values).sync();
  };
}

/** Opens the shop's SQLite file: a reader that sees what is saved, and one writer that saves it. */
export function openSqlite({ url, onStatement, onBroken }: StoreOptions): Store {
  let statements = 0;
  const count = (text: string) => {
    statements += 1;
    onStatement?.(text);
  };
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const writer = connect(path);
  const reader = connect(path, { readonly: true });

  const reading = watched(reader, { before: count, failed: faultOf });
  const runReading = preparedOn(reading);
  const read: Reader = Object.assign(reading, {
    [preparing]: (build: Build) => ({ execute: async (values: Values = {}) => runReading(build, values) }),
  });

  const runWriting = preparedOn(watched(writer, { before: count, failed: (cause) => cause }));
  const txFor = ({ check, fail }: Turn): Tx => {
    const before = (text: string) => {
      check();
      count(text);
    };
    const execute = async (build: Build, values: Values = {}) => {
      check();
      try {
        return runWriting(build, values);
      } catch (cause) {
        throw fail(cause);
      }
    };
    return Object.assign(watched(writer, { before, failed: fail }), {
      [preparing]: (build: Build) => ({ execute: (values?: Values) => execute(build, values) }),
    });
  };
  const queue = groupCommit(writer, txFor, { onSaved: noteSaved, onBroken });

  return {
    url,
    read,
    write: queue.write,
    stamp: memoryStamps(reader, count),
    statements: () => statements,
    health: queue.health,
    async close() {
      await queue.close();
      reader.close();
      for (const last of ["optimize", "wal_checkpoint(TRUNCATE)"]) writer.run(`PRAGMA ${last}`);
      writer.close();
    },
  };
}
