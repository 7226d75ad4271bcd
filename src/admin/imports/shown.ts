import { isWorking, type ImportJob } from "../../catalog/import/jobs/job.ts";
import type { Form } from "../../catalog/import/product.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import type { JobLine, JobShown } from "#views/admin/imports/job-parts.tsx";
import { deskMoment } from "../when.ts";

const formNames: Readonly<Record<Form, string>> = {
  shopify: "Shopify",
  woocommerce: "WooCommerce",
  pushcart: "Pushcart",
};
const formName = (form: Form | "") => (form === "" ? "" : formNames[form]);

const count = (number: number) => number.toLocaleString("en-US");
export const sizeOf = (bytes: number): string =>
  bytes < 1 << 10
    ? `${bytes} bytes`
    : bytes < 1 << 20
      ? `${count(Math.ceil(bytes / 1024))} KiB`
      : `${(bytes / 1048576).toPrecision(3)} MiB`;

type Look = { readonly now: Date; readonly shop: ShopSettings };

export function jobLine(job: ImportJob, { now, shop }: Look): JobLine {
  const { id, file, state } = job;
  return { id, file, state, size: sizeOf(job.bytes), when: deskMoment(job.createdAt, now, shop) };
}

/** One file as its page shows it: all of it in words already. */
export function shownJob(
  job: ImportJob,
  look: Look & { readonly isNewest: boolean; readonly isBack: boolean; readonly isHere: boolean },
): JobShown {
  const { state, counts, troubles, trouble, runId } = job;
  const mayGoOn =
    state === "checked" || ((state === "canceled" || state === "failed") && runId !== "" && look.isNewest);
  return {
    ...jobLine(job, look),
    bytes: job.bytes,
    form: formName(job.form),
    trouble,
    troubles,
    counts,
    working: isWorking(job),
    canceling: job.cancelAsked && isWorking(job),
    progress: isWorking(job) ? progressOf(job, look.now) : undefined,
    ended: job.endedAt ? deskMoment(job.endedAt, look.now, look.shop) : undefined,
    mayStart: mayGoOn && look.isHere,
    mayUndo: !isWorking(job) && state !== "undone" && runId !== "" && look.isNewest,
    isLater: !isWorking(job) && state !== "undone" && runId !== "" && !look.isNewest && !look.isBack,
    isBack: look.isBack && state !== "undone",
  };
}

/** How far it is, how fast, and about how long it takes yet. */
function progressOf(
  { state, done, total, row, startedAt, holder }: ImportJob,
  now: Date,
): NonNullable<JobShown["progress"]> {
  if (total === 0) return { done, total, words: holder === "" ? "It is about to begin." : "Reading the file ..." };
  const seconds = Math.max(0, now.getTime() - startedAt.getTime()) / 1000;
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [`${count(done)} of ${count(total)} products`];
  if (row > 0 && state !== "undoing") parts.push(`row ${count(row)}`);
  if (rate >= 1) parts.push(`${count(Math.round(rate))} a second`);
  if (rate > 0 && done < total) parts.push(`${lastsInWords((total - done) / rate)} left`);
  return { done, total, words: `${parts.join(", ")}.` };
}

function lastsInWords(seconds: number): string {
  if (seconds < 2) return "a moment";
  if (seconds < 90) return `about ${Math.ceil(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}
