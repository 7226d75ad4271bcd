import type { AddressField } from "#src/addresses/check-address.ts";
import type { CountryForm } from "#src/addresses/country-form.ts";
import { link, paths } from "#src/paths.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { EnterButton } from "#views/ui/stepper.tsx";
import { PlaceFields } from "./place-fields.tsx";

export type AddressFormProps = {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly values: { readonly [K in AddressField]?: string | undefined };
  readonly uses: { readonly forDelivery: boolean; readonly forBills: boolean };
  readonly errors: Readonly<Record<string, string>>;
  /** What went wrong with all of it, not with one field. */
  readonly refused?: string | undefined;
  readonly form: CountryForm;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
};

const headingOf = ({ id }: AddressFormProps) => (id === undefined ? "Add an address" : "Change an address");
const titleOf = (props: AddressFormProps) => {
  const wrong = props.refused !== undefined || Object.keys(props.errors).length > 0;
  return `${wrong ? "Error: " : ""}${headingOf(props)}`;
};

/** One address, new or known: the same fields as at the checkout. */
export function AddressFormPage({ shell, ...props }: AddressFormProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title={titleOf(props)} robots="noindex" checks={["address"]}>
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.accountAddresses} isWithin />
        <Ask {...props} />
      </div>
    </Layout>
  );
}

/** What htmx puts in place. */
export function AddressFormPart(props: AddressFormProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <Ask {...props} />
    </>
  );
}

function Ask(props: AddressFormProps) {
  const { id, values, uses, errors, refused, form, countries } = props;
  const action = id === undefined ? paths.accountAddresses : link(paths.accountAddress, { id });
  return (
    <div class="stack" id="address">
      <ErrorSummary errors={errors} />
      <h1>{headingOf(props)}</h1>
      {refused === undefined ? null : <Notice message={refused} tone="bad" focused />}
      <form
        class="stack"
        id="address-form"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#address"
        hx-swap="outerMorph"
        hx-sync="#address-form:replace"
        data-checks="address"
        data-asked={JSON.stringify({ countries: countries.map(({ code }) => code) })}
        novalidate
      >
        <EnterButton />
        <Field name="name" label="Full name" value={values.name} error={errors["name"]} autocomplete="name" />
        <PlaceFields values={values} errors={errors} form={form} countries={countries} />
        <p class="no-script">
          <button
            class="button quiet slim"
            name="op"
            value="update"
            formaction={action}
            hx-post={action}
            hx-target="#address"
            hx-swap="outerMorph"
            hx-sync="#address-form:replace"
            hx-trigger="click, change from:#address-form target:#country"
          >
            Update
          </button>
          <span class="small soft"> after another country</span>
        </p>
        <Tick name="forDelivery" label="Send goods here, if I say nothing else" ticked={uses.forDelivery} />
        <Tick name="forBills" label="Send bills here, if I say nothing else" ticked={uses.forBills} />
        <p class="row">
          <Button>Keep it</Button>
          <a href={paths.accountAddresses}>Leave it as it was</a>
        </p>
      </form>
    </div>
  );
}

function Tick({ name, label, ticked }: { readonly name: string; readonly label: string; readonly ticked: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" id={name} name={name} value="yes" checked={ticked} />
      <span safe>{label}</span>
    </label>
  );
}
