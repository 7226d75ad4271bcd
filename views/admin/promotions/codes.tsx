import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Icon } from "#views/ui/icon.tsx";

export type CodeRow = { readonly key: string; readonly used: string; readonly orders: string };

export type FormState = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

export type CodesProps = {
  readonly promotionId: string;
  /** "500 codes, 480 of them free". */
  readonly words: string;
  readonly rows: readonly CodeRow[];
  readonly next: string | undefined;
  readonly mayEdit: boolean;
  readonly form?: FormState | undefined;
};

/** The codes of a promotion with their use, a file of them, and a form that makes more. */
export function Codes({ promotionId, words, rows, next, mayEdit, form }: CodesProps) {
  return (
    <section class="panel" id="codes" aria-labelledby="codes-h">
      <div class="bar">
        <h2 id="codes-h" safe>
          {words}
        </h2>
        {rows.length === 0 ? null : (
          <a class="button quiet" href={link(paths.adminPromotionCodesFile, { id: promotionId })} download="">
            <Icon name="download" />
            Save codes as CSV
          </a>
        )}
      </div>
      {rows.length === 0 ? null : <CodeTable rows={rows} />}
      {next ? (
        <div class="pad">
          <p>
            <a href={next}>More codes</a>
          </p>
        </div>
      ) : null}
      {mayEdit ? <MakeCodes promotionId={promotionId} form={form} /> : null}
    </section>
  );
}

function CodeTable({ rows }: Pick<CodesProps, "rows">) {
  return (
    <div class="scroll" tabindex="0" role="group" aria-label="Codes, scrolls sideways on a narrow screen">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Used</th>
            <th scope="col">Orders</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <code safe>{row.key}</code>
              </th>
              <td safe>{row.used}</td>
              <td class="grow" safe>
                {row.orders}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MakeCodes({ promotionId, form }: Pick<CodesProps, "promotionId" | "form">) {
  const { typed = {}, errors = {} } = form ?? {};
  return (
    <form class="pad" method="post" action={link(paths.adminPromotionCodes, { id: promotionId })}>
      <h3>Make codes</h3>
      <ErrorSummary errors={errors} />
      <div class="fields">
        <Field
          name="count"
          label="How many"
          value={typed["count"] ?? ""}
          error={errors["count"]}
          inputmode="numeric"
          autocomplete="off"
          maxlength={9}
        />
        <Field
          name="prefix"
          label="Begins with"
          hint="May be left out"
          value={typed["prefix"] ?? ""}
          error={errors["prefix"]}
          autocomplete="off"
          maxlength={20}
        />
        <Field
          name="perCode"
          label="Orders for each"
          hint="Left out: one"
          value={typed["perCode"] ?? ""}
          error={errors["perCode"]}
          inputmode="numeric"
          autocomplete="off"
          maxlength={9}
        />
      </div>
      <p class="row">
        <button class="button quiet">Make codes</button>
      </p>
    </form>
  );
}
