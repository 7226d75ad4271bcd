import { isPostgres } from "#db/dialect.ts";
import type { Store, Tx } from "#db/open.ts";

/** A process that serves the shop and finds the file taken asks again this often; see db/group-commit.ts. */
const gapForOthers = isPostgres ? 0 : 80;
const gapAlone = isPostgres ? 0 : 10;
/** How long a write may hold up the shop's own, when the machine is fast enough. */
const longest = 180;
const [least, most] = [80, 300];

/**
 * Writes that let others in between: after each, the file is left free for as long as a waiting process may need to
 * notice, and where writes take long, the next ones are made smaller.
 */
export function writesInTurns(store: Store, shared: boolean) {
  const gap = shared ? gapForOthers : gapAlone;
  let free = Number.NEGATIVE_INFINITY;
  let size = 200;
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
