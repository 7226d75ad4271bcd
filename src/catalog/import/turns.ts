import { isPostgres } from "#db/dialect.ts";
import type { Store, Tx } from "#db/open.ts";

/** What goes on meanwhile: nothing; another process serves the shop; or this one does, and must answer in between. */
export type Pace = "alone" | "beside" | "within";

/**
 * The pause between two writes, how long one may take where the machine is fast enough (both in milliseconds), and how
 * many products it holds: first, at least and at most. A process that serves the shop and finds the file taken asks again
 * every 75 ms (see db/group-commit.ts); in the same one, nothing else is done while SQLite works.
 */
const paces = {
  alone: { gap: isPostgres ? 0 : 10, longest: 180, first: 200, least: 80, most: 300 },
  beside: { gap: isPostgres ? 0 : 80, longest: 180, first: 200, least: 80, most: 300 },
  within: { gap: isPostgres ? 5 : 20, longest: 40, first: 20, least: 5, most: 60 },
} as const satisfies Readonly<Record<Pace, object>>;

/**
 * Writes that let others in between: after each, the file is left free for as long as a waiting process may need to
 * notice, and where writes take long, the next ones are made smaller.
 */
export function writesInTurns(store: Store, pace: Pace) {
  const { gap, longest, first, least, most } = paces[pace];
  let free = Number.NEGATIVE_INFINITY;
  let size: number = first;
  return {
    /** How many products the next write should take. */
    batchSize: () => size,

    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const rest = gap - (performance.now() - free);
      if (rest > 0) await Bun.sleep(rest);
      const began = performance.now();
      try {
        return await store.write(work);
      } finally {
        free = performance.now();
        if (free - began > longest) size = Math.max(least, Math.round(size * 0.7));
        else if (free - began < longest / 2) size = Math.min(most, Math.round(size * 1.3));
      }
    },
  };
}
