import type { ImportJob } from "./job.ts";
import { beat } from "./store.ts";
import type { Worker } from "./work.ts";

const every = 1000;

export type Beat = {
  /** Aborted when the shop closes, or the job is another's by now. */
  readonly signal: AbortSignal;
  /** Whether somebody has asked to end it. */
  isCanceled(): boolean;
  progress(done: number, total: number, row: number): void;
  /** To be called before the last word is saved. */
  stop(): Promise<void>;
};

/** Says every second, to whoever looks from whichever node, that a job goes on and how far it is; and hears whether to end it. */
export function keepBeat({ store, now, holder, log }: Worker, { id }: ImportJob, outer: AbortSignal | undefined): Beat {
  const lost = new AbortController();
  let progress = { done: 0, total: 0, row: 0 };
  let canceled = false;
  let running: Promise<void> = Promise.resolve();
  let isIdle = true;

  async function say(): Promise<void> {
    try {
      const heard = await store.write((tx) => beat(tx, { id, holder }, { ...progress, beatAt: now() }));
      if (!heard) lost.abort(new Error("another process goes on with it"));
      canceled ||= heard?.cancelAsked ?? false;
    } catch (err) {
      log.warn({ job: id, err }, "how far an import is could not be noted"); // the next one is
    } finally {
      isIdle = true;
    }
  }
  const timer = setInterval(() => {
    if (!isIdle) return;
    isIdle = false;
    running = say();
  }, every);

  return {
    signal: outer ? AbortSignal.any([outer, lost.signal]) : lost.signal,
    isCanceled: () => canceled,
    progress: (done, total, row) => void (progress = { done, total, row }),
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
