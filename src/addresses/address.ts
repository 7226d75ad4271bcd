import type { AddressField, TypedAddress } from "./check-address.ts";

/** What a default is for. */
export type Use = "delivery" | "bills";

/** An address in a customer's book. Parts that it lacks are "". */
export type BookAddress = { readonly [K in AddressField]: string } & {
  readonly id: string;
  readonly forDelivery: boolean;
  readonly forBills: boolean;
};

/** More than anybody sends parcels to; a book that a program fills stops here. */
export const mostAddresses = 20;

/** All parts of an address, "" where nothing was typed. */
export function wholeAddress(typed: TypedAddress): { readonly [K in AddressField]: string } {
  const { name = "", company = "", street = "", extra = "", city = "", region = "", postcode = "" } = typed;
  const { country = "", phone = "" } = typed;
  return { name, company, street, extra, city, region, postcode, country, phone };
}

/** Whether both say the same, however it is written. */
export function isSameAddress(one: TypedAddress, other: TypedAddress): boolean {
  const [left, right] = [wholeAddress(one), wholeAddress(other)];
  const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim().toLowerCase();
  return (Object.keys(left) as AddressField[]).every((field) => plain(left[field]) === plain(right[field]));
}
