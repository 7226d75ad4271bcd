import { sweepImports } from "../catalog/import/jobs/sweep.ts";
import { workOnImports } from "../catalog/import/jobs/work.ts";
import { fetchWaitingPictures } from "../catalog/import/pictures.ts";
import { sweepPictures } from "../catalog/uploads/sweep-pictures.ts";
import { sweepCarts } from "../cart/store.ts";
import { sweepSessions } from "../accounts/store.ts";
import { sweepAddresses } from "../addresses/store.ts";
import { sweepTries } from "../web/tries-store.ts";
import type { Deps } from "../deps.ts";
import { mailer } from "../mail/send.ts";
import { sweepLetters } from "../mail/store.ts";
import { tellWaiting } from "../news/tell-waiting.ts";
import { sweepAllNews } from "../news/sweep.ts";
import { expireOrders } from "../orders/expire-orders.ts";
import { settlePayments } from "../orders/settle-payments.ts";
import { sweepErased } from "../privacy/sweep-erased.ts";

type Job = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
};

/** What the shop does by itself, a while after the last time was done. A job that fails is logged and tried again. */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  const sendMail = mailer(deps);
  const importer = { ...deps, holder: deps.newId() };
  const closing = new AbortController();
  const jobs: readonly Job[] = [
    { name: "send letters", everySeconds: 3, run: () => sendMail() },
    { name: "tell who waits for goods", everySeconds: 3, run: () => tellWaiting(deps) },
    { name: "settle payments", everySeconds: 3, run: () => settlePayments(deps) },
    { name: "expire orders", everySeconds: 30, run: () => expireOrders(deps) },
    { name: "fetch pictures", everySeconds: 5, run: () => fetchWaitingPictures(deps) },
    { name: "sweep pictures", everySeconds: 3600, run: () => sweepPictures(deps) },
    { name: "take products in", everySeconds: 1, run: (signal) => workOnImports(importer, signal) },
    { name: "sweep imports", everySeconds: 3600, run: () => sweepImports(deps) },
    { name: "sweep sessions", everySeconds: 3600, run: () => deps.store.write((tx) => sweepSessions(tx, deps.now())) },
    { name: "sweep tries", everySeconds: 600, run: () => deps.store.write((tx) => sweepTries(tx, deps.now())) },
    { name: "sweep letters", everySeconds: 60, run: () => deps.store.write((tx) => sweepLetters(tx, deps.now())) },
    { name: "sweep after erasures", everySeconds: 600, run: () => sweepErased(deps) },
    { name: "sweep news", everySeconds: 3600, run: () => sweepAllNews(deps) },
    {
      name: "sweep addresses",
      everySeconds: 3600,
      run: () => deps.store.write((tx) => sweepAddresses(tx, deps.now())),
    },
    { name: "sweep carts", everySeconds: 3600, run: () => deps.store.write((tx) => sweepCarts(tx, deps.now())) },
  ];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  function plan(job: Job): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = attempt(job).then(() => {
        running.delete(run);
        plan(job);
      });
      running.add(run);
    }, job.everySeconds * 1000);
    timers.add(timer);
  }

  async function attempt(job: Job): Promise<void> {
    try {
      await job.run(closing.signal);
    } catch (error) {
      deps.log.error({ job: job.name, err: error }, "a job failed and is tried again");
    }
  }

  for (const job of jobs) plan(job);
  return {
    async stop() {
      stopped = true;
      closing.abort(new Error("the shop closes"));
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
