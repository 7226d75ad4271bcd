import { paths } from "#src/paths.ts";
import { Field, type FieldProps } from "#views/ui/field.tsx";
import type { SettingsProps } from "./settings.tsx";

// What the settings are about, a panel for each. A field is called as `pushcart settings` calls it.

/** A field with what was typed, or stands, in it. */
const fieldOf =
  ({ typed, errors = {} }: SettingsProps) =>
  (name: string, label: string, more: Partial<FieldProps> = {}) => (
    <Field name={name} label={label} value={typed[name]} error={errors[name]} maxlength={200} {...more} />
  );

export function Who(props: SettingsProps) {
  const field = fieldOf(props);
  return (
    <Panel id="who" title="The shop">
      {field("name", "Name", { required: true })}
      {field("tagline", "What it sells, in one line", { hint: "Search engines show it, too" })}
      {field("email", "Email", { type: "email", hint: "Letters to buyers name it; the footer leads to it" })}
      {field("phone", "Phone", { type: "tel" })}
    </Panel>
  );
}

export function Address(props: SettingsProps) {
  const field = fieldOf(props);
  return (
    <Panel id="address" title="Its address">
      {field("address.street", "Street and number", { hint: "The foot of every page and every packing slip has it" })}
      <div class="fields">
        {field("address.postcode", "Postcode")}
        {field("address.city", "Town")}
      </div>
      {field("address.region", "State or region", { hint: "Its short form, such as WI; empty where there is none" })}
      {field("address.country", "Country", { options: props.countries })}
    </Panel>
  );
}

export function Money(props: SettingsProps) {
  const field = fieldOf(props);
  const unchanged = "Left empty, it stays as it is";
  return (
    <Panel id="money" title="Money, tax and delivery" more={{ href: paths.adminShipping, label: "How it stands" }}>
      <div class="fields">
        {field("currency", "Currency", { options: props.currencies })}
        {field("prices-include-tax", "Prices", {
          options: [
            { value: "yes", label: "include tax" },
            { value: "no", label: "are without tax" },
          ],
        })}
      </div>
      {field("country", "Customers come from", {
        options: props.countries,
        hint: "Tax and delivery are reckoned for there until an address is known",
      })}
      <div class="fields">
        {field("tax-rate", "One tax rate for there, %", { inputmode: "decimal", hint: unchanged })}
        {field("shipping-price", "One price for every parcel", { inputmode: "decimal", hint: unchanged })}
      </div>
      {field("time-zone", "Time zone", { hint: "Such as Europe/Berlin: in it days begin and reductions end" })}
    </Panel>
  );
}

export function Paying(props: SettingsProps) {
  const field = fieldOf(props);
  return (
    <Panel id="paying" title="How one pays">
      <Tick {...props} name="pay.on-delivery" label="On delivery" />
      <Tick {...props} name="pay.on-pickup" label="At pick-up" />
      <Tick {...props} name="test-mode" label="By test card: no money moves, and pages say so" />
      <Tick {...props} name="pay.transfer" label="By bank transfer, to this account" />
      {field("bank.holder", "Account holder")}
      {field("bank.account", "Account number or IBAN", { hint: "Without one, bank transfer is not offered" })}
      <div class="fields">
        {field("bank.routing", "Bank code or BIC")}
        {field("bank.name", "Bank")}
      </div>
      {field("bank.days", "Days to pay", {
        inputmode: "numeric",
        hint: "Then an unpaid transfer is given up",
        short: true,
      })}
    </Panel>
  );
}

export function Front(props: SettingsProps) {
  const field = fieldOf(props);
  return (
    <Panel id="front" title="The front page" more={{ href: paths.home, label: "See it" }}>
      {field("home.heading", "Heading", { hint: "The name of the shop where this is empty" })}
      {field("home.text", "A few lines below it", { rows: 4, maxlength: 600 })}
      {field("home.trust", "What buying here takes", {
        hint: "Up to four, with semicolons between; smaller behind a colon. Free delivery from 60: below that 4.90; 30 days to return",
        rows: 3,
        maxlength: 600,
      })}
    </Panel>
  );
}

export function Found(props: SettingsProps) {
  const field = fieldOf(props);
  return (
    <Panel id="found" title="In search results">
      {field("seo-title", "Title", { hint: "The name of the shop where this is empty" })}
      {field("seo-description", "Text", { rows: 4, maxlength: 400 })}
    </Panel>
  );
}

type PanelProps = {
  readonly id: string;
  readonly title: string;
  readonly more?: { readonly href: string; readonly label: string };
  readonly children?: JSX.Element | readonly JSX.Element[];
};

function Panel({ id, title, more, children }: PanelProps) {
  return (
    <section class="panel" aria-labelledby={`${id}-h`}>
      <div class="bar">
        <h2 id={`${id}-h`} safe>
          {title}
        </h2>
        {more ? (
          <a href={more.href} safe>
            {more.label}
          </a>
        ) : null}
      </div>
      <div class="pad stack">{children as "safe"}</div>
    </section>
  );
}

function Tick({ typed, name, label }: SettingsProps & { readonly name: string; readonly label: string }) {
  return (
    <p class="row">
      <input type="checkbox" id={name} name={name} value="yes" checked={typed[name] === "yes"} />
      <label for={name} safe>
        {label}
      </label>
    </p>
  );
}
