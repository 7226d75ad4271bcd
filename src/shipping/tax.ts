import type { TaxRate } from "#src/pricing/totals.ts";
import { cityKey, isInSpan, postcodeKey, readPostcodes, type Place, type PostcodeSpan } from "./place.ts";

export type ZoneRate = TaxRate & {
  readonly taxClass: string;
  /** 1 where nothing is said. */
  readonly priority?: number;
  /** Whether it is taken on delivery, too; it is where nothing is said. */
  readonly onShipping?: boolean;
};

/** Where a set of rates holds. Country "*" is everywhere else; region, postcodes and towns narrow it down. */
export type TaxZone = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly postcodeFrom: string;
  readonly postcodeTo: string;
  /** Several, as "54694-54699", "902*" or "10115"; null: those from `postcodeFrom` to `postcodeTo`. */
  readonly postcodes?: readonly string[] | null;
  /** In capitals; null: all. */
  readonly cities?: readonly string[] | null;
  /** In the order in which they are shown. */
  readonly rates: readonly ZoneRate[];
};

const everywhere = "*";

/** A zone as it is looked for: its postcodes and towns are read once. */
type Known = {
  readonly zone: TaxZone;
  readonly postcodes: readonly PostcodeSpan[] | undefined;
  readonly cities: readonly string[] | undefined;
  /** One postcode goes before a range, then town, region, country, and everywhere. */
  readonly closeness: number;
};

type Index = ReadonlyMap<string, readonly Known[]>;

/** A file of rates may name ten thousand places: they are looked for by country and region. Kept as long as their list. */
const indexes = new WeakMap<readonly TaxZone[], Index>();

const indexKey = (country: string, region: string) => `${country} ${region.trim().toUpperCase()}`;

function indexOf(zones: readonly TaxZone[]): Index {
  const index = indexes.get(zones) ?? Map.groupBy(zones.map(known), ({ zone }) => indexKey(zone.country, zone.region));
  indexes.set(zones, index);
  return index;
}

function known(zone: TaxZone): Known {
  const postcodes = zone.postcodes?.map(readPostcodes) ?? plainSpan(zone);
  const cities = zone.cities?.map(cityKey);
  const single = postcodes?.every((span) => span.single);
  const area = zone.country === everywhere ? 1 : zone.region === "" ? 2 : 3;
  const near = postcodes === undefined ? area : single ? 5 : 4;
  return { zone, postcodes, cities, closeness: near + (cities ? 0.5 : 0) };
}

const plainSpan = ({ postcodeFrom, postcodeTo }: TaxZone) =>
  postcodeFrom === "" ? undefined : [readPostcodes(postcodeTo === "" ? postcodeFrom : `${postcodeFrom}-${postcodeTo}`)];

/** Those of the zones that the place lies in. */
function zonesAt(zones: readonly TaxZone[], { country, region, postcode, city }: Place): Known[] {
  const index = indexOf(zones);
  const areas = new Set([indexKey(country, region), indexKey(country, ""), indexKey(everywhere, "")]);
  const [code, town] = [postcodeKey(postcode), city === undefined ? undefined : cityKey(city)];
  return [...areas]
    .flatMap((area) => index.get(area) ?? [])
    .filter(
      ({ postcodes, cities }) =>
        (postcodes === undefined || postcodes.some((span) => isInSpan(code, span))) &&
        (cities === undefined || (town !== undefined && cities.includes(town))),
    );
}

/**
 * The taxes on goods of a class, or on their delivery, that go to a place: of each priority those of the closest zone
 * that has some for the class. Zones that are equally close go by their id. None where no zone names it.
 */
export function taxesFor(
  zones: readonly TaxZone[],
  place: Place,
  taxClass: string,
  on: "goods" | "shipping" = "goods",
): readonly TaxRate[] {
  const closest = new Map<number, { near: number; zone: TaxZone; rates: ZoneRate[] }>();
  for (const { zone, closeness: near } of zonesAt(zones, place)) {
    for (const [priority, rates] of byPriority(zone, taxClass)) {
      const best = closest.get(priority);
      if (!best || near > best.near || (near === best.near && zone.id < best.zone.id))
        closest.set(priority, { near, zone, rates });
    }
  }
  const found = [...closest].toSorted(([a], [b]) => a - b).flatMap(([, { rates }]) => rates);
  return on === "goods" ? found : found.filter((rate) => rate.onShipping !== false);
}

const byPriority = ({ rates }: TaxZone, taxClass: string): ReadonlyMap<number, ZoneRate[]> =>
  Map.groupBy(
    rates.filter((rate) => rate.taxClass === taxClass),
    ({ priority = 1 }) => priority,
  );

/** The zone that describes a place best, for telling where it is taken to be; undefined where none does. */
export function closestZone(zones: readonly TaxZone[], place: Place): TaxZone | undefined {
  const byCloseness = (a: Known, b: Known) => b.closeness - a.closeness || (a.zone.id < b.zone.id ? -1 : 1);
  return zonesAt(zones, place).toSorted(byCloseness)[0]?.zone;
}
