import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/open.ts";
import { shippingMethods, taxRates, taxZones } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import type { Cents } from "../pricing/money.ts";

type Ids = { readonly newId: () => string };

const anywhere = { countries: [], regions: [], postcodes: [], pickupPointIds: [], excludes: { tags: [], handles: [] } };

/** Sets what the first way of delivery costs, whatever the weight; makes one where there is none. */
export async function setDeliveryPrice(tx: Tx, price: Cents, { newId }: Ids): Promise<void> {
  const [first] = await tx
    .select({ id: shippingMethods.id })
    .from(shippingMethods)
    .where(eq(shippingMethods.type, "delivery"))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id))
    .limit(1);
  if (first)
    await tx
      .update(shippingMethods)
      .set({ price, byWeight: [], byValue: null, active: true })
      .where(eq(shippingMethods.id, first.id));
  else
    await tx
      .insert(shippingMethods)
      .values({ ...anywhere, id: newId(), name: "Delivery", type: "delivery", price, byWeight: [] });
  await bump(tx, ["settings", "shipping"]);
}

/** Sets the one rate (millionths) for everything sold into a country. Zones for parts of that country stay as they are. */
export async function setCountryRate(tx: Tx, country: string, rate: number, { newId }: Ids): Promise<void> {
  const whole = and(
    ...[eq(taxZones.country, country), eq(taxZones.region, ""), eq(taxZones.postcodeFrom, "")],
    ...[isNull(taxZones.postcodes), isNull(taxZones.cities)],
  );
  const [zone] = await tx.select({ id: taxZones.id }).from(taxZones).where(whole).limit(1);
  const zoneId = zone?.id ?? newId();
  if (!zone) await tx.insert(taxZones).values({ id: zoneId, name: country, country });
  await tx.delete(taxRates).where(eq(taxRates.zoneId, zoneId));
  await tx.insert(taxRates).values({ id: newId(), zoneId, name: "Tax", rate });
  await bump(tx, ["settings", "shipping"]);
}
