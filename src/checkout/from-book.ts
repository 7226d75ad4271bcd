import type { Address } from "#db/schema.ts";
import { isSameAddress, mostAddresses, wholeAddress, type BookAddress } from "#src/addresses/address.ts";
import type { TypedAddress } from "#src/addresses/check-address.ts";
import { deliveryAddress, type Draft } from "./draft.ts";

/** Addresses of the customer's book that were asked for just now, by their ids. */
export type BookChoice = { readonly book?: string | undefined; readonly billBook?: string | undefined };

/** A bill's address has one line for street and door, and no phone. */
function billOf({ name, company, street, extra, city, region, postcode, country }: BookAddress): Draft {
  const billStreet = [street, extra].filter((part) => part !== "").join(", ");
  const bill = { billName: name, billCompany: company, billStreet, billCity: city, billRegion: region };
  return { elsewhere: "yes", ...bill, billPostcode: postcode, billCountry: country };
}

const isBill = (address: BookAddress, draft: Draft) =>
  Object.entries(billOf(address)).every(([field, value]) => (draft[field as keyof Draft] ?? "") === value);

/** Where goods and bill of a customer go who has not said so yet: by the book, else as the last time. */
export function knownAddresses(book: readonly BookAddress[], last: Address | undefined): Draft {
  const home = book.find(({ forDelivery }) => forDelivery);
  const delivery = home ?? last ?? book[0];
  if (!delivery) return {};
  const { vatNumber } = last ?? {};
  return { ...wholeAddress(delivery), ...(vatNumber !== undefined && { vatNumber }), ...billBeside(book, delivery) };
}

/** The bill goes where bills go by default, unless the goods do, too. */
function billBeside(book: readonly BookAddress[], delivery: TypedAddress): Draft {
  const bills = book.find(({ forBills }) => forBills);
  return bills && !isSameAddress(bills, delivery) ? billOf(bills) : {};
}

/** What is filled in by a choice from the book; undefined where that is not in it (any more). */
export function pickedFrom(
  book: readonly BookAddress[],
  { book: id, billBook }: BookChoice,
  { elsewhere }: Draft,
): Draft | undefined {
  const address = book.find((each) => each.id === (id ?? billBook));
  if (!address) return undefined;
  if (id === undefined) return billOf(address);
  return { ...wholeAddress(address), ...(elsewhere === "yes" ? {} : billBeside(book, address)) };
}

export type BookShown = {
  readonly addresses: readonly { readonly value: string; readonly label: string }[];
  /** Where goods and bill go as it stands, if that is of the book. */
  readonly delivery: string | undefined;
  readonly bill: string | undefined;
  /** The address is none of the book, and there is room for it. */
  readonly keepable: boolean;
};

/** What the checkout shows of a customer's book. */
export function bookShown(book: readonly BookAddress[], draft: Draft): BookShown {
  const delivery = book.find((each) => isSameAddress(each, deliveryAddress(draft)))?.id;
  return {
    addresses: book.map(({ id, name, street, city }) => ({ value: id, label: `${name}, ${street}, ${city}` })),
    delivery,
    bill: book.find((each) => isBill(each, draft))?.id,
    keepable: delivery === undefined && book.length < mostAddresses,
  };
}
