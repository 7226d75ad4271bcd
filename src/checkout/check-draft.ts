import { nameError, placeErrors, postcodeError, required, tooLong } from "#src/addresses/check-address.ts";
import { isMailbox } from "#src/mail/letter.ts";
import { readVatNumber } from "#src/shipping/vat-number.ts";
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

/** What is wrong with contact and address. Whatever could be right is taken: people know where they live. */
export function checkContact(draft: Draft, { address, countries, vatNumber }: Asked): DraftErrors {
  const errors: Partial<Record<DraftField, string>> = {};
  const wrong = (field: DraftField, say: string | undefined) => {
    if (say !== undefined) errors[field] = say;
  };
  wrong("email", emailError(draft.email ?? ""));
  wrong("name", nameError(draft.name));
  if (address) Object.assign(errors, placeErrors(draft, countries, "the delivery address"));
  if (address && vatNumber) wrong("vatNumber", vatNumberError(draft.vatNumber ?? ""));
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
