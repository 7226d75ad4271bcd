import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { countryOptions, PlaceFields, Region } from "#views/addresses/place-fields.tsx";
import { Field } from "#views/ui/field.tsx";
import { FromBook, Keep } from "./from-book.tsx";

type Props = {
  readonly screen: CheckoutScreen;
  readonly errors: Readonly<Record<string, string>>;
};
type WithBill = Props & { readonly bill: JSX.Element };

/** Where it goes. */
export function AddressFields({ screen, errors, bill }: WithBill) {
  const { draft, address, countries, mayFetch } = screen;
  return (
    <section class="form-part" aria-labelledby="a-h">
      <h2 id="a-h">Where shall it go?</h2>
      {mayFetch ? <p class="soft">Leave the address empty if you fetch it yourself.</p> : null}
      <FromBook
        screen={screen}
        name="book"
        op="book"
        label="From your addresses"
        chosen={screen.book?.delivery}
        error={errors["book"]}
      />
      <PlaceFields values={draft} errors={errors} form={address} countries={countries} />
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
      <Keep screen={screen} />
      {bill as "safe"}
    </section>
  );
}

/** Where the bill goes, if it goes elsewhere. */
export function BillFields({ screen, errors }: Props) {
  const { draft, billing, countries } = screen;
  const auto = (token: string) => `billing ${token}`;
  return (
    <div class="stack" id="bill">
      <FromBook
        screen={screen}
        name="billBook"
        op="bill-book"
        label="For the bill, from your addresses"
        chosen={screen.book?.bill}
        error={errors["billBook"]}
      />
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
        options={countryOptions(countries)}
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
