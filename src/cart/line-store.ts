import { and, eq, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { prepared, type Tx } from "#db/prepared.ts";
import { cartLines, carts, variants } from "#db/schema.ts";
import type { Cents } from "#src/pricing/money.ts";

const cartId = sql.placeholder("cartId");
const lineId = sql.placeholder("lineId");
const quantity = sql.placeholder("quantity");
const moment = sql.param(sql.placeholder("at"), carts.updatedAt);

const openCart = prepared((tx: Tx) =>
  tx
    .insert(carts)
    .values({
      id: cartId,
      customerId: sql.placeholder("customerId"),
      count: quantity,
      createdAt: sql`${moment}`,
      updatedAt: sql`${moment}`,
    })
    .onConflictDoUpdate({
      target: carts.id,
      set: {
        count: sql`${carts.count} + ${quantity}`,
        customerId: sql`coalesce(${carts.customerId}, excluded.customer_id)`,
        version: sql`${carts.version} + 1`,
        updatedAt: sql`${moment}`,
      },
      setWhere: sql`${carts.state} = 'open'
        and coalesce(${carts.customerId}, '') in ('', coalesce(excluded.customer_id, ${carts.customerId}, ''))`,
    })
    .returning({ id: carts.id }),
);

type CountingIn = {
  readonly cartId: string;
  readonly customerId?: string | null | undefined;
  readonly units: number;
  readonly at: Date;
};

/** Makes the cart where there is none, and counts what comes in. False where it has become an order, or is another customer's. */
export async function countIn(tx: Tx, { units, customerId = null, ...rest }: CountingIn): Promise<boolean> {
  return (await openCart(tx).execute({ ...rest, customerId, quantity: units })).length === 1;
}

/** One order may take so many, and the shelf holds them or need not. */
const canBeHad = (wanted: SQL) => sql`exists (select 1 from ${variants}
  where ${variants.id} = ${cartLines.variantId} and ${wanted} <= ${variants.maxPerOrder}
  and (not ${variants.tracked} or ${variants.backorder} or ${variants.stock} >= ${wanted}))`;

const isOpen = sql`exists (select 1 from ${carts} where ${carts.id} = ${cartLines.cartId} and ${carts.state} = 'open')`;

const together = sql`(case when ${cartLines.removedAt} is null then ${cartLines.quantity} else 0 end + ${quantity})`;

const put = prepared((tx: Tx) =>
  tx
    .insert(cartLines)
    .values({
      id: lineId,
      cartId,
      variantId: sql.placeholder("variantId"),
      quantity,
      seenPrice: sql.placeholder("price"),
      addedAt: sql`${moment}`,
    })
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.variantId],
      set: { quantity: together, seenPrice: sql`excluded.seen_price`, removedAt: null },
      setWhere: canBeHad(together),
    })
    .returning({ id: cartLines.id }),
);

export type Putting = {
  readonly cartId: string;
  readonly lineId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly price: Cents;
  readonly at: Date;
};

/** Puts units of a variant in: into the line that there is, or a new one. False where the line would hold too many. */
export async function putLine(tx: Tx, putting: Putting): Promise<boolean> {
  return (await put(tx).execute(putting)).length === 1;
}

const ofCart = and(eq(cartLines.id, lineId), eq(cartLines.cartId, cartId), isOpen);
const inIt = and(ofCart, isNull(cartLines.removedAt));

const set = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ quantity: sql`${quantity}` })
    .where(and(inIt, canBeHad(sql`${quantity}`)))
    .returning({ id: cartLines.id }),
);

/** Sets a line's quantity if the line is in this cart and so many can be had. Answers whether it did. */
export async function setQuantity(tx: Tx, cart: string, line: string, units: number): Promise<boolean> {
  return (await set(tx).execute({ cartId: cart, lineId: line, quantity: units })).length === 1;
}

const one = sql`${cartLines.quantity} + 1`;
const more = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ quantity: one })
    .where(and(inIt, canBeHad(one)))
    .returning({ id: cartLines.id }),
);

/** One more, where one more can be had. */
export async function addOne(tx: Tx, cart: string, line: string): Promise<boolean> {
  return (await more(tx).execute({ cartId: cart, lineId: line })).length === 1;
}

const fewer = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({
      quantity: sql`case when ${cartLines.quantity} > 1 then ${cartLines.quantity} - 1 else 1 end`,
      removedAt: sql`case when ${cartLines.quantity} > 1 then ${cartLines.removedAt} else ${moment} end`,
    })
    .where(inIt)
    .returning({ id: cartLines.id }),
);

/** One fewer; the last one takes the line out. Going down is always allowed, also towards a shelf that holds less. */
export async function takeOne(tx: Tx, cart: string, line: string, at: Date): Promise<boolean> {
  return (await fewer(tx).execute({ cartId: cart, lineId: line, at })).length === 1;
}

const takeOut = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ removedAt: sql`${moment}` })
    .where(inIt)
    .returning({ id: cartLines.id }),
);

export async function removeLine(tx: Tx, cart: string, line: string, at: Date): Promise<boolean> {
  return (await takeOut(tx).execute({ cartId: cart, lineId: line, at })).length === 1;
}

const restore = prepared((tx: Tx) =>
  tx
    .update(cartLines)
    .set({ removedAt: null })
    .where(and(ofCart, isNotNull(cartLines.removedAt)))
    .returning({ id: cartLines.id }),
);

/** Puts back what was taken out, with the quantity it had. */
export async function restoreLine(tx: Tx, cart: string, line: string): Promise<boolean> {
  return (await restore(tx).execute({ cartId: cart, lineId: line })).length === 1;
}

const count = prepared((tx: Tx) =>
  tx
    .update(carts)
    .set({
      count: sql`(select coalesce(sum(${cartLines.quantity}), 0) from ${cartLines}
        where ${cartLines.cartId} = ${carts.id} and ${cartLines.removedAt} is null)`,
      version: sql`${carts.version} + 1`,
      updatedAt: sql`${moment}`,
    })
    .where(eq(carts.id, cartId)),
);

/** Keeps the cart's count, for the header, after its lines have changed. */
export async function recount(tx: Tx, cart: string, at: Date): Promise<void> {
  await count(tx).execute({ cartId: cart, at });
}
