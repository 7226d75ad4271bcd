import { and, asc, eq, sql, type AnyColumn } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { promotionCodes, promotions } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
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

const codedColumns = { ...columns, codeLimit: promotionCodes.useLimit, codeUsed: promotionCodes.used };

const byKey = prepared((db: Reader) =>
  db
    .select(codedColumns)
    .from(promotionCodes)
    .innerJoin(promotions, eq(promotions.id, promotionCodes.promotionId))
    .where(eq(promotionCodes.key, sql.placeholder("key"))),
);

/**
 * The promotion of a code; a used-up code counts as a used-up promotion. One look-up by key, the same for a code that
 * exists and one that does not.
 */
export async function loadByCode(db: Reader, key: string): Promise<Promotion | undefined> {
  const [row] = await byKey(db).execute({ key });
  return row && codedFrom(row);
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
