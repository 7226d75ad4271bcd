import { Database } from "bun:sqlite";
import { drizzle, type BunSQLiteDatabase } from "drizzle-orm/bun-sqlite";
import { takingNull, type Build } from "./prepared.ts";

type Watch = {
  /** Before a statement runs. A throw keeps it from running. */
  before(text: string): void;
  /** When it failed: what to throw instead. */
  failed(cause: unknown): unknown;
};

export type Values = Readonly<Record<string, unknown>>;
type Prepared = { readonly query: { params: unknown[] }; execute(values: Values): { sync(): unknown } };

// For each connection. The first waits long, because opening may: the last is for serving, where a wait stops everyone.
const pragmas = [
  "busy_timeout = 4000; journal_mode = WAL; synchronous = FULL; foreign_keys = ON; trusted_schema = OFF",
  "cell_size_check = ON; mmap_size = 0; temp_store = MEMORY; secure_delete = ON; journal_size_limit = 67108864; wal_autocheckpoint = 1000",
  "busy_timeout = 50",
].flatMap((line) => line.split("; "));

export const sqlitePath = (url: string): string => url.replace(/^sqlite:(\/\/(?=\/))?/, "");

export function connect(path: string, options: { readonly?: boolean } = {}): Database {
  const database = new Database(path, options.readonly ? { readonly: true } : { create: true, readwrite: true });
  for (const pragma of pragmas) database.run(`PRAGMA ${pragma}`);
  return database;
}

type Statement = ReturnType<Database["prepare"]>;

/** Statements by their text: the newest `most`, because a text made on the way may never come again. */
export function statementsOf(database: Database, most: number) {
  const made = new Map<string, Statement>();
  return {
    take(text: string): Statement {
      let statement = made.get(text);
      if (!statement) made.set(text, (statement = database.prepare(text)));
      const [oldest] = made.size > most ? made.keys() : [];
      if (oldest !== undefined) made.delete(oldest);
      return statement;
    },
    /** Before a connection is closed: one with a statement left keeps the file. */
    finalize() {
      for (const statement of made.values()) statement.finalize();
    },
  };
}

/** Drizzle over a connection, with every statement watched. It asks of its client nothing but `prepare`. */
export function watched(take: (text: string) => Statement, { before, failed }: Watch): BunSQLiteDatabase {
  const tried = <R>(act: () => R): R => {
    try {
      return act();
    } catch (cause) {
      throw failed(cause);
    }
  };
  const prepare = (text: string) => {
    const statement = tried(() => take(text));
    const through =
      <V extends unknown[], R>(act: (...values: V) => R) =>
      (...values: V): R => {
        before(text);
        return tried(() => act(...values));
      };
    return {
      run: through(statement.run.bind(statement)),
      all: through(statement.all.bind(statement)),
      values: through(statement.values.bind(statement)),
    };
  };
  return drizzle({ client: { prepare } as unknown as Database });
}

/** The prepared queries of one connection, each made when it is first asked for. */
export function preparedOn(db: BunSQLiteDatabase) {
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
