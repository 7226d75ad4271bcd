import { regionOf } from "#src/shipping/regions.ts";
import { addressFields, nameError, placeErrors, typedLine, type TypedAddress } from "./check-address.ts";

// The browser runs this too (public/generated/rules-address.js): it knows nothing but what was typed and what is asked.

/** What was typed, tidied; the region where the postcode tells it. */
export function addressOf(typed: Readonly<Record<string, string | undefined>>): TypedAddress {
  const kept = addressFields.flatMap((name) => {
    const value = typed[name];
    return value === undefined ? [] : [[name, typedLine(value)] as const];
  });
  const address: TypedAddress = Object.fromEntries(kept);
  const region = address.region || regionOf(address.country ?? "", address.postcode ?? "");
  return { ...address, region };
}

/** A sentence for each field that is wrong, in the order of the page. `countries` are codes of those that goods go to. */
export function addressTroubles(
  typed: Readonly<Record<string, string | undefined>>,
  { countries }: { readonly countries: readonly string[] | undefined },
): Readonly<Record<string, string>> {
  const address = addressOf(typed);
  const name = nameError(address.name);
  const place = placeErrors(address, countries) as Readonly<Record<string, string>>;
  return { ...(name !== undefined && { name }), ...place };
}
