import { and, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { prepared, type Tx } from "#db/prepared.ts";
import { orders, promotionCodes, promotions, promotionUses } from "#db/schema.ts";
import { inList, rowsIn } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import { usesOfCustomer, whoValues, type Who } from "./buyer-store.ts";

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
/** The order that uses it, whose it is, and the moment at which it must hold. */
export type Claimant = Who & { readonly orderId: string; readonly at: Date };

/** Counts one use of each where its limits allow. Answers the ids of those that were counted. */
export async function countUses(tx: Tx, list: readonly Claim[], { at, ...who }: Claimant): Promise<string[]> {
  const counted = await count(tx).execute({ claims: list, ...whoValues(who), at });
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

const claimsOf = prepared((tx: Tx) =>
  tx
    .select({
      promotionId: promotions.id,
      coded: promotions.coded,
      codeKey: sql<string>`(select ${orders.codeKey} from ${orders} where ${orders.id} = ${sql.placeholder("orderId")})`,
    })
    .from(promotions)
    .where(inList(promotions.id, sql.placeholder("ids"))),
);

/** What an order that was given up claims once more; undefined where one of its promotions is gone. */
export async function claimsAgain(
  tx: Tx,
  orderId: string,
  ids: readonly string[],
): Promise<readonly Claim[] | undefined> {
  if (ids.length === 0) return [];
  const found = await claimsOf(tx).execute({ orderId, ids: [...ids] });
  const claimed = found.map(({ promotionId, coded, codeKey }) => ({ promotionId, codeKey: coded ? codeKey : "" }));
  return claimed.length === ids.length ? claimed : undefined;
}
