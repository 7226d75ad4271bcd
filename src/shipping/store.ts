import { asc, eq, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { pickupPoints, shippingMethods, taxRates, taxZones } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { PickupPoint, ShippingMethod } from "./shipping-method.ts";
import type { TaxZone } from "./tax.ts";

const methods = prepared((db: Reader) =>
  db
    .select({
      id: shippingMethods.id,
      name: shippingMethods.name,
      type: sql<ShippingMethod["type"]>`${shippingMethods.type}`,
      price: shippingMethods.price,
      byWeight: shippingMethods.byWeight,
      byValue: shippingMethods.byValue,
      freeFrom: shippingMethods.freeFrom,
      countries: shippingMethods.countries,
      regions: shippingMethods.regions,
      postcodes: shippingMethods.postcodes,
      excludes: shippingMethods.excludes,
      taxClass: shippingMethods.taxClass,
      time: shippingMethods.time,
      minDays: shippingMethods.minDays,
      maxDays: shippingMethods.maxDays,
      pickupPointIds: shippingMethods.pickupPointIds,
    })
    .from(shippingMethods)
    .where(eq(shippingMethods.active, true))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id)),
);

const points = prepared((db: Reader) =>
  db
    .select({
      id: pickupPoints.id,
      name: pickupPoints.name,
      street: pickupPoints.street,
      city: pickupPoints.city,
      region: pickupPoints.region,
      postcode: pickupPoints.postcode,
      country: pickupPoints.country,
      hours: pickupPoints.hours,
      note: pickupPoints.note,
      latitude: pickupPoints.latitude,
      longitude: pickupPoints.longitude,
    })
    .from(pickupPoints)
    .where(eq(pickupPoints.active, true))
    .orderBy(asc(pickupPoints.position), asc(pickupPoints.id)),
);

const zones = prepared((db: Reader) =>
  db
    .select({
      id: taxZones.id,
      name: taxZones.name,
      country: taxZones.country,
      region: taxZones.region,
      postcodeFrom: taxZones.postcodeFrom,
      postcodeTo: taxZones.postcodeTo,
      postcodes: taxZones.postcodes,
      cities: taxZones.cities,
      rates: rowsOf(
        {
          id: taxRates.id,
          name: taxRates.name,
          rate: taxRates.rate,
          compound: taxRates.compound,
          taxClass: taxRates.taxClass,
          priority: taxRates.priority,
          onShipping: taxRates.onShipping,
        },
        { from: taxRates, where: eq(taxRates.zoneId, taxZones.id), orderBy: [taxRates.position, taxRates.id] },
      ),
    })
    .from(taxZones)
    .orderBy(asc(taxZones.id)),
);

/** How goods leave the shop and what is levied on them: small, and the same for everybody until the shopkeeper changes it. */
export type ShippingTable = {
  readonly methods: readonly ShippingMethod[];
  readonly points: readonly PickupPoint[];
  readonly zones: readonly TaxZone[];
};

/** Three queries. Whoever changes these tables bumps "shipping". */
export async function loadShippingTable(db: Reader): Promise<ShippingTable> {
  return {
    methods: await methods(db).execute(),
    points: await points(db).execute(),
    zones: await zones(db).execute(),
  };
}
