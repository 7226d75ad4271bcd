import { asc, eq, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/prepared.ts";
import { collections, products, promotionCodes, promotions } from "#db/schema.ts";
import { inList, rowsOf } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { readConditions, readEffect, type Promotion } from "./promotion.ts";

export type NewPromotion = Omit<Promotion, "id" | "active" | "coded" | "used"> & {
  /** Keys: capitals, no spaces. None: it holds without a code. */
  readonly codes: readonly string[];
  /** How many orders may use each code. */
  readonly codeLimit: number | null;
};

/** Writes a promotion with its codes. Answers the codes that belong to another one already: then nothing is written. */
export async function addPromotion(tx: Tx, id: string, promotion: NewPromotion): Promise<readonly string[]> {
  const { codes, codeLimit, ...row } = promotion;
  const taken = await tx
    .select({ key: promotionCodes.key })
    .from(promotionCodes)
    .where(inList(promotionCodes.key, [...codes]));
  if (taken.length > 0) return taken.map((code) => code.key);
  await tx.insert(promotions).values({ ...row, id, coded: codes.length > 0 });
  for (const key of codes) await tx.insert(promotionCodes).values({ key, promotionId: id, useLimit: codeLimit });
  await bump(tx, ["promotions"]);
  return [];
}

export type ListedPromotion = Promotion & {
  readonly codes: readonly { readonly key: string; readonly used: number; readonly useLimit: number | null }[];
};

/** All promotions with at most ten codes each, for the shopkeeper. */
export async function listPromotions(db: Reader): Promise<ListedPromotion[]> {
  const codes = rowsOf(
    { key: promotionCodes.key, used: promotionCodes.used, useLimit: promotionCodes.useLimit },
    {
      from: promotionCodes,
      where: eq(promotionCodes.promotionId, promotions.id),
      orderBy: [promotionCodes.key],
      limit: 10,
    },
  );
  const rows = await db.select({ promotion: promotions, codes }).from(promotions).orderBy(asc(promotions.id));
  return rows.flatMap(({ promotion, codes: own }) => {
    const [effect, conditions] = [readEffect(promotion.effect), readConditions(promotion.conditions)];
    return effect && conditions ? [{ ...promotion, effect, conditions, codes: own }] : [];
  });
}

/** Switches a promotion on or off, by its id or one of its codes. False where there is none. */
export async function switchPromotion(tx: Tx, idOrCode: string, codeKey: string, active: boolean): Promise<boolean> {
  const byCode = sql`exists (select 1 from ${promotionCodes}
    where ${promotionCodes.promotionId} = ${promotions.id} and ${promotionCodes.key} = ${codeKey})`;
  const changed = await tx
    .update(promotions)
    .set({ active })
    .where(or(eq(promotions.id, idOrCode), byCode))
    .returning({ id: promotions.id });
  if (changed.length > 0) await bump(tx, ["promotions"]);
  return changed.length > 0;
}

export type Named = { readonly id: string; readonly handle: string };

/** Collections and products by their handles. */
export async function findGoods(
  db: Reader,
  collectionHandles: readonly string[],
  productHandles: readonly string[],
): Promise<{ readonly collections: readonly Named[]; readonly products: readonly Named[] }> {
  return {
    collections: await db
      .select({ id: collections.id, handle: collections.handle })
      .from(collections)
      .where(inList(collections.handle, [...collectionHandles])),
    products: await db
      .select({ id: products.id, handle: products.handle })
      .from(products)
      .where(inList(products.handle, [...productHandles])),
  };
}
