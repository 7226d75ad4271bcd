import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { cartLines, carts, products, variants } from "#db/schema.ts";
import { inList, rowsIn } from "#db/sets.ts";
import type { Merged } from "./cart.ts";

const thingFields = {
  variantId: variants.id,
  handle: products.handle,
  title: products.title,
  option1: variants.option1,
  option2: variants.option2,
  option3: variants.option3,
  status: products.status,
  price: variants.price,
  stock: variants.stock,
  tracked: variants.tracked,
  backorder: variants.backorder,
  maxPerOrder: variants.maxPerOrder,
};

const things = (db: Reader) =>
  db.select(thingFields).from(variants).innerJoin(products, eq(products.id, variants.productId));

const byId = prepared((db: Reader) => things(db).where(inList(variants.id, sql.placeholder("variantIds"))));
const byHandle = prepared((db: Reader) => things(db).where(inList(products.handle, sql.placeholder("handles"))));

type ThingRow = Awaited<ReturnType<ReturnType<typeof byId>["execute"]>>[number];

const thingOf = ({ option1, option2, option3, status, ...row }: ThingRow) => ({
  ...row,
  /** As an order writes them down. */
  options: [option1, option2, option3].filter(Boolean).join(", "),
  sold: status === "active",
});

/** What is sold, as it stands now. */
export type Thing = ReturnType<typeof thingOf>;

export const loadThings = async (db: Reader, variantIds: readonly string[]): Promise<Thing[]> =>
  (await byId(db).execute({ variantIds })).map(thingOf);

/** Every variant of these products. */
export const loadThingsOf = async (db: Reader, handles: readonly string[]): Promise<Thing[]> =>
  (await byHandle(db).execute({ handles })).map(thingOf);

const moment = sql.param(sql.placeholder("at"), carts.updatedAt);
const put = rowsIn(
  "put",
  { id: "words", variantId: "words", quantity: "count", price: "count" },
  sql.placeholder("lines"),
);
const larger = sql`case when ${cartLines.removedAt} is null and ${cartLines.quantity} > excluded.quantity
  then ${cartLines.quantity} else excluded.quantity end`;

const putAll = prepared((tx: Tx) =>
  tx
    .insert(cartLines)
    .select(
      sql`select ${put.columns.id}, ${sql.placeholder("cartId")}, ${put.columns.variantId}, ${put.columns.quantity},
        ${put.columns.price}, ${moment}, null from ${put.table} where true`,
    )
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.variantId],
      set: { quantity: larger, seenPrice: sql`excluded.seen_price`, removedAt: null },
    }),
);

export type PutLine = {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly price: Thing["price"];
};

/** Puts all of it in; of what the cart holds already, it holds the larger number afterwards. */
export async function putLines(tx: Tx, cartId: string, lines: readonly PutLine[], at: Date): Promise<void> {
  await putAll(tx).execute({ cartId, lines, at });
}

const remember = prepared((tx: Tx) =>
  tx
    .update(carts)
    .set({ merged: sql`${sql.param(sql.placeholder("merged"), carts.merged)}` })
    .where(and(eq(carts.id, sql.placeholder("cartId")), eq(carts.state, "open"))),
);

/** Keeps what was brought in and what is said of it, so that it can be undone. */
export async function rememberMerge(tx: Tx, cartId: string, merged: Merged): Promise<void> {
  await remember(tx).execute({ cartId, merged });
}
