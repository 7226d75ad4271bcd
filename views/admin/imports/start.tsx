import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { describedBy, Field, FieldError } from "#views/ui/field.tsx";
import { Desk, type DeskProps } from "../desk.tsx";
import { FormatsHelp } from "./formats.tsx";
import { JobStatus, type JobLine } from "./job-parts.tsx";
import { ImportPreview } from "./preview.tsx";

export type ImportStartProps = {
  readonly desk: DeskProps;
  /** The newest first. */
  readonly jobs: readonly JobLine[];
  /** The one that something is being done with. */
  readonly working: string | undefined;
  readonly currency: string;
  readonly mostMebibytes: number;
  /** Why the file was not taken. */
  readonly error: string | undefined;
};

const forms = [
  { value: "", label: "Tell by its first row" },
  { value: "shopify", label: "Shopify" },
  { value: "woocommerce", label: "WooCommerce" },
  { value: "pushcart", label: "Pushcart" },
];

/** Where a product file is sent, and what became of the ones before. */
export function ImportStartPage(props: ImportStartProps) {
  const { desk, working, error } = props;
  return (
    <Desk {...desk} searchIn={paths.adminProducts} scripts={["import-preview.js"]}>
      <ErrorSummary errors={error === undefined ? {} : { file: error }} />
      <div class="head">
        <p class="crumb">
          <a href={paths.adminProducts}>Products</a>
        </p>
        <h1>Import products</h1>
        <div class="push row">
          <a class="button quiet" href={paths.adminImportTemplate} download="">
            An example to fill in
          </a>
        </div>
      </div>
      {working === undefined ? null : (
        <p class="notice">
          <span>
            A file is being worked on. <a href={link(paths.adminImportJob, { id: working })}>See how far it is</a>
          </span>
        </p>
      )}
      <SendForm {...props} />
      <ImportPreview assets={desk.assets} currency={props.currency} />
      <Earlier {...props} />
      <FormatsHelp currency={props.currency} />
    </Desk>
  );
}

function SendForm({ mostMebibytes, error }: ImportStartProps) {
  const hint = `CSV, up to ${mostMebibytes} MiB, also packed by gzip. It is checked first: nothing is changed before you say so.`;
  return (
    <section class="panel" aria-labelledby="send-h">
      <div class="bar">
        <h2 id="send-h">Send a file</h2>
      </div>
      <div class="pad">
        <form class="stacked" id="send-file" method="post" action={paths.adminImport} enctype="multipart/form-data">
          <div class="field">
            <label for="file">The file</label>
            <p class="hint" id="file-hint" safe>
              {hint}
            </p>
            <FieldError id="file" error={error} />
            <input
              class="input"
              id="file"
              name="file"
              type="file"
              required
              accept=".csv,.tsv,.txt,.gz,text/csv,text/plain"
              aria-invalid={error ? "true" : undefined}
              aria-describedby={describedBy("file", hint, error)}
            />
          </div>
          <Field name="form" label="Where it comes from" options={forms} />
          <p>
            <button class="button">Send and check it</button>
          </p>
        </form>
      </div>
    </section>
  );
}

function Earlier({ jobs }: ImportStartProps) {
  if (jobs.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="earlier-h">
      <div class="bar">
        <h2 id="earlier-h">Files before</h2>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="Files before, scrolls sideways on a narrow screen">
        <table class="table slips">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">File</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr>
                <td class="aside" safe>
                  {job.when}
                </td>
                <th scope="row" class="grow">
                  <a href={link(paths.adminImportJob, { id: job.id })} safe>
                    {job.file}
                  </a>
                </th>
                <td>
                  <JobStatus state={job.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
