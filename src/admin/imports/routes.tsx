import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { Elysia } from "elysia";
import { isDuplicate } from "#db/faults.ts";
import { audit } from "../../accounts/store.ts";
import { isWorking, jobFile, type ImportJob, type JobState } from "../../catalog/import/jobs/job.ts";
import * as jobs from "../../catalog/import/jobs/store.ts";
import type { Form } from "../../catalog/import/product.ts";
import { isUndone, lastRun } from "../../catalog/import/runs-store.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { ShopError } from "../../web/shop-error.ts";
import { ImportJobPage, ImportJobPart } from "#views/admin/imports/job.tsx";
import { ImportStartPage } from "#views/admin/imports/start.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { templateFile, troublesFile } from "./files.ts";
import { jobLine, shownJob } from "./shown.ts";
import { mostMebibytes, takeFile } from "./take-file.ts";

const shownTroubles = 50;
const forms: readonly Form[] = ["shopify", "woocommerce", "pushcart"];
const gone = () => new ShopError("not_found", "There is no such file.");
const taken = () => new ShopError("conflict", "Another file is being worked on. Wait until that is done.");

/** Product files: sent, checked, taken in and taken back. All of it is for those who may do so; nobody else sees how. */
export function importDeskRoutes(deps: Deps) {
  const { store, config, now, newId } = deps;
  const isHere = ({ id }: Pick<ImportJob, "id">) => existsSync(jobFile(config.dataFolder, id));

  return new Elysia({ name: "admin-imports" })
    .use(staffScreens(deps, "products.import"))
    .derive(({ screen, desk, staff, facts, seeOther }) => ({
      async startPage(refused?: { readonly message: string; readonly status: number }): Promise<Response> {
        const [shop, found, working] = await Promise.all([
          deps.shop.read(),
          jobs.listJobs(store.read, 10),
          jobs.loadWorking(store.read),
        ]);
        const look = { now: now(), shop };
        const props = {
          desk: await desk("Import products"),
          jobs: found.map((job) => jobLine(job, look)),
          working: working?.id,
          currency: shop.currency,
          mostMebibytes,
          error: refused?.message,
        };
        return screen({ status: refused?.status ?? 200, page: () => <ImportStartPage {...props} /> });
      },

      /** Lets something be done with a file, writes down who wanted it, and shows how it goes. */
      async begin(id: string, to: JobState, from: readonly JobState[], act: string): Promise<Response> {
        const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act, subject: `import:${id}` };
        try {
          const begun = await store.write(async (tx) => {
            const done = await jobs.beginAct(tx, { id, from, to, now: now() });
            if (done) await audit(tx, { ...line, address: facts.address });
            return done;
          });
          if (!begun) throw taken();
        } catch (cause) {
          throw isDuplicate(cause) ? taken() : cause;
        }
        return seeOther(link(paths.adminImportJob, { id }));
      },
    }))

    .get(paths.adminImport, ({ startPage }) => startPage())
    .get(paths.adminImportTemplate, () => templateFile())

    .post(
      paths.adminImport,
      async ({ startPage, seeOther, request, staff, facts }) => {
        await deps.limits.count("uploads", staff.id);
        facts.takeTime(120);
        const sent = await takeFile(deps, request);
        if (!sent.ok) return startPage({ message: sent.message, status: 422 });
        const { id, file, bytes, fields } = sent;
        const form = forms.find((each) => each === fields["form"]) ?? "";
        const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "send product file" };
        const saved = await store
          .write(async (tx) => {
            const made = await jobs.insertJob(tx, { id, file, bytes, form, who: staff.id }, now());
            if (made)
              await audit(tx, { ...line, subject: `import:${id}`, address: facts.address, detail: { file, bytes } });
            return made;
          })
          .catch(async (cause: unknown) => {
            await rm(jobFile(config.dataFolder, id), { force: true });
            throw cause;
          });
        if (saved) return seeOther(link(paths.adminImportJob, { id }));
        await rm(jobFile(config.dataFolder, id), { force: true });
        return startPage({ message: taken().message, status: 409 });
      },
      { parse: "none" },
    )

    .get(paths.adminImportJob, async ({ screen, desk, params, partial }) => {
      const [job, run, shop] = await Promise.all([
        jobs.loadJob(store.read, params.id),
        lastRun(store.read),
        deps.shop.read(),
      ]);
      if (!job) throw gone();
      const troubles = isWorking(job) ? [] : await jobs.listTroubles(store.read, job.id, 0, shownTroubles);
      const isNewest = run !== undefined && run.id === job.runId;
      const isBack = !isNewest && job.runId !== "" && (await isUndone(store.read, job.runId));
      const shown = shownJob(job, { now: now(), shop, isNewest, isBack, isHere: isHere(job) });
      if (partial)
        return screen({ page: () => <></>, part: () => <ImportJobPart job={shown} troubles={troubles} spoken /> });
      const frame = await desk(`Import of ${job.file}`);
      return screen({ page: () => <ImportJobPage desk={frame} job={shown} troubles={troubles} /> });
    })

    .get(paths.adminImportErrors, async ({ params }) => {
      const job = await jobs.loadJob(store.read, params.id);
      if (!job) throw gone();
      return troublesFile(store.read, job.id);
    })

    .post(paths.adminImportStart, async ({ begin, params }) => {
      const [job, run] = await Promise.all([jobs.loadJob(store.read, params.id), lastRun(store.read)]);
      if (!job) throw gone();
      if (job.runId !== "" && run?.id !== job.runId)
        throw new ShopError("conflict", "Another import came after this one. Send the file again.");
      if (!isHere(job)) throw new ShopError("gone", "The file is not kept any more. Send it again.");
      const from: readonly JobState[] = job.runId === "" ? ["checked"] : ["canceled", "failed"];
      return begin(job.id, "importing", from, "import products");
    })

    .post(paths.adminImportUndo, async ({ begin, params }) => {
      const [job, run] = await Promise.all([jobs.loadJob(store.read, params.id), lastRun(store.read)]);
      if (!job) throw gone();
      if (job.runId === "" || run?.id !== job.runId)
        throw new ShopError("conflict", "Only the newest import can be taken back, and only once.");
      return begin(job.id, "undoing", ["done", "canceled", "failed"], "take import back");
    })

    .post(paths.adminImportCancel, async ({ seeOther, params, staff, facts }) => {
      const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "cancel import", address: facts.address };
      const { id } = params;
      const done = await store.write(async (tx) => {
        const asked = (await jobs.askToCancel(tx, id)) || (await jobs.dropChecked(tx, id, now()));
        if (asked) await audit(tx, { ...line, subject: `import:${id}` });
        return asked;
      });
      if (!done) throw new ShopError("conflict", "There is nothing to cancel: it is done already.");
      const job = await jobs.loadJob(store.read, id);
      if (job && !isWorking(job) && job.runId === "") await rm(jobFile(config.dataFolder, id), { force: true });
      return seeOther(link(paths.adminImportJob, { id }));
    });
}
