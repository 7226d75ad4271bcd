import type { Database } from "bun:sqlite";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { faultOf } from "./faults.ts";
import { groupCommit } from "./group-commit.ts";
import type { Store, StoreOptions } from "./open.ts";
import { preparing, type Build, type Reader, type Tx } from "./prepared.ts";
import { connect, preparedOn, sqlitePath, statementsOf, watched, type Values } from "./sqlite-connection.ts";
import { listeners } from "./listeners.ts";
import type { Turn } from "./turn.ts";
import { memoryStamps, noteSaved } from "./versions.ts";

/** How many texts of queries that are not prepared are kept on each connection. */
const mostPassing = 200;

/**
 * Leaves the file tidy. What `optimize` has counted of small tables is dropped again: a shop of 60 things that grows to
 * 20,000 by one import would go on being searched from end to end, as is best for 60.
 */
function tidy(writer: Database): void {
  writer.run("PRAGMA optimize");
  const counted = writer.query("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").get() !== null;
  if (counted) writer.run("DELETE FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) < 10000");
  writer.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

type Two = [ReturnType<typeof statementsOf>, ReturnType<typeof statementsOf>];

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

  const known = [reader, writer].map((connection) => statementsOf(connection, Number.POSITIVE_INFINITY)) as Two;
  const passing = [reader, writer].map((connection) => statementsOf(connection, mostPassing)) as Two;

  const reading = watched(passing[0].take, { before: count, failed: faultOf });
  const runReading = preparedOn(watched(known[0].take, { before: count, failed: faultOf }));
  const read: Reader = Object.assign(reading, {
    [preparing]: (build: Build) => ({ execute: async (values: Values = {}) => runReading(build, values) }),
  });

  const runWriting = preparedOn(watched(known[1].take, { before: count, failed: (cause) => cause }));
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
    return Object.assign(watched(passing[1].take, { before, failed: fail }), {
      [preparing]: (build: Build) => ({ execute: (values?: Values) => execute(build, values) }),
    });
  };
  const moved = listeners();
  const onSaved = () => {
    noteSaved();
    moved.tell();
  };
  const queue = groupCommit(writer, txFor, { onSaved, onBroken });

  return {
    url,
    read,
    write: queue.write,
    stamp: memoryStamps(reader, count),
    onMoved: moved.add,
    check: () => queue.write(async () => {}),
    statements: () => statements,
    health: queue.health,
    async close() {
      await queue.close();
      for (const statements of [...known, ...passing]) statements.finalize();
      reader.close();
      try {
        if (queue.health() !== "down") tidy(writer);
      } catch {
        // Housekeeping: what was saved is in the file beside it, and is read from there at the next start.
      } finally {
        writer.close();
      }
    },
  };
}
