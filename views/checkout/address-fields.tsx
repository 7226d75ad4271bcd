import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { Field } from "#views/ui/field.tsx";

type Props = {
  readonly screen: CheckoutScreen;
  readonly errors: Readonly<Record<string, string>>;
};
type WithBill = Props & { readonly bill: JSX.Element };

const none = { value: "", label: "Choose one" };

const countryOptions = ({ countries }: CheckoutScreen) =>
  countries.map(({ code, name }) => ({ value: code, label: name }));

/** Where it goes: the country first, because it decides how the rest is asked for. */
export function AddressFields({ screen, errors, bill }: WithBill) {
  const { draft, address, mayFetch } = screen;
  const more = [draft.extra, draft.company, draft.phone].some((value) => value !== undefined && value !== "");
  const wrong = ["extra", "company", "phone"].some((name) => errors[name] !== undefined);
  return (
    <section class="form-part" aria-labelledby="a-h">
      <h2 id="a-h">Where shall it go?</h2>
      {mayFetch ? <p class="soft">Leave the address empty if you fetch it yourself.</p> : null}
      <Field
        name="country"
        label="Country"
        value={draft.country}
        error={errors["country"]}
        autocomplete="country"
        options={countryOptions(screen)}
      />
      <Field
        name="street"
        label="Street and number"
        value={draft.street}
        error={errors["street"]}
        autocomplete="address-line1"
      />
      <details open={more || wrong}>
        <summary>Add a flat, a company or a phone number</summary>
        <div class="stack gap-above">
          <Field
            name="extra"
            label="Flat, floor, door (optional)"
            value={draft.extra}
            error={errors["extra"]}
            autocomplete="address-line2"
          />
          <Field
            name="company"
            label="Company (optional)"
            value={draft.company}
            error={errors["company"]}
            autocomplete="organization"
          />
          <Field
            name="phone"
            label="Phone (optional)"
            type="tel"
            hint="Only for the driver, if the door is hard to find."
            value={draft.phone}
            error={errors["phone"]}
            autocomplete="tel"
          />
        </div>
      </details>
      <div class="pair">
        <Field
          name="city"
          label={address.city}
          value={draft.city}
          error={errors["city"]}
          autocomplete="address-level2"
        />
        <Region
          form={address}
          name="region"
          value={draft.region}
          error={errors["region"]}
          autocomplete="address-level1"
        />
      </div>
      {address.postcode ? (
        <Field
          name="postcode"
          label={address.postcode.label}
          value={draft.postcode}
          error={errors["postcode"]}
          autocomplete="postal-code"
          inputmode={address.postcode.digits ? "numeric" : undefined}
          maxlength={16}
          short
        />
      ) : null}
      {screen.vatHint === undefined ? null : (
        <Field
          name="vatNumber"
          label="VAT number (optional)"
          hint={screen.vatHint}
          value={draft.vatNumber}
          error={errors["vatNumber"]}
          maxlength={30}
        />
      )}
      {bill as "safe"}
    </section>
  );
}

type RegionProps = {
  readonly form: CheckoutScreen["address"];
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly autocomplete: string;
};

function Region({ form: { region }, name, value = "", error, autocomplete }: RegionProps) {
  if (!region) return null;
  const options = region.options.map(([code, label]) => ({ value: code, label }));
  const list = options.length === 0 ? undefined : [none, ...options];
  return (
    <Field name={name} label={region.label} value={value} error={error} autocomplete={autocomplete} options={list} />
  );
}

/** Where the bill goes, if it goes elsewhere. */
export function BillFields({ screen, errors }: Props) {
  const { draft, billing } = screen;
  const auto = (token: string) => `billing ${token}`;
  return (
    <div class="stack" id="bill">
      <Field
        name="billName"
        label="Name on the bill"
        value={draft.billName}
        error={errors["billName"]}
        autocomplete={auto("name")}
      />
      <Field
        name="billCompany"
        label="Company (optional)"
        value={draft.billCompany}
        error={errors["billCompany"]}
        autocomplete={auto("organization")}
      />
      <Field
        name="billCountry"
        label="Country"
        value={draft.billCountry ?? draft.country}
        error={errors["billCountry"]}
        autocomplete={auto("country")}
        options={countryOptions(screen)}
      />
      <Field
        name="billStreet"
        label="Street and number"
        value={draft.billStreet}
        error={errors["billStreet"]}
        autocomplete={auto("address-line1")}
      />
      <div class="pair">
        <Field
          name="billCity"
          label={billing.city}
          value={draft.billCity}
          error={errors["billCity"]}
          autocomplete={auto("address-level2")}
        />
        <Region
          form={billing}
          name="billRegion"
          value={draft.billRegion}
          error={errors["billRegion"]}
          autocomplete={auto("address-level1")}
        />
      </div>
      {billing.postcode ? (
        <Field
          name="billPostcode"
          label={billing.postcode.label}
          value={draft.billPostcode}
          error={errors["billPostcode"]}
          autocomplete={auto("postal-code")}
          maxlength={16}
          short
        />
      ) : null}
    </div>
  );
}
