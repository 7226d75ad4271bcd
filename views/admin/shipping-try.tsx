import { paths } from "#src/paths.ts";
import type { Tried, Typed } from "#src/admin/shipping/try-parcel.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Ledger } from "#views/ui/ledger.tsx";

export type TryProps = {
  readonly typed: Typed;
  /** Undefined until something was asked. */
  readonly tried: Tried | undefined;
  readonly currency: string;
  readonly classes: readonly string[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly asksVat: boolean;
};

/** What a parcel would cost: asked by hand, answered by what reckons every order. */
export function Trial(props: TryProps) {
  const { typed, tried, currency, classes, countries, asksVat } = props;
  const errors = tried?.ok === false ? tried.errors : {};
  return (
    <section class="panel" id="trial" aria-labelledby="trial-h">
      <div class="bar">
        <h2 id="trial-h">What would it cost?</h2>
      </div>
      <div class="pad">
        <ErrorSummary errors={errors as Readonly<Record<string, string>>} />
        <form
          class="stacked"
          action={paths.adminShipping}
          hx-get={paths.adminShipping}
          hx-target="#trial"
          hx-swap="outerMorph"
          novalidate
        >
          <div class="fields">
            <Field
              name="goods"
              label={`Goods, ${currency}`}
              value={typed.goods}
              error={errors.goods}
              inputmode="decimal"
            />
            <Field name="weight" label="Weight, kg" value={typed.weight} error={errors.weight} inputmode="decimal" />
            <Field
              name="class"
              label="Tax class"
              value={typed.class ?? "standard"}
              options={classes.map((each) => ({ value: each, label: each }))}
            />
            <Field
              name="country"
              label="Country"
              value={typed.country}
              error={errors.country}
              options={countries.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Field name="postcode" label="Postcode" value={typed.postcode} error={errors.postcode} maxlength={16} />
            <Field name="city" label="Town" value={typed.city} error={errors.city} maxlength={100} />
            <Field name="region" label="Region" value={typed.region} error={errors.region} maxlength={100} />
            {asksVat ? (
              <Field name="vat" label="VAT number" value={typed.vat} error={errors.vat} maxlength={30} />
            ) : null}
          </div>
          <p>
            <button class="button">Work it out</button>
          </p>
        </form>
        {tried?.ok ? <Answer tried={tried} /> : null}
      </div>
    </section>
  );
}

export const TryPart = Trial;

function Answer({ tried }: { readonly tried: Extract<Tried, { ok: true }> }) {
  const { place, zone, exempt, ways, refusals } = tried;
  const taxed = zone === undefined ? "No tax is taken there." : `Taxed as ${zone}.`;
  return (
    <div class="stacked" role="status">
      <p safe>{`To ${place}. ${exempt ? "The business pays no tax: its number is of another country." : taxed}`}</p>
      {ways.length === 0 ? <p class="error">Nothing goes there.</p> : null}
      <div class="fields">
        {ways.map((way) => (
          <div>
            <h3 safe>{way.name}</h3>
            <Ledger rows={way.rows} />
          </div>
        ))}
      </div>
      {refusals.map((each) => (
        <p class="soft" safe>
          {each}
        </p>
      ))}
    </div>
  );
}
