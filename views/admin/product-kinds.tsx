import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";

type Texts = { readonly weight: string; readonly compareAt: string };

export type AllKindsProps = {
  /** Of the product. */
  readonly id: string;
  readonly currency: string;
  /** As it stands: what is sent back unchanged changes nothing. */
  readonly was: Texts;
  readonly typed?: Texts;
  readonly errors?: Readonly<Record<string, string>>;
};

/** What every kind of a product has in common: what it cost before, and what it weighs. */
export function AllKinds({ id, currency, was, typed = was, errors = {} }: AllKindsProps) {
  return (
    <form class="pad stacked" id="all-kinds" method="post" action={link(paths.adminProductKinds, { id })} novalidate>
      <input type="hidden" name="wasWeight" value={was.weight} />
      <input type="hidden" name="wasCompareAt" value={was.compareAt} />
      <ErrorSummary errors={errors} />
      <div class="fields">
        <Field
          name="compareAt"
          label={`Price before, ${currency}`}
          hint="Shown struck through; empty where nothing is reduced"
          value={typed.compareAt}
          error={errors["compareAt"]}
          inputmode="decimal"
          autocomplete="off"
          maxlength={20}
        />
        <Field
          name="weight"
          label="Weight, grams"
          hint="Of each, for the parcel"
          value={typed.weight}
          error={errors["weight"]}
          inputmode="numeric"
          autocomplete="off"
          maxlength={7}
        />
      </div>
      <p>
        <button class="button quiet">Save for every kind</button>
      </p>
    </form>
  );
}
