import { and, asc, eq, getTableColumns, gt, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/prepared.ts";
import { promotionCodes, promotions } from "#db/schema.ts";
import { inList, rowsOf, textsIn } from "#db/sets.ts";
import { bump } from "#db/versions.ts";
import type { DescribedPromotion } from "./described.ts";
import { readConditions, readEffect, type Promotion } from "./promotion.ts";
import type { CodeCounts } from "./state.ts";

/** Left out: it is on, and needs a code where it has one. */
export type NewPromotion = Omit<DescribedPromotion, "coded" | "active"> &
  Partial<Pick<DescribedPromotion, "coded" | "active">>;

/** Codes that belong to another promotion already. */
export async function codesTaken(db: Reader, keys: readonly string[], by = ""): Promise<readonly string[]> {
  const found = await db
    .select({ key: promotionCodes.key, promotionId: promotionCodes.promotionId })
    .from(promotionCodes)
    .where(inList(promotionCodes.key, [...keys]));
  return found.filter((code) => code.promotionId !== by).map((code) => code.key);
}

/** Writes a promotion with its codes. Answers the codes that belong to another one already: then nothing is written. */
export async function addPromotion(tx: Tx, id: string, promotion: NewPromotion): Promise<readonly string[]> {
  const { codes, codeLimit, ...row } = promotion;
  const taken = await codesTaken(tx, codes);
  if (taken.length > 0) return taken;
  await tx.insert(promotions).values({ coded: codes.length > 0, ...row, id });
  await addCodes(tx, id, codes, codeLimit);
  await bump(tx, ["promotions"]);
  return [];
}

/** Writes a promotion over what it was; its uses stay, and codes that it does not name. */
export async function changePromotion(tx: Tx, id: string, promotion: DescribedPromotion): Promise<void> {
  const { codes, codeLimit, ...row } = promotion;
  await tx.update(promotions).set(row).where(eq(promotions.id, id));
  await addCodes(tx, id, codes, codeLimit);
  await bump(tx, ["promotions"]);
}

/** Codes that are there already get the limit. */
async function addCodes(tx: Tx, promotionId: string, keys: readonly string[], useLimit: number | null): Promise<void> {
  for (let at = 0; at < keys.length; at += 500) {
    const rows = keys.slice(at, at + 500).map((key) => ({ key, promotionId, useLimit }));
    await tx
      .insert(promotionCodes)
      .values(rows)
      .onConflictDoUpdate({ target: promotionCodes.key, set: { useLimit: sql`excluded.use_limit` } });
  }
}

/** Writes codes that do not exist yet. Answers those that were written. One statement, however many. */
export async function insertCodes(
  tx: Tx,
  promotionId: string,
  keys: readonly string[],
  useLimit: number | null,
): Promise<readonly string[]> {
  const made = await tx
    .insert(promotionCodes)
    .select(sql`select value, ${promotionId}, ${sql.param(useLimit)}, 0 from ${textsIn([...keys])} where true`)
    .onConflictDoNothing()
    .returning({ key: promotionCodes.key });
  return made.map((code) => code.key);
}

export type ListedCode = { readonly key: string; readonly used: number; readonly useLimit: number | null };
export type ListedPromotion = Promotion &
  CodeCounts & {
    /** The first ten. */
    readonly shownCodes: readonly ListedCode[];
    /** It has the code that was asked for. */
    readonly hasCode: boolean;
  };

const codeFields = { key: promotionCodes.key, used: promotionCodes.used, useLimit: promotionCodes.useLimit };
const isOwn = eq(promotionCodes.promotionId, promotions.id);
const isFree = sql`(${promotionCodes.useLimit} is null or ${promotionCodes.used} < ${promotionCodes.useLimit})`;
const counted = (where = isOwn) =>
  sql<number>`${sql`(select count(*) from ${promotionCodes} where ${where})`}`.mapWith(Number);

const listed = (db: Reader, codeKey = "") =>
  db
    .select({
      promotion: promotions,
      codes: counted(),
      freeCodes: counted(sql`${isOwn} and ${isFree}`),
      hasCode:
        sql<boolean>`${sql`exists (select 1 from ${promotionCodes} where ${isOwn} and ${eq(promotionCodes.key, codeKey)})`}`.mapWith(
          Boolean,
        ),
      shownCodes: rowsOf(codeFields, {
        from: promotionCodes,
        where: isOwn,
        orderBy: [promotionCodes.key],
        limit: 10,
      }),
    })
    .from(promotions);

type Row = Awaited<ReturnType<typeof listed>>[number];

function listedOf({ promotion, ...codes }: Row): ListedPromotion[] {
  const [effect, conditions] = [readEffect(promotion.effect), readConditions(promotion.conditions)];
  return effect && conditions ? [{ ...promotion, effect, conditions, ...codes }] : [];
}

/** All promotions with at most ten codes each, for the shopkeeper. */
export async function listPromotions(db: Reader, codeKey = ""): Promise<ListedPromotion[]> {
  return (await listed(db, codeKey).orderBy(asc(promotions.id))).flatMap(listedOf);
}

export async function loadPromotion(db: Reader, id: string): Promise<ListedPromotion | undefined> {
  return (await listed(db).where(eq(promotions.id, id))).flatMap(listedOf)[0];
}

/** Finds a promotion by its id, one of its codes, or its name where no other has it. */
export async function findPromotion(
  db: Reader,
  said: string,
  codeKey: string,
): Promise<{ readonly id: string; readonly name: string; readonly coded: boolean } | undefined> {
  const byCode = sql`exists (select 1 from ${promotionCodes} where ${isOwn} and ${promotionCodes.key} = ${codeKey})`;
  const byName = sql`lower(${promotions.name}) = ${said.trim().toLowerCase()}`;
  const found = await db
    .select({
      id: promotions.id,
      name: promotions.name,
      coded: promotions.coded,
      sure: sql`${eq(promotions.id, said)} or ${byCode}`,
    })
    .from(promotions)
    .where(or(eq(promotions.id, said), byCode, byName))
    .limit(3);
  const sure = found.filter((each) => Boolean(each.sure));
  const [only, second] = sure.length > 0 ? sure : found;
  return second === undefined ? only : undefined;
}

/** Switches a promotion on or off. Answers whether there is one and it was the other way round. */
export async function switchPromotion(tx: Tx, id: string, active: boolean): Promise<boolean> {
  const changed = await tx
    .update(promotions)
    .set({ active })
    .where(and(eq(promotions.id, id), eq(promotions.active, !active)))
    .returning({ id: promotions.id });
  if (changed.length > 0) await bump(tx, ["promotions"]);
  return changed.length > 0;
}

/** A page of a promotion's codes, by key, after `after`. */
export async function listCodes(db: Reader, promotionId: string, after: string, size: number): Promise<ListedCode[]> {
  return db
    .select(codeFields)
    .from(promotionCodes)
    .where(and(eq(promotionCodes.promotionId, promotionId), gt(promotionCodes.key, after)))
    .orderBy(asc(promotionCodes.key))
    .limit(size);
}

/** What stands of some promotions and codes before a file is written over them. */
export type SetUp = {
  readonly promotions: ReadonlyMap<string, Promotion & { readonly codes: number }>;
  readonly codes: ReadonlyMap<string, ListedCode & { readonly promotionId: string }>;
};

export async function loadSetUp(db: Reader, ids: readonly string[], keys: readonly string[]): Promise<SetUp> {
  const { source: _, ...columns } = getTableColumns(promotions);
  const rows = await db
    .select({ ...columns, codes: counted() })
    .from(promotions)
    .where(inList(promotions.id, [...ids]));
  const found = await db
    .select({ ...codeFields, promotionId: promotionCodes.promotionId })
    .from(promotionCodes)
    .where(inList(promotionCodes.key, [...keys]));
  return {
    promotions: new Map(rows.map((row) => [row.id, row as Promotion & { codes: number }])),
    codes: new Map(found.map((code) => [code.key, code])),
  };
}
