import { isMailbox } from "#src/mail/letter.ts";
import { readVatNumber } from "#src/shipping/vat-number.ts";
import { countryForm } from "./country-form.ts";
import type { Draft, DraftField } from "./draft.ts";

/** A sentence for each field that is wrong, in the order of the page. */
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>;

export type Asked = {
  /** Whether anything goes to an address at all. */
  readonly address: boolean;
  /** Codes of the countries that goods go to; undefined: all. */
  readonly countries: readonly string[] | undefined;
  /** Whether businesses may give their VAT number. */
  readonly vatNumber: boolean;
};

const longestLine = 200;

/** What is wrong with contact and address. Whatever could be right is taken: people know where they live. */
export function checkContact(draft: Draft, { address, countries, vatNumber }: Asked): DraftErrors {
  const errors: Partial<Record<DraftField, string>> = {};
  const wrong = (field: DraftField, say: string | undefined) => {
    if (say !== undefined) errors[field] = say;
  };
  wrong("email", emailError(draft.email ?? ""));
  wrong("name", required(draft.name, "Enter your full name"));
  if (address) {
    const { country = "" } = draft;
    const reached = countries === undefined || countries.includes(country);
    if (!/^[A-Z]{2}$/.test(country)) wrong("country", "Choose the country");
    else if (!reached) wrong("country", `We do not deliver to ${countryForm(country).name}`);
    wrong("street", required(draft.street, "Enter the street and number"));
    for (const field of ["extra", "company", "phone"] as const) wrong(field, tooLong(draft[field]));
    if (vatNumber) wrong("vatNumber", vatNumberError(draft.vatNumber ?? ""));
    wrong("city", required(draft.city, "Enter the town"));
    wrong("region", regionError(country, draft.region ?? ""));
    wrong("postcode", postcodeError(country, draft.postcode ?? "", "the delivery address"));
  }
  if (draft.elsewhere === "yes") {
    const { billCountry = "" } = draft;
    wrong("billName", required(draft.billName, "Enter the name on the bill"));
    wrong("billStreet", required(draft.billStreet, "Enter the street and number of the bill's address"));
    wrong("billCity", required(draft.billCity, "Enter the town of the bill's address"));
    wrong("billPostcode", postcodeError(billCountry, draft.billPostcode ?? "", "the bill's address"));
    for (const field of ["billCompany", "billRegion"] as const) wrong(field, tooLong(draft[field]));
    if (!/^[A-Z]{2}$/.test(billCountry)) wrong("billCountry", "Choose the country of the bill's address");
  }
  return errors;
}

export function emailError(email: string): string | undefined {
  if (email === "") return "Enter your email address";
  if (!email.includes("@")) return "Enter an email address with an @ in it";
  return isMailbox(email) ? undefined : "Check the email address: no letter could reach it";
}

function vatNumberError(typed: string): string | undefined {
  const read = typed === "" ? undefined : readVatNumber(typed);
  return read && "wrong" in read ? read.wrong : undefined;
}

const tooLong = (value = "") => (value.length > longestLine ? `Shorten this to ${longestLine} characters` : undefined);

const required = (value: string | undefined, say: string) => (value ? tooLong(value) : say);

function regionError(country: string, region: string): string | undefined {
  const asked = countryForm(country).region;
  if (!asked || asked.options.length === 0) return tooLong(region);
  if (asked.options.some(([code]) => code === region)) return undefined;
  return `Choose the ${asked.label.toLowerCase()}`;
}

function postcodeError(country: string, postcode: string, of: string): string | undefined {
  const asked = countryForm(country).postcode;
  if (!asked) return tooLong(postcode);
  const label = asked.label === "ZIP code" ? asked.label : asked.label.toLowerCase();
  if (postcode === "") return `Enter the ${label} of ${of}`;
  const looks = asked.looks.test(postcode.toUpperCase().replace(/[\s-]/g, ""));
  return looks ? undefined : `Enter a ${label}${asked.example === "" ? "" : ` like ${asked.example}`}`;
}
