import { rm } from "node:fs/promises";
import { loadShop } from "../../../settings/store.ts";
import { importCatalog, type ImportOptions, type ImportReport } from "../import-catalog.ts";
import { takePicturesBeside } from "../pictures-beside.ts";
import type { Trouble } from "../product.ts";
import { UnknownForm } from "../read-products.ts";
import { countChanges } from "../runs-store.ts";
import { removePictures, shopPictures } from "../shop-pictures.ts";
import { UnreadableFile } from "../source.ts";
import { undoImport } from "../undo.ts";
import type { Beat } from "./beat.ts";
import { jobFile, type ImportJob } from "./job.ts";
import { sentFile } from "./sent-file.ts";
import { forgetTroubles, keepTroubles, noteJob } from "./store.ts";
import type { Worker } from "./work.ts";

export type Ended = Partial<ImportJob> & Pick<ImportJob, "state">;
/** It cannot be done, for a reason that people may read. */
export class Refused extends Error {}

type Do = (worker: Worker, job: ImportJob, beat: Beat) => Promise<Ended>;
export type Act = "checking" | "importing" | "undoing";

/** What is done with a file, by the state that says so; each answers how it then stands. */
export const acts: Readonly<Record<Act, Do>> = {
  async checking(worker, job, beat) {
    const report = await read(worker, job, beat, { dryRun: true });
    await saveTroubles(worker, job, report.errors);
    return { state: "checked", form: report.form, counts: countsOf(report), ...end(report) };
  },

  async importing(worker, job, beat) {
    const runId = job.runId || worker.newId();
    if (job.runId === "")
      await worker.store.write((tx) => noteJob(tx, { id: job.id, holder: worker.holder }, { runId }));
    const enough = () => {
      beat.signal.throwIfAborted();
      return beat.isCanceled();
    };
    const report = await read(worker, job, beat, { runId, pace: "within", enough });
    const { missing } = await takePicturesBeside(worker.store, "", worker.config.dataFolder);
    const unseen = missing.flatMap(({ name, reason }): Trouble[] => {
      const row = report.beside.get(name);
      return row === undefined
        ? []
        : [{ row, column: "picture", reason: `"${name.slice(0, 80)}": ${reason}`, leftOut: false }];
    });
    await saveTroubles(worker, job, [...report.errors, ...unseen]);
    const { made, changed } = await countChanges(worker.store.read, runId);
    const counts = {
      ...countsOf(report),
      created: made,
      updated: changed,
      unchanged: report.products - made - changed,
    };
    const changedAnything = report.runId !== undefined;
    if (!report.stopped || !changedAnything) await rm(jobFile(worker.config.dataFolder, job.id), { force: true });
    return {
      ...{ state: report.stopped ? "canceled" : "done", runId: changedAnything ? runId : "", counts },
      ...end({ troubles: report.troubles + unseen.length, products: report.products }),
    };
  },

  async undoing(worker, job, beat) {
    const before = await countChanges(worker.store.read, job.runId);
    const [removed = before.made, restored = before.changed] = [job.counts["removed"], job.counts["restored"]];
    const counts = { ...job.counts, removed, restored };
    await worker.store.write((tx) => noteJob(tx, { id: job.id, holder: worker.holder }, { counts }));
    const total = removed + restored;
    let done = total - before.made - before.changed;
    const report = await undoImport(worker, {
      runId: job.runId,
      together: 20,
      signal: beat.signal,
      onProgress: (more) => beat.progress((done += more), total, 0),
    });
    if (!report) throw new Refused("A later import stands on this one. Take that back first.");
    await removePictures(worker.config.dataFolder, report.pictures);
    await rm(jobFile(worker.config.dataFolder, job.id), { force: true });
    return { state: "undone", counts, done: total, total };
  },
};

async function read(worker: Worker, job: ImportJob, beat: Beat, more: Partial<ImportOptions>): Promise<ImportReport> {
  const { dataFolder } = worker.config;
  const isOver = () => more.dryRun === true && beat.isCanceled();
  try {
    const source = await sentFile(jobFile(dataFolder, job.id), job.file, { signal: beat.signal, isOver });
    return await importCatalog(worker, source, {
      currency: (await loadShop(worker.store.read)).currency,
      from: job.form || undefined,
      hasPicture: shopPictures(dataFolder),
      onProgress: beat.progress,
      pace: "within",
      ...more,
    });
  } catch (cause) {
    if (cause instanceof UnknownForm)
      throw new Refused(`${cause.message}. Save it as CSV with its header, or say what it is.`);
    if (cause instanceof UnreadableFile)
      throw new Refused("The file is packed, but broken. Pack it again, or send it as it is.");
    throw cause;
  }
}

const countsOf = ({ products, variants, images, collections, created, updated, unchanged, skipped }: ImportReport) => ({
  ...{ products, variants, images, collections, created, updated, unchanged, skipped },
});

const end = ({ troubles, products }: Pick<ImportReport, "troubles" | "products">) => ({
  ...{ troubles, done: products, total: products },
});

/** Of more than these nobody reads; their number is told all the same. */
const mostTroubles = 20_000;
const together = 500;

async function saveTroubles({ store }: Worker, { id }: ImportJob, troubles: readonly Trouble[]): Promise<void> {
  await store.write((tx) => forgetTroubles(tx, id));
  for (let first = 0; first < Math.min(troubles.length, mostTroubles); first += together) {
    const some = troubles.slice(first, Math.min(first + together, mostTroubles));
    await store.write((tx) => keepTroubles(tx, id, first + 1, some));
    await Bun.sleep(0);
  }
}
