import { asc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { taxRates, taxZones } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { placeKey, placeName, type TaxRow } from "./tax-row.ts";

export type StoredTax = { readonly id: string; readonly zoneId: string; readonly zone: string; readonly tax: TaxRow };

/** Every tax of the shop, by country, region, class and priority. */
export async function listTaxes(db: Reader): Promise<StoredTax[]> {
  const rows = await db
    .select({ zone: taxZones, rate: taxRates })
    .from(taxRates)
    .innerJoin(taxZones, eq(taxZones.id, taxRates.zoneId))
    .orderBy(
      ...[taxZones.country, taxZones.region, taxZones.id, taxRates.taxClass].map((column) => asc(column)),
      ...[taxRates.priority, taxRates.position, taxRates.id].map((column) => asc(column)),
    );
  return rows.map(({ zone, rate }) => {
    const { country, region, postcodeFrom, postcodeTo } = zone;
    const plain = postcodeTo === "" || postcodeTo === postcodeFrom ? postcodeFrom : `${postcodeFrom}-${postcodeTo}`;
    const postcodes = zone.postcodes ?? (plain === "" ? [] : [plain]);
    const { name, rate: millionths, priority, compound, onShipping, taxClass } = rate;
    const place = { country, region: region.toUpperCase(), postcodes, cities: zone.cities ?? [] };
    const tax = { ...place, name, rate: millionths, priority, compound, onShipping, taxClass };
    return { id: rate.id, zoneId: zone.id, zone: zone.name, tax };
  });
}

export type TaxChanges = {
  readonly created: readonly TaxRow[];
  readonly updated: readonly { readonly id: string; readonly tax: TaxRow }[];
  /** Ids of rates. */
  readonly removed: readonly string[];
};

const piece = 200;
const pieces = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / piece) }, (_, at) => all.slice(at * piece, (at + 1) * piece));

/** Writes what is new or other, and takes away what shall go; zones without a tax go too. Answers the ids of new ones. */
export async function saveTaxes(
  tx: Tx,
  { created, updated, removed }: TaxChanges,
  { stored, newId }: { readonly stored: readonly StoredTax[]; readonly newId: () => string },
): Promise<readonly string[]> {
  if (created.length + updated.length + removed.length === 0) return [];
  const zones = new Map(stored.map(({ zoneId, tax }) => [placeKey(tax), zoneId]));
  const fresh = [
    ...Map.groupBy(
      created.filter((tax) => !zones.has(placeKey(tax))),
      placeKey,
    ),
  ].flatMap(([key, [first]]) => {
    const id = newId();
    zones.set(key, id);
    return first ? [zoneRow(id, first)] : [];
  });
  for (const some of pieces(fresh)) await tx.insert(taxZones).values(some);
  const rates = created.map((tax) => ({ ...rateRow(tax), id: newId(), zoneId: zones.get(placeKey(tax)) ?? "" }));
  for (const some of pieces(rates)) await tx.insert(taxRates).values(some);
  for (const { id, tax } of updated) await tx.update(taxRates).set(rateRow(tax)).where(eq(taxRates.id, id));
  for (const some of pieces(removed)) await tx.delete(taxRates).where(inList(taxRates.id, some));
  if (removed.length > 0)
    await tx
      .delete(taxZones)
      .where(sql`not exists (select 1 from ${taxRates} where ${taxRates.zoneId} = ${taxZones.id})`);
  await bump(tx, ["settings", "shipping"]);
  return rates.map(({ id }) => id);
}

const zoneRow = (id: string, tax: TaxRow) => ({
  id,
  name: placeName(tax),
  country: tax.country,
  region: tax.region,
  postcodes: tax.postcodes.length > 0 ? tax.postcodes : null,
  cities: tax.cities.length > 0 ? tax.cities : null,
});

const rateRow = ({ name, rate, priority, compound, onShipping, taxClass }: TaxRow) => ({
  name,
  rate,
  priority,
  compound,
  onShipping,
  taxClass,
});
