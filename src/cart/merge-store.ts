import { and, eq, isNull, or, sql } from "drizzle-orm";
import { unindexed } from "#db/planning.ts";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { cartLines, carts } from "#db/schema.ts";
import { inList, rowsIn, rowsOf } from "#db/sets.ts";
import type { Merged } from "./cart.ts";

const moment = sql.param(sql.placeholder("at"), carts.updatedAt);

const lineFields = {
  id: cartLines.id,
  variantId: cartLines.variantId,
  quantity: cartLines.quantity,
  seenPrice: cartLines.seenPrice,
  addedAt: cartLines.addedAt,
  removedAt: cartLines.removedAt,
};

const involved = prepared((db: Reader) =>
  db
    .select({
      id: carts.id,
      codeKey: carts.codeKey,
      country: carts.country,
      region: carts.region,
      postcode: carts.postcode,
      draft: carts.draft,
      lines: rowsOf(lineFields, {
        from: cartLines,
        where: eq(cartLines.cartId, carts.id),
        orderBy: [cartLines.addedAt],
      }),
    })
    .from(carts)
    .where(
      and(
        sql`${unindexed(carts.state)} = 'open'`,
        or(
          and(inList(carts.id, sql.placeholder("cartIds")), sql`${unindexed(carts.customerId)} is null`),
          eq(carts.customerId, sql.placeholder("customerId")),
        ),
      ),
    )
    .orderBy(carts.updatedAt, carts.id),
);

export type OldCart = Awaited<ReturnType<ReturnType<typeof involved>["execute"]>>[number];

/** Nobody's open carts by their ids, and all of the customer; the one that was used last comes last. */
export function loadInvolved(db: Reader, cartIds: readonly string[], customerId: string): Promise<OldCart[]> {
  return involved(db).execute({ cartIds, customerId });
}

const forget = prepared((tx: Tx) => tx.delete(carts).where(inList(carts.id, sql.placeholder("cartIds"))));

const open = prepared((tx: Tx) =>
  tx.insert(carts).values({
    id: sql.placeholder("id"),
    customerId: sql.placeholder("customerId"),
    codeKey: sql.placeholder("codeKey"),
    country: sql.placeholder("country"),
    region: sql.placeholder("region"),
    postcode: sql.placeholder("postcode"),
    draft: sql`${sql.param(sql.placeholder("draft"), carts.draft)}`,
    merged: sql`${sql.param(sql.placeholder("merged"), carts.merged)}`,
    count: sql.placeholder("count"),
    createdAt: sql`${moment}`,
    updatedAt: sql`${moment}`,
  }),
);

const merged = rowsIn(
  "merged",
  { id: "words", variantId: "words", quantity: "count", seenPrice: "count" },
  sql.placeholder("lines"),
);

const fill = prepared((tx: Tx) =>
  tx.insert(cartLines).select(
    sql`select ${merged.columns.id}, ${sql.placeholder("cartId")}, ${merged.columns.variantId},
      ${merged.columns.quantity}, ${merged.columns.seenPrice}, ${moment}, null from ${merged.table}`,
  ),
);

type NewCart = Omit<OldCart, "lines"> & {
  readonly customerId: string;
  readonly count: number;
  readonly merged: Merged | null;
};
export type MergedLine = Pick<OldCart["lines"][number], "variantId" | "quantity" | "seenPrice"> & {
  readonly id: string;
};

/** Writes one cart in the place of several. */
export async function replaceCarts(
  tx: Tx,
  old: readonly OldCart[],
  cart: NewCart,
  lines: readonly MergedLine[],
  at: Date,
) {
  await forget(tx).execute({ cartIds: old.map((each) => each.id) });
  await open(tx).execute({ ...cart, at });
  await fill(tx).execute({ cartId: cart.id, lines, at });
}

const openOne = and(eq(carts.id, sql.placeholder("cartId")), eq(carts.state, "open"));
const mergeOf = prepared((db: Reader) => db.select({ merged: carts.merged }).from(carts).where(openOne));

/** What the last sign-in changed in this cart, while it is still open. */
export async function loadMerge(db: Reader, cartId: string): Promise<Merged | undefined> {
  return (await mergeOf(db).execute({ cartId }))[0]?.merged ?? undefined;
}

const forgetOne = prepared((tx: Tx) => tx.update(carts).set({ merged: null }).where(openOne));

export async function forgetMerge(tx: Tx, cartId: string): Promise<void> {
  await forgetOne(tx).execute({ cartId });
}

const inCart = and(eq(cartLines.cartId, sql.placeholder("cartId")), isNull(cartLines.removedAt));

const takeOut = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ removedAt: sql`${moment}` })
    .where(and(inCart, inList(cartLines.variantId, sql.placeholder("variantIds")))),
);

type Those = { readonly cartId: string; readonly variantIds: readonly string[]; readonly at: Date };

export async function takeOutAgain(tx: Tx, those: Those): Promise<void> {
  await takeOut(tx).execute(those);
}

const number = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ quantity: sql`${sql.placeholder("quantity")}` })
    .where(and(inCart, eq(cartLines.variantId, sql.placeholder("variantId")))),
);

type Numbered = { readonly cartId: string; readonly variantId: string; readonly quantity: number };

export async function numberAgain(tx: Tx, numbered: Numbered): Promise<void> {
  await number(tx).execute(numbered);
}
