import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { pickupPoints, shippingMethods } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import type { SetMethod } from "./read-method.ts";
import type { SetPoint } from "./read-point.ts";
import type { ShippingMethod } from "./shipping-method.ts";

export type Placed = { readonly position: number };

/** Every way of delivery, in the order shoppers see, switched off ones too. */
export async function listMethods(db: Reader): Promise<(SetMethod & Placed)[]> {
  const rows = await db.select().from(shippingMethods).orderBy(asc(shippingMethods.position), asc(shippingMethods.id));
  return rows.map(({ source: _source, type, ...method }) => ({ ...method, type: type as ShippingMethod["type"] }));
}

export async function listPoints(db: Reader): Promise<(SetPoint & Placed)[]> {
  const rows = await db.select().from(pickupPoints).orderBy(asc(pickupPoints.position), asc(pickupPoints.id));
  return rows.map(({ source: _source, ...point }) => point);
}

export type ShippingChanges = {
  /** New ones, and those that stand there already with what is other. */
  readonly methods: readonly (SetMethod & Placed)[];
  readonly points: readonly (SetPoint & Placed)[];
  /** Ids. */
  readonly removedMethods: readonly string[];
  readonly removedPoints: readonly string[];
};

export async function saveShipping(tx: Tx, changes: ShippingChanges): Promise<void> {
  const { methods, points, removedMethods, removedPoints } = changes;
  if (methods.length + points.length + removedMethods.length + removedPoints.length === 0) return;
  for (const { id, ...rest } of points)
    await tx
      .insert(pickupPoints)
      .values({ id, ...rest })
      .onConflictDoUpdate({ target: pickupPoints.id, set: rest });
  for (const { id, byValue = null, ...rest } of methods) {
    const set = { ...rest, byValue };
    await tx
      .insert(shippingMethods)
      .values({ id, ...set })
      .onConflictDoUpdate({ target: shippingMethods.id, set });
  }
  await tx.delete(shippingMethods).where(inList(shippingMethods.id, [...removedMethods]));
  await tx.delete(pickupPoints).where(inList(pickupPoints.id, [...removedPoints]));
  await bump(tx, ["settings", "shipping"]);
}

export type Switched = { readonly what: "method" | "point"; readonly name: string };

/** Switches a way, or a place to fetch goods, on or off by its id. Undefined where there is none. */
export async function switchShipping(tx: Tx, id: string, active: boolean): Promise<Switched | undefined> {
  const [method] = await tx
    .update(shippingMethods)
    .set({ active })
    .where(eq(shippingMethods.id, id))
    .returning({ name: shippingMethods.name });
  const [point] = method
    ? []
    : await tx
        .update(pickupPoints)
        .set({ active })
        .where(eq(pickupPoints.id, id))
        .returning({ name: pickupPoints.name });
  if (!method && !point) return undefined;
  await bump(tx, ["settings", "shipping"]);
  return method ? { what: "method", name: method.name } : { what: "point", name: point?.name ?? "" };
}

/** Names of ways that have goods fetched at a place. */
export async function methodsAt(db: Reader, pointId: string): Promise<string[]> {
  const all = await db.select({ name: shippingMethods.name, at: shippingMethods.pickupPointIds }).from(shippingMethods);
  return all.filter(({ at }) => at.includes(pointId)).map(({ name }) => name);
}
