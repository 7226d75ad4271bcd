import { and, desc, eq, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { likes, products } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { cardFields, isSold } from "../catalog/card-store.ts";

/** Whose likes: "c:<customer>" or "g:<guest>". */
export type Owner = string;

/** Nobody looks through more; a program that presses hearts without end stops here. */
const mostLiked = 300;

const handle = sql.placeholder("handle");
const owner = sql.placeholder("owner");

const readProduct = prepared((db: Reader) =>
  db
    .select({ id: products.id, title: products.title })
    .from(products)
    .where(and(eq(products.handle, handle), eq(products.status, "active"))),
);

const take = prepared((tx: Tx) =>
  tx
    .delete(likes)
    .where(and(eq(likes.owner, owner), eq(likes.productId, sql.placeholder("productId"))))
    .returning({ productId: likes.productId }),
);

const moment = sql.param(sql.placeholder("at"), likes.at);
const give = prepared((tx: Tx) =>
  tx
    .insert(likes)
    .select(
      sql`select cast(${owner} as text), cast(${sql.placeholder("productId")} as text), ${moment}
        where (select count(*) from ${likes} where ${likes.owner} = ${owner}) < ${sql.raw(String(mostLiked))}`,
    )
    .onConflictDoNothing()
    .returning({ productId: likes.productId }),
);

export type Liking = { readonly owner: Owner; readonly handle: string; readonly at: Date };
export type Liked = { readonly title: string; readonly isLiked: boolean };

/** Likes a product, or no longer does. Answers how it stands now; undefined where there is no such product. */
export async function toggleLike(tx: Tx, liking: Liking): Promise<Liked | undefined> {
  const [product] = await readProduct(tx).execute({ handle: liking.handle });
  if (!product) return undefined;
  const pair = { owner: liking.owner, productId: product.id };
  if ((await take(tx).execute(pair)).length > 0) return { title: product.title, isLiked: false };
  const given = await give(tx).execute({ ...pair, at: liking.at });
  return { title: product.title, isLiked: given.length > 0 };
}

const readLiked = prepared((db: Reader) =>
  db
    .select(cardFields)
    .from(likes)
    .innerJoin(products, and(eq(products.id, likes.productId), eq(products.status, "active")))
    .where(eq(likes.owner, owner))
    .orderBy(desc(likes.at), products.title),
);

/** What somebody likes, newest first. */
export const loadLiked = (db: Reader, whose: Owner) => readLiked(db).execute({ owner: whose });

/** Nobody sends a longer list in an address. */
export const mostShared = 60;

/** Things by the names in their addresses, in that order: what a shared list shows. */
export async function loadNamed(db: Reader, handles: readonly string[]) {
  const found = await db
    .select(cardFields)
    .from(products)
    .where(and(inList(products.handle, handles), isSold));
  const cards = new Map(found.map((card) => [card.handle, card]));
  return handles.flatMap((handle) => cards.get(handle) ?? []);
}
