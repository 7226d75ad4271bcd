import { maskCards } from "#src/payments/card-number.ts";
import { countryForm } from "./country-form.ts";

/** What an address is made of, by the names of its fields: the same in the book of an account and at the checkout. */
export const addressFields = [
  "name",
  "country",
  "street",
  "extra",
  "company",
  "city",
  "region",
  "postcode",
  "phone",
] as const;

export type AddressField = (typeof addressFields)[number];
/** An address as far as it was typed. */
export type TypedAddress = Readonly<Partial<Record<AddressField, string>>>;
/** A sentence for each field that is wrong, in the order of the page. */
export type AddressErrors = { readonly [K in AddressField]?: string | undefined };

const longestLine = 200;

/** What was typed into one line, as it is kept: tidied, and without the number of a card. */
export const typedLine = (value: string, longest = 1000): string =>
  maskCards(
    value
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim()
      .slice(0, longest),
  );

/** What is wrong with who it is for. */
export const nameError = (name: string | undefined): string | undefined => required(name, "Enter your full name");

/** What is wrong with where it is. Whatever could be right is taken: people know where they live. */
export function placeErrors(
  typed: TypedAddress,
  /** Codes of the countries that goods go to; undefined: all. */
  countries: readonly string[] | undefined,
  /** What comes after "Enter the ZIP code of". */
  whose = "the address",
): AddressErrors {
  const { country = "" } = typed;
  const found: AddressErrors = {
    country: countryError(country, countries),
    street: required(typed.street, "Enter the street and number"),
    extra: tooLong(typed.extra),
    company: tooLong(typed.company),
    phone: tooLong(typed.phone),
    city: required(typed.city, "Enter the town"),
    region: regionError(country, typed.region ?? ""),
    postcode: postcodeError(country, typed.postcode ?? "", whose),
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== undefined));
}

function countryError(country: string, countries: readonly string[] | undefined): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return "Choose the country";
  if (countries === undefined || countries.includes(country)) return undefined;
  return `We do not deliver to ${countryForm(country).name}`;
}

export const tooLong = (value = ""): string | undefined =>
  value.length > longestLine ? `Shorten this to ${longestLine} characters` : undefined;

export const required = (value: string | undefined, say: string): string | undefined => (value ? tooLong(value) : say);

function regionError(country: string, region: string): string | undefined {
  const asked = countryForm(country).region;
  if (!asked || asked.options.length === 0) return tooLong(region);
  if (asked.options.some(([code]) => code === region)) return undefined;
  return `Choose the ${asked.label.toLowerCase()}`;
}

export function postcodeError(country: string, postcode: string, whose: string): string | undefined {
  const asked = countryForm(country).postcode;
  if (!asked) return tooLong(postcode);
  const label = asked.label === "ZIP code" ? asked.label : asked.label.toLowerCase();
  if (postcode === "") return `Enter the ${label} of ${whose}`;
  const looks = asked.looks.test(postcode.toUpperCase().replace(/[\s-]/g, ""));
  return looks ? undefined : `Enter a ${label}${asked.example === "" ? "" : ` like ${asked.example}`}`;
}
