import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { StoreUnavailable } from "#db/faults.ts";
import type { Deps } from "../../../deps.ts";
import { acts, Refused, type Act, type Ended } from "./acts.ts";
import { keepBeat } from "./beat.ts";
import { jobFile, silence, type ImportJob } from "./job.ts";
import { claim, endUnheld, loadWorking, noteJob } from "./store.ts";

export type Worker = Pick<Deps, "store" | "config" | "log" | "now" | "newId"> & {
  /** A name for this process, which no other has. */
  readonly holder: string;
};

/**
 * Does what is to be done with the file that was sent at the desk, if there is one and nobody else does it; to be called
 * again and again. Cut off, by `signal` or a power cut, it is gone on with by the next call, wherever that is. Answers
 * whether there was something to do.
 */
export async function workOnImports(worker: Worker, signal?: AbortSignal): Promise<boolean> {
  const { store, config, now, holder } = worker;
  const job = await loadWorking(store.read);
  if (!job) return false;
  const stale = new Date(now().getTime() - silence);
  const isHere = job.state === "undoing" || existsSync(jobFile(config.dataFolder, job.id));
  if (!isHere) {
    if (job.cancelAsked) await store.write((tx) => endUnheld(tx, job.id, { now: now(), stale }));
    return false; // another node has it
  }
  const isOurs = await store.write((tx) => claim(tx, { id: job.id, holder, now: now(), stale }));
  if (!isOurs) return false;
  await workOn(worker, job, signal);
  return true;
}

async function workOn(worker: Worker, job: ImportJob, signal: AbortSignal | undefined): Promise<void> {
  const beat = keepBeat(worker, job, signal);
  const save = (change: Partial<ImportJob>) =>
    worker.store.write((tx) => noteJob(tx, { id: job.id, holder: worker.holder }, change));
  try {
    const ended = await acts[job.state as Act](worker, job, beat);
    await beat.stop();
    await save({ ...ended, ...over(worker) });
  } catch (cause) {
    await beat.stop();
    if (beat.isCanceled()) {
      await save({ state: "canceled", ...over(worker) });
      await rm(jobFile(worker.config.dataFolder, job.id), { force: true }); // it was only looked at
    } else if (cause instanceof Refused) await save({ ...failed(cause.message), ...over(worker) });
    else if (beat.signal.aborted || cause instanceof StoreUnavailable) await letGo(worker, job);
    else {
      worker.log.error({ job: job.id, err: cause }, "a product file could not be worked on");
      await save({ ...failed("Something in the file was too much for the shop; its log says more."), ...over(worker) });
    }
  }
}

const failed = (trouble: string): Ended => ({ state: "failed", trouble });
const over = ({ now }: Worker) => ({ turn: null, holder: "", cancelAsked: false, endedAt: now() });

/** To be gone on with, by this process or the next. */
async function letGo({ store, holder }: Worker, { id }: ImportJob): Promise<void> {
  await store.write((tx) => noteJob(tx, { id, holder }, { holder: "" })).catch(() => {}); // it is noticed by the silence
}
