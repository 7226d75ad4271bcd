import type { AddressField } from "#src/addresses/check-address.ts";
import type { CountryForm } from "#src/addresses/country-form.ts";
import { Field } from "#views/ui/field.tsx";

type Country = { readonly code: string; readonly name: string };

type Props = {
  readonly values: { readonly [K in AddressField]?: string | undefined };
  readonly errors: Readonly<Record<string, string>>;
  /** How an address of the chosen country is asked for. */
  readonly form: CountryForm;
  readonly countries: readonly Country[];
};

const none = { value: "", label: "Choose one" };

export const countryOptions = (countries: readonly Country[]) =>
  countries.map(({ code, name }) => ({ value: code, label: name }));

/** Where something goes: the country first, because it decides how the rest is asked for. */
export function PlaceFields({ values, errors, form, countries }: Props) {
  const more = [values.extra, values.company, values.phone].some((value) => value !== undefined && value !== "");
  const wrong = ["extra", "company", "phone"].some((name) => errors[name] !== undefined);
  return (
    <>
      <Field
        name="country"
        label="Country"
        value={values.country}
        error={errors["country"]}
        autocomplete="country"
        options={countryOptions(countries)}
      />
      <Field
        name="street"
        label="Street and number"
        value={values.street}
        error={errors["street"]}
        autocomplete="address-line1"
      />
      <details open={more || wrong}>
        <summary>Add a flat, a company or a phone number</summary>
        <div class="stack gap-above">
          <Field
            name="extra"
            label="Flat, floor, door (optional)"
            value={values.extra}
            error={errors["extra"]}
            autocomplete="address-line2"
          />
          <Field
            name="company"
            label="Company (optional)"
            value={values.company}
            error={errors["company"]}
            autocomplete="organization"
          />
          <Field
            name="phone"
            label="Phone (optional)"
            type="tel"
            hint="Only for the driver, if the door is hard to find."
            value={values.phone}
            error={errors["phone"]}
            autocomplete="tel"
          />
        </div>
      </details>
      <div class="pair">
        <Field name="city" label={form.city} value={values.city} error={errors["city"]} autocomplete="address-level2" />
        <Region
          form={form}
          name="region"
          value={values.region}
          error={errors["region"]}
          autocomplete="address-level1"
        />
      </div>
      {form.postcode ? (
        <Field
          name="postcode"
          label={form.postcode.label}
          value={values.postcode}
          error={errors["postcode"]}
          autocomplete="postal-code"
          inputmode={form.postcode.digits ? "numeric" : undefined}
          maxlength={16}
          short
        />
      ) : null}
    </>
  );
}

type RegionProps = {
  readonly form: CountryForm;
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly autocomplete: string;
};

export function Region({ form: { region }, name, value = "", error, autocomplete }: RegionProps) {
  if (!region) return null;
  const options = region.options.map(([code, label]) => ({ value: code, label }));
  const list = options.length === 0 ? undefined : [none, ...options];
  return (
    <Field name={name} label={region.label} value={value} error={error} autocomplete={autocomplete} options={list} />
  );
}
