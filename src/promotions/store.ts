import { and, asc, eq, gt, isNull, lt, lte, or, sql, type AnyColumn } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { promotionCodes, promotions, promotionUses } from "#db/schema.ts";
import { inList, rowsIn, rowsOf } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { readConditions, readEffect, type Promotion } from "./promotion.ts";

const columns = {
  id: promotions.id,
  name: promotions.name,
  effect: promotions.effect,
  conditions: promotions.conditions,
  coded: promotions.coded,
  active: promotions.active,
  priority: promotions.priority,
  startsAt: promotions.startsAt,
  endsAt: promotions.endsAt,
  useLimit: promotions.useLimit,
  customerLimit: promotions.customerLimit,
  used: promotions.used,
};

type Row = Omit<Promotion, "effect" | "conditions"> & { readonly effect: unknown; readonly conditions: unknown };

/** A row whose JSON is no promotion is left out. */
function promotionOf(row: Row): Promotion | undefined {
  const [effect, conditions] = [readEffect(row.effect), readConditions(row.conditions)];
  return effect && conditions ? { ...row, effect, conditions } : undefined;
}

const automatic = prepared((db: Reader) =>
  db
    .select(columns)
    .from(promotions)
    .where(and(eq(promotions.active, true), eq(promotions.coded, false)))
    .orderBy(asc(promotions.priority), asc(promotions.id)),
);

/** Promotions without a code that are switched on, whatever their dates. However many codes there are, none is read. */
export async function loadAutomatic(db: Reader): Promise<Promotion[]> {
  return (await automatic(db).execute()).flatMap((row) => promotionOf(row) ?? []);
}

const usesOfCustomer = sql<number>`(select count(*) from ${promotionUses}
  where ${promotionUses.promotionId} = ${promotions.id} and ${promotionUses.customer} = ${sql.placeholder("customer")})`;

const codedColumns = { ...columns, codeLimit: promotionCodes.useLimit, codeUsed: promotionCodes.used };

const byKey = prepared((db: Reader) =>
  db
    .select({ ...codedColumns, usedByCustomer: usesOfCustomer.mapWith(Number) })
    .from(promotionCodes)
    .innerJoin(promotions, eq(promotions.id, promotionCodes.promotionId))
    .where(eq(promotionCodes.key, sql.placeholder("key"))),
);

export type CodedPromotion = { readonly promotion: Promotion; readonly usedByCustomer: number };

/**
 * The promotion of a code, and how often this customer used it (normalised e-mail; "" for nobody yet). A used-up code
 * counts as a used-up promotion. One look-up by key, the same for a code that exists and one that does not.
 */
export async function loadByCode(db: Reader, key: string, customer = ""): Promise<CodedPromotion | undefined> {
  const [row] = await byKey(db).execute({ key, customer });
  const promotion = row && codedFrom(row);
  return promotion && { promotion, usedByCustomer: row.usedByCustomer };
}

type CodedRow = Row & { readonly codeLimit: number | null; readonly codeUsed: number };

/** The promotion of a code, from a row of `codedOf`. */
export function codedFrom({ codeLimit, codeUsed, ...row }: CodedRow): Promotion | undefined {
  const promotion = promotionOf(row);
  return promotion && codeLimit !== null && codeUsed >= codeLimit ? { ...promotion, useLimit: 0 } : promotion;
}

/** The promotion of the code that a column holds, as a list of one or none: a column of a query about something else. */
export const codedOf = (key: AnyColumn) =>
  rowsOf(codedColumns, {
    from: sql`${promotionCodes} inner join ${promotions} on ${promotions.id} = ${promotionCodes.promotionId}`,
    where: eq(promotionCodes.key, key),
  });

const claims = rowsIn("claims", { promotionId: "words", codeKey: "words" }, sql.placeholder("claims"));

const codeIsFree = sql`exists (select 1 from ${promotionCodes} where ${promotionCodes.key} = ${claims.columns.codeKey}
  and ${promotionCodes.promotionId} = ${promotions.id}
  and (${promotionCodes.useLimit} is null or ${promotionCodes.used} < ${promotionCodes.useLimit}))`;

/** A placeholder is not turned into what a column stores, unless it is said which. */
const moment = sql.param(sql.placeholder("at"), promotionUses.at);

const count = prepared((tx: Tx) =>
  tx
    .update(promotions)
    .set({ used: sql`${promotions.used} + 1` })
    .from(claims.table)
    .where(
      and(
        eq(promotions.id, claims.columns.promotionId),
        promotions.active,
        or(isNull(promotions.startsAt), lte(promotions.startsAt, moment)),
        or(isNull(promotions.endsAt), gt(promotions.endsAt, moment)),
        or(isNull(promotions.useLimit), lt(promotions.used, promotions.useLimit)),
        or(isNull(promotions.customerLimit), sql`${usesOfCustomer} < ${promotions.customerLimit}`),
        sql`(not ${promotions.coded} or ${codeIsFree})`,
      ),
    )
    .returning({ id: promotions.id, used: promotions.used, useLimit: promotions.useLimit }),
);

