import { lt, sql } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import type { Store, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { tries } from "#db/schema.ts";
import { inList, rowsIn } from "#db/sets.ts";

/** Whether several processes may serve one shop, so that what one of them counts is not all. */
export const isShared = isPostgres;

const rows = rowsIn("tried", { key: "words", endsAt: "count" }, sql.placeholder("rows"));
const isOver = sql`${tries.endsAt} <= cast(${sql.placeholder("now")} as bigint)`;

const countAll = prepared((tx: Tx) =>
  tx
    .insert(tries)
    .select(sql`select ${rows.columns.key}, 1, ${rows.columns.endsAt} from ${rows.table} where true order by 1`)
    .onConflictDoUpdate({
      target: tries.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${tries.count} + 1 end`,
        endsAt: sql`case when ${isOver} then excluded.ends_at else ${tries.endsAt} end`,
      },
    })
    .returning(),
);

export type Tried = { readonly key: string; readonly count: number; readonly endsAt: number };

/** Counts one try under each key, from 1 where the span before is over, and answers how they stand. One statement. */
export function countTries(
  store: Store,
  spans: readonly { readonly key: string; readonly endsAt: number }[],
  now: number,
): Promise<Tried[]> {
  return store.write((tx) => countAll(tx).execute({ rows: spans, now }));
}

const stretch = prepared((tx: Tx) =>
  tx
    .update(tries)
    .set({ endsAt: sql`cast(${sql.placeholder("endsAt")} as bigint)` })
    .where(inList(tries.key, sql.placeholder("keys"))),
);

/** Lets a span end then instead. */
export async function endAt(store: Store, key: string, endsAt: number): Promise<void> {
  await store.write((tx) => stretch(tx).execute({ keys: [key], endsAt }));
}

const drop = prepared((tx: Tx) => tx.delete(tries).where(inList(tries.key, sql.placeholder("keys"))));

export async function forgetTried(store: Store, keys: readonly string[]): Promise<void> {
  await store.write((tx) => drop(tx).execute({ keys }));
}

/** Takes out what counts no more. */
export async function sweepTries(tx: Tx, now: Date): Promise<void> {
  await tx.delete(tries).where(lt(tries.endsAt, now.getTime()));
}
