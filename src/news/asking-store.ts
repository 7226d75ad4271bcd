import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { products, stockNotices, stockWatches, variants } from "#db/schema.ts";

/** Whoever asks for more than this is a program, or has forgotten the first of them. */
const mostForMailbox = 20;
const mostForOwner = 50;

const id = sql.placeholder("id");
const text = (name: string) => sql`cast(${sql.placeholder(name)} as text)`;

export const kindFields = {
  variantId: variants.id,
  handle: products.handle,
  title: products.title,
  option1: variants.option1,
  option2: variants.option2,
  option3: variants.option3,
  stock: variants.stock,
  tracked: variants.tracked,
  backorder: variants.backorder,
};

const readKind = prepared((db: Reader) =>
  db
    .select(kindFields)
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, "active")))
    .where(and(eq(variants.id, id), eq(products.handle, sql.placeholder("handle")))),
);

/** A kind of a product that is sold here. */
export async function loadKind(db: Reader, handle: string, variantId: string) {
  return (await readKind(db).execute({ id: variantId, handle }))[0];
}

export type StoredKind = NonNullable<Awaited<ReturnType<typeof loadKind>>>;

const openOf = sql`(select count(*) from ${stockNotices} where ${stockNotices.emailKey} = ${text("emailKey")}
  and ${stockNotices.toldAt} is null)`;
const at = sql.param(sql.placeholder("at"), stockNotices.createdAt);
const putNotice = prepared((tx: Tx) =>
  tx
    .insert(stockNotices)
    .select(
      sql`select ${text("id")}, ${text("variantId")}, ${text("email")}, ${text("emailKey")}, ${text("customerId")},
        ${text("guest")}, ${at}, null, null, '' where ${openOf} < ${sql.raw(String(mostForMailbox))}`,
    )
    .onConflictDoUpdate({
      target: [stockNotices.variantId, stockNotices.emailKey],
      set: {
        email: sql`excluded.email`,
        customerId: sql`excluded.customer_id`,
        guest: sql`excluded.guest`,
        createdAt: sql`excluded.created_at`,
        toldAt: sql`null`,
        notBefore: sql`null`,
      },
      setWhere: sql`${stockNotices.toldAt} is not null`,
    }),
);

export type Asking = {
  readonly id: string;
  readonly variantId: string;
  readonly email: string;
  readonly emailKey: string;
  readonly customerId: string | null;
  /** "g:<guest>", or "" for who is signed in. */
  readonly guest: string;
  readonly at: Date;
};

/** Notes that an address waits for a kind; one that does already stays in its place. */
export async function noteNotice(tx: Tx, asking: Asking): Promise<void> {
  await putNotice(tx).execute(asking);
}

const owner = sql.placeholder("owner");
const watchesOf = sql`(select count(*) from ${stockWatches} where ${stockWatches.owner} = ${text("owner")}
  and ${stockWatches.toldAt} is null)`;
const putWatch = prepared((tx: Tx) =>
  tx
    .insert(stockWatches)
    .select(
      sql`select ${text("owner")}, ${text("variantId")}, ${at}, null
        where ${watchesOf} < ${sql.raw(String(mostForOwner))}`,
    )
    .onConflictDoUpdate({
      target: [stockWatches.owner, stockWatches.variantId],
      set: { createdAt: sql`excluded.created_at`, toldAt: sql`null` },
      setWhere: sql`${stockWatches.toldAt} is not null`,
    }),
);

export type Watching = { readonly owner: string; readonly variantId: string; readonly at: Date };

/** Notes that somebody is to hear of a kind in the page. */
export async function noteWatch(tx: Tx, watching: Watching): Promise<void> {
  await putWatch(tx).execute(watching);
}

const readWatched = prepared((db: Reader) =>
  db
    .select(kindFields)
    .from(stockWatches)
    .innerJoin(variants, eq(variants.id, stockWatches.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(stockWatches.owner, owner), isNull(stockWatches.toldAt)))
    .orderBy(stockWatches.createdAt, variants.id),
);

/** What somebody waits for, first asked first. */
export const loadWatched = (db: Reader, whose: string): Promise<StoredKind[]> =>
  readWatched(db).execute({ owner: whose });

/** Somebody waits no more, in the page nor by the letters that they themselves asked for. */
export async function dropWatch(tx: Tx, whose: string, variantId: string): Promise<void> {
  await tx.delete(stockWatches).where(and(eq(stockWatches.owner, whose), eq(stockWatches.variantId, variantId)));
  const own = whose.startsWith("c:") ? eq(stockNotices.customerId, whose.slice(2)) : eq(stockNotices.guest, whose);
  await tx.delete(stockNotices).where(and(eq(stockNotices.variantId, variantId), own, isNull(stockNotices.toldAt)));
}

/** Everything that an address waits for ends, by what its letters hold. */
export async function dropAddress(tx: Tx, leaveHash: string): Promise<void> {
  const same = sql`(select ${stockNotices.emailKey} from ${stockNotices} where ${stockNotices.leaveHash} = ${leaveHash})`;
  await tx.delete(stockNotices).where(sql`${stockNotices.emailKey} in ${same}`);
}
