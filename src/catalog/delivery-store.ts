import { and, asc, eq, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import type { Store } from "#db/open.ts";
import { shippingMethods } from "#db/schema.ts";

const readMethods = prepared((db: Reader) =>
  db
    .select({
      name: shippingMethods.name,
      type: shippingMethods.type,
      price: shippingMethods.price,
      byWeight: shippingMethods.byWeight,
      byValue: shippingMethods.byValue,
      freeFrom: shippingMethods.freeFrom,
      countries: shippingMethods.countries,
      regions: shippingMethods.regions,
      postcodes: shippingMethods.postcodes,
      excludes: shippingMethods.excludes,
      time: shippingMethods.time,
      points: shippingMethods.pickupPointIds,
    })
    .from(shippingMethods)
    .where(and(eq(shippingMethods.active, true), sql`${shippingMethods.type} <> 'digital'`))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id))
    .limit(20),
);

export type Method = Awaited<ReturnType<ReturnType<typeof readMethods>["execute"]>>[number];
export type MethodReader = { read(): Promise<readonly Method[]> };

/** The ways goods can go, kept in memory until a write moves their version. */
export function methodReader(store: Store): MethodReader {
  let kept: { readonly stamp: string; readonly methods: readonly Method[] } | undefined;
  return {
    async read() {
      const stamp = await store.stamp(["shipping"]);
      if (kept?.stamp !== stamp) kept = { stamp, methods: await readMethods(store.read).execute() };
      return kept.methods;
    },
  };
}
