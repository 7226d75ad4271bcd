import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { products, stockNotices, stockWatches, variants } from "#db/schema.ts";
import { inList, rowsIn } from "#db/sets.ts";
import { isSold } from "#src/catalog/card-store.ts";
import { kindFields, type StoredKind } from "./asking-store.ts";

const id = sql.placeholder("id");
const isThere = sql`(not ${variants.tracked} or ${variants.backorder} or ${variants.stock} > 0)`;

const now = sql.param(sql.placeholder("now"), stockNotices.notBefore);
const isDue = and(isNull(stockNotices.toldAt), or(isNull(stockNotices.notBefore), lte(stockNotices.notBefore, now)));
const waiting = sql`(select ${stockNotices.variantId} from ${stockNotices} where ${isDue}
  union select ${stockWatches.variantId} from ${stockWatches} where ${stockWatches.toldAt} is null)`;
const readBack = prepared((db: Reader) =>
  db
    .select(kindFields)
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), isSold))
    .where(and(sql`${variants.id} in ${waiting}`, isThere))
    .limit(20),
);

/** Kinds that are there and waited for, at most 20: however they came back, they are found here. */
export const loadBack = (db: Reader, moment: Date): Promise<StoredKind[]> => readBack(db).execute({ now: moment });

const stillThere = sql`exists (select 1 from ${variants} where ${variants.id} = ${stockNotices.variantId} and ${isThere})`;
const later = sql.param(sql.placeholder("later"), stockNotices.notBefore);
const claim = prepared((tx: Tx) =>
  tx
    .update(stockNotices)
    .set({ notBefore: sql`${later}` })
    .where(and(eq(stockNotices.variantId, id), isDue, stillThere))
    .returning({
      id: stockNotices.id,
      email: stockNotices.email,
      emailKey: stockNotices.emailKey,
      createdAt: stockNotices.createdAt,
    }),
);

/** Puts all who wait for a kind off until later, and answers them in their order: whoever else looks finds none to tell. */
export async function claimWave(tx: Tx, variantId: string, when: { readonly now: Date; readonly later: Date }) {
  const rows = await claim(tx).execute({ id: variantId, ...when });
  return rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
}

const told = rowsIn("told", { id: "words", leaveHash: "words" }, sql.placeholder("rows"));
/** Not joined: SQLite would go through all who wait, and read the rows anew for each of them. */
const ownHash = sql`(select ${told.columns.leaveHash} from ${told.table} where ${told.columns.id} = ${stockNotices.id})`;
const mark = prepared((tx: Tx) =>
  tx
    .update(stockNotices)
    .set({ toldAt: sql`${sql.param(sql.placeholder("at"), stockNotices.toldAt)}`, leaveHash: sql`${ownHash}` })
    .where(and(inList(stockNotices.id, sql.placeholder("ids")), isNull(stockNotices.toldAt)))
    .returning({ id: stockNotices.id }),
);

/** Notes that these are told now. Answers those that were not told yet. */
export async function markTold(
  tx: Tx,
  rows: readonly { readonly id: string; readonly leaveHash: string }[],
  moment: Date,
): Promise<ReadonlySet<string>> {
  const ids = rows.map((row) => row.id);
  return new Set((await mark(tx).execute({ rows, ids, at: moment })).map((row) => row.id));
}

const tellWatchers = prepared((tx: Tx) =>
  tx
    .update(stockWatches)
    .set({ toldAt: sql`${sql.param(sql.placeholder("at"), stockWatches.toldAt)}` })
    .where(and(eq(stockWatches.variantId, id), isNull(stockWatches.toldAt)))
    .returning({ owner: stockWatches.owner }),
);

/** Notes that all who watch a kind are told. Answers who they are. */
export async function markWatchersTold(tx: Tx, variantId: string, moment: Date): Promise<string[]> {
  return (await tellWatchers(tx).execute({ id: variantId, at: moment })).map((row) => row.owner);
}

/** Forgets who was told a month ago, and who has waited for a year. */
export async function sweepNotices(tx: Tx, moment: Date): Promise<void> {
  const ago = (days: number) => new Date(moment.getTime() - days * 86_400_000);
  for (const table of [stockNotices, stockWatches] as const)
    await tx.delete(table).where(or(lte(table.toldAt, ago(30)), lte(table.createdAt, ago(365))));
}
