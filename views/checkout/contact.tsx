import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { paths } from "#src/paths.ts";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Field } from "#views/ui/field.tsx";
import { EnterButton } from "#views/ui/stepper.tsx";
import { AddressFields, BillFields } from "./address-fields.tsx";
import { CheckoutFrame, CheckoutPart } from "./frame.tsx";
import { Summary } from "./summary.tsx";
import { Ways } from "./ways.tsx";

export type ContactProps = {
  readonly screen: CheckoutScreen;
  readonly errors: Readonly<Record<string, string>>;
};

export function ContactPage({ shell, ...props }: ContactProps & { readonly shell: PageShell }) {
  return (
    <CheckoutFrame shell={shell} {...frameOf(props)} scripts={["checkout-draft.js"]} checks={["checkout"]}>
      <ContactForm {...props} />
    </CheckoutFrame>
  );
}

export function ContactPart(props: ContactProps) {
  return (
    <CheckoutPart {...frameOf(props)}>
      <ContactForm {...props} />
    </CheckoutPart>
  );
}

const frameOf = ({ screen, errors }: ContactProps) => ({
  at: "contact" as const,
  digital: screen.digital,
  errors,
  summary: <Summary screen={screen} />,
});

/** Fields whose change asks the server again: what can come there, what it costs, how the address is written. */
const asking = ["#country", "#region", "#postcode", "#vatNumber", "#same", "#billCountry", ".way"]
  .map((field) => `change from:#contact target:${field}`)
  .join(", ");

function ContactForm({ screen, errors }: ContactProps) {
  const { draft, digital, signedIn } = screen;
  return (
    <form
      id="contact"
      method="post"
      action={paths.checkout}
      hx-post={paths.checkout}
      hx-target="#checkout"
      hx-swap="outerMorph"
      hx-sync="#contact:replace"
      data-draft={screen.key}
      data-checks="checkout"
      data-asked={JSON.stringify(screen.asked)}
      novalidate
    >
      <EnterButton />
      <section class="form-part" aria-labelledby="c-h">
        <h2 id="c-h">Who is it for?</h2>
        {signedIn ? null : (
          <p class="soft">
            No account needed. <a href={`${paths.login}?next=${paths.checkout}`}>Sign in</a> if you have one.
          </p>
        )}
        <Field
          name="email"
          label="Email"
          type="email"
          hint={digital ? "The receipt and the goods go here." : "The receipt and the parcel’s number go here."}
          value={draft.email}
          error={errors["email"]}
          autocomplete="email"
          maxlength={254}
        />
        <Field name="name" label="Full name" value={draft.name} error={errors["name"]} autocomplete="name" />
      </section>
      {digital ? (
        <section class="form-part">
          <Bill screen={screen} errors={errors} />
        </section>
      ) : (
        <AddressFields screen={screen} errors={errors} bill={<Bill screen={screen} errors={errors} />} />
      )}
      <Ways screen={screen} error={errors["ship"]} />
      <Note screen={screen} errors={errors} />
      <p class="row gap-above">
        <Button wide>Continue to payment</Button>
      </p>
    </form>
  );
}

function Bill({ screen, errors }: ContactProps) {
  const elsewhere = screen.draft.elsewhere === "yes";
  return (
    <div class="stack">
      <input type="hidden" name="bill" value="asked" />
      <label class="check">
        <input type="checkbox" id="same" name="same" value="yes" checked={!elsewhere} />
        <span>{screen.digital ? "The bill needs no address" : "Send the bill to the same address"}</span>
      </label>
      {elsewhere ? <BillFields screen={screen} errors={errors} /> : null}
      <p class="no-script">
        <button
          class="button quiet slim"
          name="op"
          value="update"
          formaction={paths.checkout}
          hx-post={paths.checkout}
          hx-target="#checkout"
          hx-swap="outerMorph"
          hx-sync="#contact:replace"
          hx-trigger={`click, ${asking}`}
        >
          Update
        </button>
        <span class="small soft"> after another country, postcode or bill address</span>
      </p>
    </div>
  );
}

function Note({ screen: { draft }, errors }: ContactProps) {
  const { note = "" } = draft;
  return (
    <details class="gap-above" open={note !== "" || errors["note"] !== undefined}>
      <summary>Leave the shop a note</summary>
      <div class="gap-above">
        <Field name="note" label="Note (optional)" value={note} error={errors["note"]} rows={3} maxlength={1000} />
      </div>
    </details>
  );
}
