import { join } from "node:path";
import type { importJobs } from "#db/schema.ts";
import type { Form } from "../product.ts";

const jobStates = ["checking", "checked", "importing", "undoing", "done", "canceled", "undone", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** A product file that was sent at the desk, and what is being done with it. */
export type ImportJob = Omit<typeof importJobs.$inferSelect, "state" | "form"> & {
  readonly state: JobState;
  readonly form: Form | "";
};
export type NewJob = Pick<ImportJob, "id" | "file" | "bytes" | "form" | "who">;

/** Whether something is being done with it. */
export const isWorking = ({ state }: Pick<ImportJob, "state">) =>
  state === "checking" || state === "importing" || state === "undoing";

/** Where files lie that were sent: in the data folder, under names of our own. */
export const importFolder = (dataFolder: string): string => join(dataFolder, "imports");
export const jobFile = (dataFolder: string, id: string): string => join(importFolder(dataFolder), `${id}.csv`);

/** Milliseconds without a word after which a job is another's to go on with. */
export const silence = 10_000;
/** For so long a file is kept that was checked and nothing more: a day. */
export const keptFor = 86_400_000;
/** For so long it is told what became of a file: ninety days. */
export const toldFor = 90 * keptFor;
