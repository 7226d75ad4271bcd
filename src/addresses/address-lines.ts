import type { Address } from "#db/schema.ts";
import { townLine } from "#src/settings/place.ts";
import { countryInWords } from "#src/shipping/regions.ts";
import type { BookAddress } from "./address.ts";

/** An address as it is written on a parcel, without its empty parts. */
export function addressLines(address: Address): readonly string[] {
  const {
    name,
    company = "",
    street,
    extra = "",
    city,
    region = "",
    postcode,
    country,
    phone = "",
    vatNumber = "",
  } = address;
  const vat = vatNumber === "" ? "" : `VAT number ${vatNumber}`;
  return [
    name,
    company,
    street,
    extra,
    townLine({ city, region, postcode, country }),
    countryInWords(country),
    phone,
    vat,
  ].filter((part) => part !== "");
}

/** Where goods and bills go by default, in a line each. */
export function summaryOf(book: readonly BookAddress[]) {
  const lineOf = (address: BookAddress | undefined) => address && addressLines(address).join(", ");
  return {
    count: book.length,
    delivery: lineOf(book.find(({ forDelivery }) => forDelivery)),
    bills: lineOf(book.find(({ forBills }) => forBills)),
  };
}
