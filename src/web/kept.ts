import type { StampReader } from "../deps.ts";
import type { Slotted } from "./personal.ts";

/** A body that was rendered once, cut at the marks where a visitor's own parts go. */
export type KeptBody = {
  readonly slotted: Slotted;
  /** Short digest of the body: the unchanging half of the ETag. */
  readonly digest: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** It says what holds where the shop is: not for somebody who has said where things are to go. */
  readonly isPlaced?: boolean;
};

type Entry = {
  readonly body: KeptBody;
  readonly keys: readonly string[];
  readonly stamp: string;
  readonly until: number;
  readonly bytes: number;
};

export type KeptPages = {
  /** The body kept for this address, unless a version of its keys moved or its time is over. */
  find(address: string, now: number): KeptBody | undefined | Promise<KeptBody | undefined>;
  /** Read before rendering: a change during rendering then makes the body old at once, never wrongly new. */
  stamp(keys: readonly string[]): Promise<string>;
  keep(address: string, keys: readonly string[], stamp: string, until: number, body: KeptBody): void;
};

/** How many addresses are remembered as asked for once. */
const mostSeen = 5000;

/**
 * Pages kept in memory, at most `mostBytes` of them, the least lately used dropped first. An address with a query is kept
 * from the second time on: there are any number of them, most are asked for once, and each would push out a page of use.
 */
export function keptPages(store: StampReader, mostBytes = 6 * 1024 * 1024): KeptPages {
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let bytes = 0;

  function isWanted(address: string): boolean {
    if (!address.includes("?") || seen.delete(address)) return true;
    if (seen.size >= mostSeen) seen.clear();
    seen.add(address);
    return false;
  }

  function drop(address: string): void {
    bytes -= entries.get(address)?.bytes ?? 0;
    entries.delete(address);
  }

  function checked(address: string, entry: Entry, stamp: string, now: number): KeptBody | undefined {
    const isFresh = entry.until > now && entry.stamp === stamp;
    if (entries.get(address) !== entry) return isFresh ? entry.body : undefined; // another came while it was asked
    if (!isFresh) {
      drop(address);
      return undefined;
    }
    entries.delete(address); // a Map keeps the order of insertion: put last what was used last
    entries.set(address, entry);
    return entry.body;
  }

  return {
    find(address, now) {
      const entry = entries.get(address);
      if (!entry) return undefined;
      const stamp = store.stamp(entry.keys);
      return typeof stamp === "string"
        ? checked(address, entry, stamp, now)
        : stamp.then((asked) => checked(address, entry, asked, now));
    },
    stamp: async (keys) => store.stamp(keys),
    keep(address, keys, stamp, until, body) {
      if (!isWanted(address)) return;
      drop(address);
      const size = 2.5 * body.slotted.texts.reduce((total, text) => total + text.length, 500); // for nobody once more, and squeezed
      entries.set(address, { body, keys, stamp, until, bytes: size });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
