import { QuoteError, readFields, readFlag } from "#src/pricing/quote-fields.ts";
import { onlyKnown, readCountries, readDegrees, readId, readLine, readWords } from "./shipping-fields.ts";
import type { PickupPoint } from "./shipping-method.ts";

/** A place where goods are fetched, as the shopkeeper sets it up. */
export type SetPoint = PickupPoint & { readonly active: boolean };

const pointFields = [
  ...[
    "id",
    "name",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "hours",
    "note",
    "latitude",
    "longitude",
    "active",
  ],
];

/** @throws QuoteError naming the field that cannot be used. */
export function readPoint(value: unknown, at: string): SetPoint {
  const fields = readFields(value, at);
  onlyKnown(fields, pointFields, at);
  const [country = ""] = readCountries([fields["country"]], `${at}.country`);
  const hours = readWords(fields["hours"], `${at}.hours`);
  if (hours.length > 20) throw new QuoteError(`${at}.hours`, "must be at most 20 lines");
  return {
    id: readId(fields["id"], `${at}.id`),
    name: readLine(fields["name"], `${at}.name`),
    street: readLine(fields["street"], `${at}.street`),
    city: readLine(fields["city"], `${at}.city`),
    region: readLine(fields["region"], `${at}.region`, { empty: true }),
    postcode: readLine(fields["postcode"], `${at}.postcode`, { most: 16, empty: true }),
    country,
    hours,
    note: readLine(fields["note"], `${at}.note`, { most: 300, empty: true }),
    latitude: readDegrees(fields["latitude"], `${at}.latitude`, 90),
    longitude: readDegrees(fields["longitude"], `${at}.longitude`, 180),
    active: readFlag(fields["active"], `${at}.active`, true),
  };
}
