import {
  QuoteError,
  readChoice,
  readFields,
  readFlag,
  readList,
  readOptional,
  readWhole,
  type Fields,
} from "#src/pricing/quote-fields.ts";
import { zero, type Cents } from "#src/pricing/money.ts";
import {
  onlyKnown,
  readAmount,
  readClass,
  readCountries,
  readId,
  readLine,
  readPostcodeList,
  readRegions,
  readWords,
} from "./shipping-fields.ts";
import type { ShippingMethod } from "./shipping-method.ts";

/** A way of delivery as the shopkeeper sets it up. */
export type SetMethod = ShippingMethod & { readonly zone: string; readonly active: boolean };

export type ZonePlaces = Pick<ShippingMethod, "countries" | "regions" | "postcodes">;
export type Known = {
  readonly currency: string;
  readonly zones: ReadonlyMap<string, ZonePlaces>;
  /** Ids of pick-up points. */
  readonly points: ReadonlySet<string>;
};

const places = ["countries", "regions", "postcodes"];
const methodFields = [
  ...["id", "name", "type", "zone", ...places, "price", "byWeight", "byValue", "freeFrom", "taxClass"],
  ...["time", "minDays", "maxDays", "points", "excludes", "active"],
];

export function readZone(value: unknown, at: string): ZonePlaces {
  const fields = readFields(value, at);
  onlyKnown(fields, places, at);
  return readPlaces(fields, at);
}

function readPlaces(fields: Fields, at: string): ZonePlaces {
  const countries = readCountries(fields["countries"], `${at}.countries`);
  const regions = readRegions(fields["regions"], `${at}.regions`);
  const postcodes = readPostcodeList(fields["postcodes"], `${at}.postcodes`);
  if (countries.length === 0 && regions.length + postcodes.length > 0)
    throw new QuoteError(`${at}.countries`, "must name the country of these regions or postcodes, but is missing");
  return { countries, regions, postcodes };
}

/** @throws QuoteError naming the field that cannot be used. */
export function readMethod(value: unknown, at: string, known: Known): SetMethod {
  const fields = readFields(value, at);
  onlyKnown(fields, methodFields, at);
  const pickupPointIds = readWords(fields["points"], `${at}.points`);
  const stranger = pickupPointIds.find((id) => !known.points.has(id));
  if (stranger !== undefined)
    throw new QuoteError(`${at}.points`, `names "${stranger.slice(0, 40)}", and there is no such place`);
  const type = readChoice(fields["type"] ?? (pickupPointIds.length > 0 ? "pickup" : "delivery"), `${at}.type`, types);
  if ((type === "pickup") !== pickupPointIds.length > 0)
    throw new QuoteError(
      `${at}.points`,
      type === "pickup" ? "must name where goods are fetched" : "is for what is fetched: leave it out",
    );
  return {
    id: readId(fields["id"], `${at}.id`),
    name: readLine(fields["name"], `${at}.name`),
    type,
    ...zoneOf(fields, at, known),
    ...readPrices(fields, at, known.currency),
    excludes: readExcludes(fields["excludes"], `${at}.excludes`),
    taxClass: readClass(fields["taxClass"], `${at}.taxClass`),
    time: readLine(fields["time"], `${at}.time`, { most: 200, empty: true }),
    ...readDays(fields, at),
    pickupPointIds,
    active: readFlag(fields["active"], `${at}.active`, true),
  };
}

const types = ["delivery", "pickup", "digital"] as const;

function zoneOf(fields: Fields, at: string, { zones }: Known): ZonePlaces & { readonly zone: string } {
  const own = readPlaces(fields, at);
  const zone = readLine(fields["zone"], `${at}.zone`, { empty: true });
  if (zone === "") return { zone, ...own };
  const found = zones.get(zone);
  if (!found) throw new QuoteError(`${at}.zone`, `is "${zone.slice(0, 40)}", and there is no such zone`);
  if (own.countries.length > 0)
    throw new QuoteError(`${at}.countries`, `come from the zone "${zone}": leave them out here`);
  return { zone, ...found };
}

type Prices = Pick<ShippingMethod, "price" | "byWeight" | "freeFrom"> & {
  readonly byValue: NonNullable<ShippingMethod["byValue"]> | null;
};

function readPrices(fields: Fields, at: string, currency: string): Prices {
  const said = ["price", "byWeight", "byValue"].filter((name) => fields[name] !== undefined);
  if (said.length !== 1) {
    const met = said.length === 0 ? "none is there" : `${said.join(" and ")} are there`;
    throw new QuoteError(`${at}.price`, `or byWeight or byValue says what it costs, one of them, but ${met}`);
  }
  const money = (value: unknown, field: string) => readAmount(value, field, currency);
  const byWeight = readSteps(
    fields["byWeight"],
    `${at}.byWeight`,
    "upTo",
    (value, field) => readWhole(value, field, 1, 10_000_000),
    money,
  );
  const byValue = readSteps(fields["byValue"], `${at}.byValue`, "from", money, money);
  return {
    price:
      fields["price"] === undefined
        ? (byWeight[0]?.[1] ?? byValue[0]?.[1] ?? zero)
        : money(fields["price"], `${at}.price`),
    byWeight,
    byValue: byValue.length > 0 ? byValue : null,
    freeFrom: readOptional(fields, "freeFrom", at, money) ?? null,
  };
}

/** Steps such as [{ "upTo": 2000, "price": "4.90" }], each higher than the one before. */
function readSteps<Edge extends number>(
  value: unknown,
  at: string,
  edge: "upTo" | "from",
  readEdge: (value: unknown, field: string) => Edge,
  readPrice: (value: unknown, field: string) => Cents,
): (readonly [Edge, Cents])[] {
  if (value === undefined) return [];
  const list = readList(value, at);
  if (list.length === 0) throw new QuoteError(at, "must have at least one step");
  let last = -1;
  return list.map((step, index) => {
    const field = `${at}[${index}]`;
    const fields = readFields(step, field);
    onlyKnown(fields, [edge, "price"], field);
    const reached = readEdge(fields[edge], `${field}.${edge}`);
    if (reached <= last) throw new QuoteError(`${field}.${edge}`, "must be more than that of the step before");
    last = reached;
    return [reached, readPrice(fields["price"], `${field}.price`)] as const;
  });
}

function readExcludes(value: unknown, at: string): ShippingMethod["excludes"] {
  if (value === undefined) return { tags: [], handles: [] };
  const fields = readFields(value, at);
  onlyKnown(fields, ["tags", "handles"], at);
  return { tags: readWords(fields["tags"], `${at}.tags`), handles: readWords(fields["handles"], `${at}.handles`) };
}

function readDays(fields: Fields, at: string): Pick<ShippingMethod, "minDays" | "maxDays"> {
  const days = (value: unknown, field: string) => readWhole(value, field, 0, 365);
  const minDays = readOptional(fields, "minDays", at, days) ?? null;
  const maxDays = readOptional(fields, "maxDays", at, days) ?? null;
  if (minDays !== null && maxDays !== null && minDays > maxDays)
    throw new QuoteError(`${at}.maxDays`, "must not be fewer than minDays");
  return { minDays, maxDays };
}
