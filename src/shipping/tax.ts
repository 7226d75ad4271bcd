import type { TaxRate } from "#src/pricing/totals.ts";
import { isRegion, isWithin, type Place } from "./place.ts";

export type ZoneRate = TaxRate & { readonly taxClass: string };

/** Where a set of rates holds. Country "*" is everywhere else; region and postcodes narrow it down. */
export type TaxZone = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly postcodeFrom: string;
  readonly postcodeTo: string;
  /** In the order in which they are shown. */
  readonly rates: readonly ZoneRate[];
};

/** How closely a zone describes a place: postcodes before region before country before everywhere; 0 where it is elsewhere. */
function closeness(zone: TaxZone, place: Place): number {
  if (zone.country === "*") return 1;
  if (zone.country !== place.country) return 0;
  if (zone.region !== "" && !isRegion(place.region, zone.region)) return 0;
  if (zone.postcodeFrom === "") return zone.region === "" ? 2 : 3;
  if (!isWithin(place.postcode, zone.postcodeFrom, zone.postcodeTo)) return 0;
  return zone.postcodeTo === "" || zone.postcodeTo === zone.postcodeFrom ? 5 : 4;
}

/**
 * The taxes on goods of a class that go to a place: those of the closest zone that names the class. Zones that are
 * equally close go by their id. None where no zone names it.
 */
export function taxesFor(zones: readonly TaxZone[], place: Place, taxClass: string): readonly TaxRate[] {
  let closest: TaxZone | undefined;
  let best = 0;
  for (const zone of zones) {
    const near = closeness(zone, place);
    if (near === 0 || !zone.rates.some((rate) => rate.taxClass === taxClass)) continue;
    if (near > best || (near === best && closest !== undefined && zone.id < closest.id)) {
      closest = zone;
      best = near;
    }
  }
  return closest?.rates.filter((rate) => rate.taxClass === taxClass) ?? [];
}
