import type { Address } from "#db/schema.ts";
import { addressFields, typedLine } from "#src/addresses/check-address.ts";
import { maskCards } from "#src/payments/card-number.ts";
import { readVatNumber } from "#src/shipping/vat-number.ts";

/** Everything that a checkout asks for, by the name of its field. A card number is not among it and never will be. */
export const draftFields = [
  "email",
  ...addressFields,
  "vatNumber",
  ...(["elsewhere", "billName", "billCompany", "billStreet", "billCity", "billRegion", "billPostcode"] as const),
  ...(["billCountry", "ship", "pay", "note", "keep"] as const),
] as const;

export type DraftField = (typeof draftFields)[number];
/**
 * A checkout as far as it was filled in. `elsewhere` is "yes" where the bill goes to another address, `keep` where the
 * address of delivery is to be kept in the account.
 */
export type Draft = Readonly<Partial<Record<DraftField, string>>>;

const longest = 1000;

/** What was typed, as it is kept: one line (a note may have several), no card numbers, nothing that was not asked for. */
export function cleaned(typed: Readonly<Record<string, string | undefined>>): Draft {
  const kept = draftFields.flatMap((field) => {
    const value = typed[field];
    return value === undefined ? [] : [[field, cleanedField(field, value)] as const];
  });
  return Object.fromEntries(kept);
}

function cleanedField(field: DraftField, value: string): string {
  if (field !== "note") return typedLine(value, longest);
  return maskCards(
    value
      .replaceAll("\r\n", "\n")
      .replace(/[^\P{Cc}\n]+/gu, " ")
      .trim()
      .slice(0, longest),
  );
}

/** Where the goods go. */
export function deliveryAddress(draft: Draft): Address {
  const { name = "", street = "", city = "", postcode = "", country = "", region, extra, company, phone } = draft;
  const read = readVatNumber(draft.vatNumber ?? "");
  const vatNumber = "wrong" in read ? "" : read.text;
  return { name, street, city, postcode, country, ...given({ region, extra, company, phone, vatNumber }) };
}

/** Where the bill goes, if elsewhere. */
export function billingAddress(draft: Draft): Address | null {
  if (draft.elsewhere !== "yes") return null;
  const { billName: name = "", billStreet: street = "", billCity: city = "", billPostcode: postcode = "" } = draft;
  const { billCountry = "", billRegion: region, billCompany: company } = draft;
  return { name, street, city, postcode, country: billCountry, ...given({ region, company }) };
}

/** Only what was filled in. */
function given<T extends Readonly<Record<string, string | undefined>>>(fields: T): { [K in keyof T]?: string } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(filled) as { [K in keyof T]?: string };
}

/** A choice of delivery is a method, or a method and the place where it is fetched. */
export const shipChoice = (methodId: string, pointId?: string): string =>
  pointId === undefined ? methodId : `${methodId}@${pointId}`;

export function readShipChoice(choice: string): { readonly methodId: string; readonly pointId: string | null } {
  const at = choice.lastIndexOf("@");
  return at < 0
    ? { methodId: choice, pointId: null }
    : { methodId: choice.slice(0, at), pointId: choice.slice(at + 1) };
}
