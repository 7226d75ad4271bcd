import { and, asc, eq, gt, or, sql, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { products, stockMoves, stockNotices, variants } from "#db/schema.ts";
import { countOf, rowsOf } from "#db/sets.ts";
import type { Cents } from "../../pricing/money.ts";

const pageSize = 30;

const waiting = sql<number>`(select count(*) from ${stockNotices} where ${stockNotices.variantId} = ${variants.id}
  and ${stockNotices.toldAt} is null)`.mapWith(Number);

const variantFields = {
  id: variants.id,
  option1: variants.option1,
  option2: variants.option2,
  option3: variants.option3,
  sku: variants.sku,
  price: variants.price,
  stock: variants.stock,
  tracked: variants.tracked,
  version: variants.version,
  /** How many asked to be told when it is back, and were not yet. */
  waiting,
};

const productFields = {
  id: products.id,
  handle: products.handle,
  title: products.title,
  vendor: products.vendor,
  status: products.status,
  available: products.available,
  picture: products.picture,
  version: products.version,
  variants: rowsOf(variantFields, {
    from: variants,
    where: sql`${variants.productId} = ${products.id}`,
    orderBy: [variants.position, variants.id],
  }),
};

export type ListQuery = { readonly q: string; readonly status: string; readonly after: string };

const likeText = (q: string) => `%${q.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;

function matching({ q, status }: ListQuery): SQL | undefined {
  const pattern = likeText(q);
  const bySku = sql`exists (select 1 from ${variants} where ${variants.productId} = ${products.id} and lower(${variants.sku}) like ${pattern} escape '\\')`;
  const found = q === "" ? undefined : or(sql`lower(${products.title}) like ${pattern} escape '\\'`, bySku);
  return and(status === "" ? undefined : eq(products.status, status), found);
}

/** A page of products by title, with their kinds, and how many there are in all. Two queries. */
export async function listDeskProducts(db: Reader, query: ListQuery) {
  const [title = "", id = ""] = query.after.split("\n");
  const from =
    query.after === "" ? undefined : or(gt(products.title, title), and(eq(products.title, title), gt(products.id, id)));
  const where = matching(query);
  const rows = await db
    .select(productFields)
    .from(products)
    .where(and(where, from))
    .orderBy(asc(products.title), asc(products.id))
    .limit(pageSize + 1);
  const [counted] = await db.select({ total: countOf() }).from(products).where(where);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    products: shown,
    total: counted?.total ?? 0,
    after: rows.length > pageSize && last ? `${last.title}\n${last.id}` : undefined,
  };
}

export async function loadDeskProduct(db: Reader, id: string) {
  const [row] = await db.select(productFields).from(products).where(eq(products.id, id));
  return row;
}

export type DeskProductRow = NonNullable<Awaited<ReturnType<typeof loadDeskProduct>>>;

export async function productOfVariant(db: Reader, variantId: string): Promise<string | undefined> {
  const [row] = await db.select({ productId: variants.productId }).from(variants).where(eq(variants.id, variantId));
  return row?.productId;
}

export async function loadShelf(db: Reader, variantId: string) {
  const columns = { sku: variants.sku, price: variants.price, stock: variants.stock };
  const [row] = await db.select(columns).from(variants).where(eq(variants.id, variantId));
  return row;
}

type VariantChange = {
  readonly id: string;
  readonly version: number;
  readonly price: Cents;
  readonly stock: number | undefined;
  readonly sku?: string | undefined;
};

/**
 * Sets price and stock of a kind, unless somebody changed it since `version` was shown. A count of stock is written
 * down as a movement. Answers whether it was changed.
 */
export async function setVariant(
  tx: Tx,
  change: VariantChange,
  { now, newId }: { now: Date; newId: () => string },
): Promise<boolean> {
  const current = and(eq(variants.id, change.id), eq(variants.version, change.version));
  const [before] = await tx.select({ stock: variants.stock }).from(variants).where(current);
  const changed = await tx
    .update(variants)
    .set({
      price: change.price,
      ...(change.stock === undefined ? {} : { stock: change.stock }),
      ...(change.sku === undefined ? {} : { sku: change.sku }),
      version: sql`${variants.version} + 1`,
    })
    .where(current)
    .returning({ id: variants.id });
  const moved = change.stock === undefined || !before ? 0 : change.stock - before.stock;
  if (changed.length === 1 && moved !== 0) {
    await tx.insert(stockMoves).values({ id: newId(), variantId: change.id, change: moved, cause: "counted", at: now });
  }
  return changed.length === 1;
}

type StatusChange = { readonly id: string; readonly version: number; readonly status: string };

export async function setStatus(tx: Tx, change: StatusChange, now: Date): Promise<boolean> {
  const changed = await tx
    .update(products)
    .set({ status: change.status, updatedAt: now, version: sql`${products.version} + 1` })
    .where(and(eq(products.id, change.id), eq(products.version, change.version)))
    .returning({ id: products.id });
  return changed.length === 1;
}
