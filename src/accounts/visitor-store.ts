import { aliasedTable, and, eq, sql } from "drizzle-orm";
import { unindexed } from "#db/planning.ts";
import { prepared, type Reader } from "#db/prepared.ts";
import { carts, customers, likes, news, products, sessions } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import { idleSince } from "./session-span.ts";

export type Customer = {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly verified: boolean;
};

/** A visitor as far as the database knows them. */
export type VisitorRow = {
  readonly cartCount: number;
  /** The open cart: a customer's own on whichever device it was filled, else the one of the cookie. */
  readonly cartId?: string | undefined;
  /** The cookie names the cart of a customer who is not signed in here, or not any more: it waits in their account. */
  readonly isOthersCart?: boolean;
  readonly customer: Customer | undefined;
  readonly sessionId: string | undefined;
  /** When that session was last noted to be in use. */
  readonly seenAt?: Date | undefined;
  /** When the password was last given in that session. */
  readonly provenAt?: Date | undefined;
  /** Handles. */
  readonly liked: readonly string[];
  /** How much news there is that was not looked at. */
  readonly news?: number | undefined;
  /** Where the cart is to go, once somebody has said so. */
  readonly destination?: Destination | undefined;
};

type Destination = {
  readonly place: { readonly country: string; readonly region: string; readonly postcode: string };
  readonly shippingMethodId: string | null;
};

type Asked = {
  readonly cartId?: string | undefined;
  readonly guest?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly now: Date;
};

const handleOfLike =
  sql<string>`(select ${products.handle} from ${products} where ${products.id} = ${likes.productId})`.mapWith(String);
const ownerOfLikes = sql`coalesce('c:' || ${customers.id}, ${sql.placeholder("guest")})`;

const going = {
  country: carts.country,
  region: carts.region,
  postcode: carts.postcode,
  shippingMethodId: carts.shippingMethodId,
};
type Going = { readonly [K in keyof typeof going]: string | null };

function destinationOf(row: Going | null | undefined): Destination | undefined {
  if (!row?.country) return undefined;
  const { country, region, postcode, shippingMethodId } = row;
  return { place: { country, region: region ?? "", postcode: postcode ?? "" }, shippingMethodId };
}

const own = aliasedTable(carts, "own");
const ownCart = sql`(select ${own.id} from ${carts} as own where ${own.customerId} = ${customers.id}
  and ${unindexed(own.state)} = 'open' order by ${own.updatedAt} desc, ${own.id} limit 1)`;

const unseen = sql<number>`(select count(*) from ${news} where ${news.owner} = ${ownerOfLikes}
  and ${news.seenAt} is null and ${news.listed})`.mapWith(Number);

/** Cart, session, customer, likes and news of one visitor in one query. */
const visitor = prepared((db: Reader) =>
  db
    .select({
      cartCount: carts.count,
      cartId: carts.id,
      ownerId: carts.customerId,
      going,
      sessionId: sessions.id,
      seenAt: sessions.seenAt,
      provenAt: sessions.provenAt,
      createdAt: sessions.createdAt,
      id: customers.id,
      email: customers.email,
      displayName: customers.displayName,
      verifiedAt: customers.verifiedAt,
      news: unseen,
      liked: rowsOf(
        { handle: handleOfLike },
        { from: likes, where: sql`${likes.owner} = ${ownerOfLikes}`, orderBy: [likes.at] },
      ),
    })
    .from(sql`(select 1 as one) as visit`)
    .leftJoin(
      sessions,
      and(
        eq(sessions.id, sql.placeholder("sessionId")),
        eq(sessions.audience, "shop"),
        sql`${sessions.expiresAt} > ${sql.param(sql.placeholder("now"), sessions.expiresAt)}`,
        sql`${sessions.seenAt} > ${sql.param(sql.placeholder("idle"), sessions.seenAt)}`,
      ),
    )
    .leftJoin(customers, eq(customers.id, sessions.accountId))
    .leftJoin(
      carts,
      and(sql`${carts.id} = coalesce(${ownCart}, ${sql.placeholder("cartId")})`, eq(carts.state, "open")),
    ),
);

const inCart = prepared((db: Reader) =>
  db
    .select({ count: carts.count, going })
    .from(carts)
    .where(and(eq(carts.id, sql.placeholder("cartId")), eq(carts.state, "open"))),
);

/** A visitor with nothing but a cart, as most with a cookie are, is answered by a plain look-up, in a third of the time. */
export async function loadVisitor(
  db: Reader,
  { cartId = "", guest = "", sessionId = "", now }: Asked,
): Promise<VisitorRow> {
  const nobody = { customer: undefined, sessionId: undefined, liked: [] };
  if (guest === "" && sessionId === "") {
    const [cart] = await inCart(db).execute({ cartId });
    return { ...nobody, cartCount: cart?.count ?? 0, destination: destinationOf(cart?.going) };
  }
  const [row] = await visitor(db).execute({ cartId, guest, sessionId, now, idle: idleSince("shop", now) });
  if (!row) return { ...nobody, cartCount: 0 };
  const { id, email, displayName, verifiedAt, ownerId } = row;
  const isOthersCart = ownerId !== null && ownerId !== id;
  return {
    isOthersCart,
    cartCount: isOthersCart ? 0 : (row.cartCount ?? 0),
    cartId: isOthersCart ? undefined : (row.cartId ?? undefined),
    destination: isOthersCart ? undefined : destinationOf(row.going),
    sessionId: row.sessionId ?? undefined,
    seenAt: row.seenAt ?? undefined,
    provenAt: row.provenAt ?? row.createdAt ?? undefined,
    customer:
      id === null
        ? undefined
        : { id, email: email ?? "", displayName: displayName ?? "", verified: verifiedAt !== null },
    news: row.news,
    liked: row.liked.map(({ handle }) => handle),
  };
}
