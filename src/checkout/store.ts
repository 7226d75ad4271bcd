import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { carts, orders, type Address } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { BookAddress } from "#src/addresses/address.ts";
import { bookOf } from "#src/addresses/store.ts";
import type { Cart } from "#src/cart/cart.ts";
import { cartFrom, wholeCart } from "#src/cart/store.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { codedFrom, codedOf } from "#src/promotions/store.ts";
import type { Place } from "#src/shipping/place.ts";
import type { Draft } from "./draft.ts";

const cartId = sql.placeholder("cartId");
const moment = sql.param(sql.placeholder("at"), carts.updatedAt);

const lastAddress = rowsOf(
  { address: orders.address },
  {
    from: orders,
    where: and(
      eq(orders.customerId, sql.placeholder("customerId")),
      eq(orders.deliveryType, "delivery"),
      isNotNull(orders.address),
    ),
    orderBy: [desc(orders.placedAt)],
    limit: 1,
  },
);

const draftOf = prepared((db: Reader) =>
  db
    .select({ draft: carts.draft, last: lastAddress, book: bookOf })
    .from(carts)
    .where(and(eq(carts.id, cartId), eq(carts.state, "open"))),
);

export type Known = {
  readonly draft: Draft;
  /** Where the customer's last order went. */
  readonly address: Address | undefined;
  /** The addresses that they keep. */
  readonly book: readonly BookAddress[];
};

/** What is known already of who checks out with this cart: nothing of it is asked twice. */
export async function loadKnown(db: Reader, cart: string, customerId: string | undefined): Promise<Known> {
  const [row] = await draftOf(db).execute({ cartId: cart, customerId: customerId ?? "" });
  return { draft: row?.draft ?? {}, address: row?.last[0]?.address ?? undefined, book: row?.book ?? [] };
}

export type Saving = {
  readonly cartId: string;
  readonly draft: Draft;
  /** What the cart page reckons with from now on. */
  readonly place: Place;
  readonly methodId: string | null;
  readonly pointId: string | null;
  readonly at: Date;
};

/** Keeps the checkout as far as it is filled in, for as long as the cart is kept. */
export async function saveDraft(tx: Tx, saving: Saving): Promise<void> {
  const { place, draft, methodId, pointId, at } = saving;
  await tx
    .update(carts)
    .set({ ...place, draft, shippingMethodId: methodId, pickupPointId: pointId, updatedAt: at })
    .where(and(eq(carts.id, saving.cartId), eq(carts.state, "open")));
}

const lately = sql.param(sql.placeholder("lately"), orders.placedAt);
/** Orders that were placed lately with the address that stands in a cart's checkout. */
const ordersToMailbox = sql<number>`(select count(*) from ${orders}
  where ${orders.emailKey} = lower(trim(${carts.draft} ->> 'email')) and ${orders.placedAt} > ${lately})`.mapWith(
  Number,
);

const close = prepared((tx: Tx) =>
  tx
    .update(carts)
    .set({ state: "closed", count: 0, updatedAt: sql`${moment}` })
    .where(and(eq(carts.id, cartId), eq(carts.state, "open")))
    .returning({ ...wholeCart, draft: carts.draft, coded: codedOf(carts.codeKey), toMailbox: ordersToMailbox }),
);

export type Closed = {
  readonly cart: Cart;
  readonly draft: Draft;
  readonly coded: Promotion | undefined;
  /** How many orders were placed in the last hour with the same email address. */
  readonly toMailbox: number;
};
const anHour = 3_600_000;

/** Makes the cart one that has become an order; of many who try at once one succeeds, and gets all that was in it. */
export async function closeCart(tx: Tx, cart: string, at: Date): Promise<Closed | undefined> {
  const lately = new Date(at.getTime() - anHour);
  const [closed] = await close(tx).execute({ cartId: cart, at, lately });
  if (!closed) return undefined;
  const { draft, coded, lines, toMailbox, ...head } = closed;
  const promotion = coded.flatMap((row) => codedFrom(row) ?? [])[0];
  return { cart: cartFrom(head, lines), draft: draft ?? {}, coded: promotion, toMailbox };
}
