import type { Database } from "bun:sqlite";
import { sql } from "drizzle-orm";
import { isPostgres } from "./dialect.ts";
import { prepared, type Tx } from "./prepared.ts";
import { versions } from "./schema.ts";
import { textsIn } from "./sets.ts";

// Kept pages are dropped by versions: a page names the keys it depends on, a write bumps those it changes. `store.stamp`
// is how a page asks. A key that was never bumped is at 0.

/** On SQLite the one writer takes the next number of all, so a reader can ask for the rows that are new to it. */
const next = isPostgres ? sql`1` : sql`(select coalesce(max(seq), 0) + 1 from versions)`;
/** On PostgreSQL two writes may take the same number, so each row counts by itself. */
const later = isPostgres ? sql`versions.seq + 1` : sql`excluded.seq`;

/** On PostgreSQL the other processes are told, when and if the transaction is saved. */
const told = isPostgres ? sql`pg_notify('pushcart_versions', versions.key || ' ' || versions.seq)` : sql`null`;

const bumpAll = prepared((tx: Tx) =>
  tx
    .insert(versions)
    .select(sql`select value, ${next} from ${textsIn(sql.placeholder("keys"))} where true order by value`)
    .onConflictDoUpdate({ target: versions.key, set: { seq: later } })
    .returning({ key: versions.key, seq: versions.seq, told }),
);

/** Versions as they are after a write. */
export type Moved = readonly { readonly key: string; readonly seq: number }[];
/** How a transaction of a store that keeps stamps in memory hears what it moved. */
export const noting: unique symbol = Symbol("noting");

/** Says that what these keys stand for has changed: every stamp with one of them in it is different once `tx` is saved. */
export async function bump(tx: Tx, keys: readonly string[]): Promise<void> {
  const moved = await bumpAll(tx).execute({ keys: [...new Set(keys)] });
  (tx as { readonly [noting]?: (moved: Moved) => void })[noting]?.(moved);
}

export const joined = (keys: readonly string[], seqs: ReadonlyMap<string, number>) =>
  keys.map((key) => seqs.get(key) ?? 0).join(".");

/** How many commits this process has made, to any SQLite file. */
let saved = 0;
export const noteSaved = (): void => void (saved += 1);

/**
 * Stamps on SQLite: kept in memory, and read again only after another connection has saved something. Asking whether
 * one has takes system calls, so it is asked once per turn of the event loop, and after every commit made here.
 */
export function memoryStamps(reader: Database, count: (text: string) => void) {
  const seqs = new Map<string, number>();
  let newest = 0;
  let seen: unknown;
  let asked: number | undefined;
  let ask: { readonly moved: Statement; readonly changed: Statement } | undefined;

  function refresh() {
    ask ??= { moved: reader.query("PRAGMA data_version"), changed: reader.query(changedText) };
    const version = ask.moved.values()[0]?.[0];
    if (version === seen) return;
    count(changedText);
    for (const [key, seq] of ask.changed.values(newest) as [string, number][]) {
      seqs.set(key, seq);
      newest = Math.max(newest, seq);
    }
    seen = version;
  }

  return (keys: readonly string[]): string => {
    if (asked !== saved) {
      refresh();
      if (asked === undefined) setImmediate(() => (asked = undefined));
      asked = saved;
    }
    return joined(keys, seqs);
  };
}

type Statement = ReturnType<Database["query"]>;

const changedText = "select key, seq from versions where seq > ?";
