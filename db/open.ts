import { isPostgres } from "./dialect.ts";
import { openPostgres } from "./postgres.ts";
import type { Reader, Tx } from "./prepared.ts";
import { openSqlite } from "./sqlite.ts";

export type { Reader, Tx } from "./prepared.ts";
export { sqlitePath } from "./sqlite-connection.ts";

export type Store = {
  /** Where the database is, with its password where it has one: not for logs. */
  readonly url: string;
  /** Sees what is saved. */
  readonly read: Reader;
  /**
   * Runs `work` in a transaction. Settles only when its commit is on disk; a throw, also a query that failed and was
   * caught, leaves nothing of it behind. Keep `work` to queries: on SQLite nobody else can write until it settles, on
   * PostgreSQL it may be run again.
   *
   * @throws StoreUnavailable when the database is locked for longer than 4 seconds, full or away.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One text for a set of version keys, different as soon as any of them was bumped, by whichever process. */
  stamp(keys: readonly string[]): string | Promise<string>;
  /**
   * Calls `act` whenever a stamp may be another one: after what this process saved, and on PostgreSQL after what others
   * did, as far as they are heard. Answers how to end that.
   */
  onMoved(act: () => void): () => void;
  /** Asks the database whether it would take a write, and changes nothing. @throws StoreUnavailable */
  check(): Promise<void>;
  /** How many statements ran so far, of readers and writers together; for query budgets. */
  statements(): number;
  /** How the last write fared; "down" after the disk refused to confirm one: then nothing is saved until a restart. */
  health(): "fine" | "busy" | "full" | "down";
  /** Waits for the writes that were begun, then lets go of the database. */
  close(): Promise<void>;
};

export type StoreOptions = {
  /** `sqlite:<path>` or `postgres://...`, the same as in DATABASE_URL. */
  readonly url: string;
  /** How many connections to PostgreSQL at most; 10 where nothing is said. */
  readonly connections?: number | undefined;
  /** Called with the text of every statement, before it runs. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** Called once when the disk did not confirm a write. The process should end, so that a fresh one reads the file. */
  readonly onBroken?: ((cause: unknown) => void) | undefined;
};

/** Opens the shop's database, making a SQLite file that is not there; `migrate` then brings it up to date. */
export function openStore(options: StoreOptions): Store {
  if (/^postgres(ql)?:/.test(options.url) !== isPostgres) {
    throw new Error(
      `DATABASE_URL chose ${isPostgres ? "PostgreSQL" : "SQLite"} when the program started, but the store to open is "${options.url.split(":")[0]}:...".\n  mend: set DATABASE_URL itself, before the program starts`,
    );
  }
  return isPostgres ? openPostgres(options) : openSqlite(options);
}
