import { link, paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "../desk.tsx";
import { PreviewBefore } from "./preview.tsx";
import {
  holds,
  JobFigures,
  JobProgress,
  JobStatus,
  JobTroubles,
  stateWords,
  type JobShown,
  type TroubleRow,
} from "./job-parts.tsx";

type PartProps = { readonly job: JobShown; readonly troubles: readonly TroubleRow[] };

/** A product file that was sent: what the shop says of it, and what can be done with it. */
export function ImportJobPage({ desk, job, troubles }: PartProps & { readonly desk: DeskProps }) {
  return (
    <Desk {...desk} searchIn={paths.adminProducts} refreshes={job.working} scripts={["import-preview.js"]}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminProducts}>Products</a> / <a href={paths.adminImport}>Import products</a>
        </p>
        <h1 safe>{job.file}</h1>
        <span class="soft" safe>{`${job.size}, sent ${job.when}`}</span>
      </div>
      <ImportJobPart job={job} troubles={troubles} />
      <PreviewBefore bytes={job.bytes} />
    </Desk>
  );
}

/** All that changes while it is worked on. `spoken`: said to who does not see it, where it has come to an end. */
export function ImportJobPart({ job, troubles, spoken = false }: PartProps & { readonly spoken?: boolean }) {
  const polling = job.working
    ? ({
        "hx-get": link(paths.adminImportJob, { id: job.id }),
        "hx-trigger": "every 1s",
        "hx-target": "#import-job",
        "hx-swap": "outerHTML",
        "data-quiet": "",
      } as const)
    : {};
  return (
    <>
      <div id="import-job" class="stacked" data-state={job.state} {...polling}>
        <section class="panel" aria-labelledby="job-h">
          <div class="bar">
            <h2 id="job-h" tabindex="-1">
              What the shop says
            </h2>
            <JobStatus state={job.state} />
          </div>
          <Body job={job} />
        </section>
        <JobTroubles job={job} troubles={troubles} />
      </div>
      {spoken && !job.working ? (
        <hx-partial hx-target="#live" hx-swap="innerHTML">
          <span safe>{`${job.file}: ${stateWords(job.state)}.`}</span>
        </hx-partial>
      ) : null}
    </>
  );
}

function Body({ job }: { readonly job: JobShown }) {
  if (job.working) return <JobProgress job={job} />;
  const hasFigures = job.counts["products"] !== undefined || job.state === "undone";
  return (
    <>
      {hasFigures ? <JobFigures job={job} /> : null}
      <div class="pad">
        {job.trouble === "" ? null : (
          <p class="error" safe>
            {job.trouble}
          </p>
        )}
        {hasFigures && job.state !== "undone" ? <p safe>{holds(job)}</p> : null}
        <p class="soft" safe>
          {said[job.state] ?? ""}
        </p>
        {job.isBack ? <p class="soft">It was taken back by the command since.</p> : null}
        {job.isLater ? <p class="soft">A later import stands on this one: take that back first.</p> : null}
        <Acts job={job} />
      </div>
    </>
  );
}

const said: Readonly<Record<string, string>> = {
  checked: "So far nothing is changed. Import it, or put it away; after a day it is put away by itself.",
  done: "Pictures at an address are fetched in the background, while the shop goes on.",
  canceled: "Products that were in by then are in the shop, each of them whole.",
  undone: "What was sold meanwhile stays sold.",
  failed: "Nothing more was done with it.",
};

function Acts({ job }: { readonly job: JobShown }) {
  const { id, state } = job;
  if (!job.mayStart && !job.mayUndo) return null;
  return (
    <div class="row">
      {job.mayStart ? (
        <form method="post" action={link(paths.adminImportStart, { id })}>
          <button class="button">{state === "checked" ? "Import" : "Go on with it"}</button>
        </form>
      ) : null}
      {state === "checked" ? (
        <form method="post" action={link(paths.adminImportCancel, { id })}>
          <button class="button quiet">Put it away</button>
        </form>
      ) : null}
      {job.mayUndo ? (
        <form method="post" action={link(paths.adminImportUndo, { id })}>
          <button class="button quiet">Undo this import</button>
        </form>
      ) : null}
    </div>
  );
}