const uncount = prepared((tx: Tx) =>
  tx
    .update(promotions)
    .set({ used: sql`${promotions.used} - 1` })
    .where(and(inList(promotions.id, sql.placeholder("ids")), gt(promotions.used, 0)))
    .returning({ used: promotions.used, useLimit: promotions.useLimit }),
);

const countCodes = prepared((tx: Tx) =>
  tx
    .update(promotionCodes)
    .set({ used: sql`${promotionCodes.used} + 1` })
    .where(
      and(
        inList(promotionCodes.key, sql.placeholder("keys")),
        or(isNull(promotionCodes.useLimit), lt(promotionCodes.used, promotionCodes.useLimit)),
      ),
    )
    .returning({ key: promotionCodes.key }),
);

const uncountCodes = prepared((tx: Tx) =>
  tx
    .update(promotionCodes)
    .set({ used: sql`${promotionCodes.used} - 1` })
    .where(and(inList(promotionCodes.key, sql.placeholder("keys")), gt(promotionCodes.used, 0))),
);

/** The first number that this customer has not used up yet: with the limit it makes one unique row for each use. */
const freeNumber = sql`(select min(taken.nth) + 1 from (
    select 0 as nth union all select u.nth from ${promotionUses} u
    where u.promotion_id = ${claims.columns.promotionId} and u.customer = ${sql.placeholder("customer")}
  ) taken where not exists (select 1 from ${promotionUses} v where v.promotion_id = ${claims.columns.promotionId}
    and v.customer = ${sql.placeholder("customer")} and v.nth = taken.nth + 1))`;

const noteUse = prepared((tx: Tx) =>
  tx
    .insert(promotionUses)
    .select(
      sql`select ${claims.columns.promotionId}, ${sql.placeholder("orderId")}, nullif(${claims.columns.codeKey}, ''),
        ${sql.placeholder("customer")}, ${freeNumber}, ${moment}
        from ${claims.table} inner join ${promotions} on ${promotions.id} = ${claims.columns.promotionId}
        where ${promotions.customerLimit} is null or ${freeNumber} <= ${promotions.customerLimit}`,
    )
    .returning({ promotionId: promotionUses.promotionId }),
);

/** One use of a promotion; `codeKey` is "" for one without a code. */
export type Claim = { readonly promotionId: string; readonly codeKey: string };
export type Claimant = { readonly orderId: string; readonly customer: string; readonly at: Date };

/** Counts one use of each where its limits allow. Answers the ids of those that were counted. */
export async function countUses(tx: Tx, list: readonly Claim[], { customer, at }: Claimant): Promise<string[]> {
  const counted = await count(tx).execute({ claims: list, customer, at });
  if (counted.some(({ used, useLimit }) => used === useLimit)) await bump(tx, ["promotions"]);
  return counted.map(({ id }) => id);
}

/** Takes back what `countUses` counted. */
export async function uncountUses(tx: Tx, ids: readonly string[]): Promise<void> {
  const freed = await uncount(tx).execute({ ids });
  if (freed.some((each) => each.useLimit !== null && each.used + 1 === each.useLimit)) await bump(tx, ["promotions"]);
}

/** Answers how many of the codes were free to be used once more. */
export async function countCodeUses(tx: Tx, keys: readonly string[]): Promise<number> {
  return keys.length === 0 ? 0 : (await countCodes(tx).execute({ keys })).length;
}

/** Answers how many rows were written: one for each claim within its customer's limit. */
export async function noteUses(tx: Tx, list: readonly Claim[], { orderId, customer, at }: Claimant): Promise<number> {
  return (await noteUse(tx).execute({ claims: list, orderId, customer, at })).length;
}

const takeUses = prepared((tx: Tx) =>
  tx
    .delete(promotionUses)
    .where(eq(promotionUses.orderId, sql.placeholder("orderId")))
    .returning({ promotionId: promotionUses.promotionId, codeKey: promotionUses.codeKey }),
);

/** Takes away what an order used, so that others may use it. Nothing the second time. */
export async function releaseUses(tx: Tx, orderId: string): Promise<void> {
  const uses = await takeUses(tx).execute({ orderId });
  if (uses.length === 0) return;
  const ids = uses.map((use) => use.promotionId);
  await uncountUses(tx, ids);
  await uncountCodes(tx).execute({ keys: uses.flatMap((use) => use.codeKey ?? []) });
}
