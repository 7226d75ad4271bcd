import { paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "./desk.tsx";

type Choice = { readonly value: string; readonly label: string };

export type AuditRow = {
  readonly id: string;
  /** ISO, in UTC. */
  readonly at: string;
  readonly who: string;
  readonly act: string;
  readonly subject: string;
  readonly result: string;
  readonly address: string;
  readonly detail: string;
};

export type AuditPageProps = {
  readonly desk: DeskProps;
  readonly lines: readonly AuditRow[];
  readonly staff: readonly Choice[];
  readonly typed: Readonly<Record<"who" | "result" | "q" | "from" | "to", string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly older: string | undefined;
  readonly file: string;
};

/** Who did what, when and from where, newest first. */
export function AuditPage(props: AuditPageProps) {
  const { desk, lines, errors, older, file } = props;
  return (
    <Desk {...desk}>
      <ErrorSummary errors={errors} />
      <div class="head">
        <h1>Audit log</h1>
        <span class="soft">Times are UTC. Nothing here can be changed.</span>
        {desk.may("audit.export") ? (
          <div class="push row">
            <a class="button quiet" href={file} download="">
              <Icon name="download" />
              Save as CSV
            </a>
          </div>
        ) : null}
      </div>
      <section class="panel" aria-label="Audit log">
        <Filter {...props} />
        {lines.length === 0 ? (
          <div class="pad">
            <p>Nothing like that was written down.</p>
          </div>
        ) : (
          <div class="scroll" tabindex="0" role="group" aria-label="Audit log, scrolls sideways on a narrow screen">
            <table class="table slips worded">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col">Result</th>
                  <th scope="col">From</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line {...line} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <p class="row">{older ? <a href={older}>Older</a> : null}</p>
    </Desk>
  );
}

function Line({ at, who, act, subject, result, address, detail }: AuditRow) {
  return (
    <tr>
      <td class="aside">
        <time datetime={at} safe>{`${at.slice(0, 10)} ${at.slice(11, 19)}`}</time>
      </td>
      <td data-label="Who" safe>
        {who}
      </td>
      <th scope="row">
        <span safe>{subject === "" ? act : `${act}: ${subject}`}</span>
        {detail === "" ? null : <small safe>{detail}</small>}
      </th>
      <td data-label="Result">
        <span class={`status ${result === "denied" ? "bad" : "ok"}`} safe>
          {result}
        </span>
      </td>
      <td data-label="From" safe>
        {address}
      </td>
    </tr>
  );
}

const kinds: readonly Choice[] = [
  { value: "", label: "Everybody" },
  { value: "staff", label: "All of the staff" },
  { value: "customer", label: "Customers" },
  { value: "guest", label: "Guests" },
  { value: "command", label: "The command line" },
];
const results: readonly Choice[] = [
  { value: "", label: "Done and denied" },
  { value: "done", label: "Done" },
  { value: "denied", label: "Denied" },
];

function Filter({ typed, staff, errors }: AuditPageProps) {
  return (
    <form class="filters" action={paths.adminAudit}>
      <Field name="who" label="Who" value={typed.who} options={[...kinds, ...staff]} />
      <Field name="result" label="Result" value={typed.result} options={results} />
      <Field name="from" label="From day" value={typed.from} short error={errors["from"]} />
      <Field name="to" label="To day" value={typed.to} short error={errors["to"]} />
      <Field name="q" id="audit-q" label="What, about what, from where" type="search" value={typed.q} maxlength={200} />
      <div>
        <button class="button quiet">Show</button>
      </div>
    </form>
  );
}
