import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Reader } from "#db/prepared.ts";
import { orders, promotionCodes, promotionUses } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { ListedCode } from "./setup-store.ts";

export type UsedCode = ListedCode & {
  /** Numbers of the latest orders that used it, ten at most. */
  readonly orders: readonly string[];
};

const usesOfCode = rowsOf(
  { number: sql<string>`(select ${orders.number} from ${orders} where ${orders.id} = ${promotionUses.orderId})` },
  {
    from: promotionUses,
    where: and(
      eq(promotionUses.promotionId, promotionCodes.promotionId),
      eq(promotionUses.codeKey, promotionCodes.key),
    ),
    limit: 10,
  },
);

/** A page of a promotion's codes, by key, after `after`, with the orders that used each. */
export async function listUsedCodes(db: Reader, promotionId: string, after: string, size: number): Promise<UsedCode[]> {
  const rows = await db
    .select({ key: promotionCodes.key, used: promotionCodes.used, useLimit: promotionCodes.useLimit, uses: usesOfCode })
    .from(promotionCodes)
    .where(and(eq(promotionCodes.promotionId, promotionId), gt(promotionCodes.key, after)))
    .orderBy(asc(promotionCodes.key))
    .limit(size);
  return rows.map(({ uses, ...code }) => ({ ...code, orders: uses.flatMap(({ number }) => number ?? []) }));
}
