import { link, paths } from "#src/paths.ts";

export type JobLine = {
  readonly id: string;
  /** What its sender called it. */
  readonly file: string;
  readonly state: string;
  /** In words. */
  readonly size: string;
  readonly when: string;
};

export type JobShown = JobLine & {
  readonly bytes: number;
  /** "Shopify" and so on; "" while that is not known. */
  readonly form: string;
  /** Why it failed. */
  readonly trouble: string;
  /** How many rows have something wrong with them. */
  readonly troubles: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly working: boolean;
  readonly canceling: boolean;
  readonly progress: { readonly done: number; readonly total: number; readonly words: string } | undefined;
  readonly ended: string | undefined;
  readonly mayStart: boolean;
  readonly mayUndo: boolean;
  /** A later import stands on it. */
  readonly isLater: boolean;
  /** It was taken back by the command meanwhile. */
  readonly isBack: boolean;
};

export type TroubleRow = {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly leftOut: boolean;
};

const states: Readonly<Record<string, readonly [tone: string, words: string]>> = {
  checking: ["part", "Being checked"],
  checked: ["wait", "Checked, nothing changed yet"],
  importing: ["part", "Being taken in"],
  undoing: ["part", "Being taken back"],
  done: ["ok", "Done"],
  canceled: ["off", "Canceled"],
  undone: ["off", "Taken back"],
  failed: ["bad", "Failed"],
};

export const stateWords = (state: string) => states[state]?.[1] ?? state;

export function JobStatus({ state }: { readonly state: string }) {
  const [tone, words] = states[state] ?? ["off", state];
  return (
    <span class={`status ${tone}`} safe>
      {words}
    </span>
  );
}

const number = (count: number | undefined) => (count ?? 0).toLocaleString("en-US");

type Figure = readonly [name: string, words: string];
const would: readonly Figure[] = [
  ["created", "New"],
  ["updated", "Changed"],
  ["unchanged", "The same as before"],
  ["skipped", "Rows left out"],
];
const back: readonly Figure[] = [
  ["removed", "Taken out again"],
  ["restored", "As they were before"],
];

/** What came of it, or what would. */
export function JobFigures({ job }: { readonly job: JobShown }) {
  const shown = job.state === "undone" ? back : would;
  return (
    <dl class="figures">
      {shown.map(([name, words]) => (
        <div>
          <dt safe>{words}</dt>
          <dd safe>{number(job.counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const several = (count: number | undefined, one: string, many: string) =>
  count === 1 ? `one ${one}` : `${count ? number(count) : "no"} ${many}`;

/** What the file holds, in a sentence. */
export function holds({ form, counts: { products, variants, images } }: JobShown): string {
  const goods = several(products, "product", "products");
  const parts = `${several(variants, "kind", "kinds")}, ${several(images, "picture", "pictures")}`;
  return `${form === "" ? "The file" : `This file of ${form}`} holds ${goods}: ${parts}.`;
}

/** How far it is: moved by htmx every second, by the page itself without scripts. */
export function JobProgress({ job }: { readonly job: JobShown }) {
  const { done, total, words } = job.progress ?? { done: 0, total: 0, words: "" };
  return (
    <div class="pad">
      <p>
        {total > 0 ? (
          <progress aria-label={stateWords(job.state)} value={String(done)} max={String(total)}></progress>
        ) : (
          <progress aria-label={stateWords(job.state)}></progress>
        )}
      </p>
      <p class="row">
        <span safe>{words}</span>
        <span class="soft">You may close this page: it goes on.</span>
      </p>
      {job.state === "undoing" ? null : job.canceling ? (
        <p class="soft">It is being ended.</p>
      ) : (
        <form method="post" action={link(paths.adminImportCancel, { id: job.id })}>
          <button class="button quiet" id="cancel-import">
            Cancel
          </button>
        </form>
      )}
    </div>
  );
}

type TroublesProps = { readonly job: JobShown; readonly troubles: readonly TroubleRow[] };

/** What is wrong, row by row; all of it as a file. */
export function JobTroubles({ job, troubles }: TroublesProps) {
  if (job.troubles === 0) return null;
  const count = job.troubles === 1 ? "One thing" : `${number(job.troubles)} things`;
  return (
    <section class="panel" aria-labelledby="troubles-h">
      <div class="bar">
        <h2 id="troubles-h" safe>{`${count} to look at`}</h2>
        <a href={link(paths.adminImportErrors, { id: job.id })} download="">
          Save all as CSV
        </a>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="What is wrong, scrolls sideways on a narrow screen">
        <table class="table slips worded">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What came of it</th>
            </tr>
          </thead>
          <tbody>
            {troubles.map(({ row, column, reason, leftOut }) => (
              <tr>
                <th scope="row" safe>
                  {number(row)}
                </th>
                <td data-label="Column" safe>
                  {column}
                </td>
                <td data-label="What is wrong" safe>
                  {reason}
                </td>
                <td data-label="What came of it">{leftOut ? "Left out" : "Taken without it"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {job.troubles > troubles.length ? (
        <div class="pad">
          <p class="soft" safe>{`The first ${troubles.length} are shown. The file holds the others.`}</p>
        </div>
      ) : null}
    </section>
  );
}
