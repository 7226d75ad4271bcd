import { and, asc, eq, lt, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { cartLines, carts, collectionProducts, pictures, products, variants } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import { emptyCart, type Cart, type CartLine } from "./cart.ts";

const id = sql.placeholder("cartId");

const headFields = {
  id: carts.id,
  version: carts.version,
  customerId: carts.customerId,
  codeKey: carts.codeKey,
  country: carts.country,
  region: carts.region,
  postcode: carts.postcode,
  shippingMethodId: carts.shippingMethodId,
  pickupPointId: carts.pickupPointId,
  merged: carts.merged,
  vatNumber: sql<string | null>`${carts.draft} ->> 'vatNumber'`,
};

const lineFields = {
  line: {
    id: cartLines.id,
    quantity: cartLines.quantity,
    seenPrice: cartLines.seenPrice,
    removedAt: cartLines.removedAt,
  },
  variant: {
    id: variants.id,
    option1: variants.option1,
    option2: variants.option2,
    option3: variants.option3,
    sku: variants.sku,
    price: variants.price,
    compareAt: variants.compareAt,
    weight: variants.weight,
    stock: variants.stock,
    tracked: variants.tracked,
    backorder: variants.backorder,
    maxPerOrder: variants.maxPerOrder,
  },
  product: {
    id: products.id,
    handle: products.handle,
    title: products.title,
    status: products.status,
    tags: products.tags,
    taxClass: products.taxClass,
    digital: products.digital,
    picture: products.picture,
  },
  picture: pictures.file,
  collections: rowsOf(
    { id: collectionProducts.collectionId },
    { from: collectionProducts, where: eq(collectionProducts.productId, products.id) },
  ),
};

const cartRows = prepared((db: Reader) =>
  db
    .select({ cart: headFields, ...lineFields })
    .from(carts)
    .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
    .leftJoin(variants, eq(variants.id, cartLines.variantId))
    .leftJoin(products, eq(products.id, variants.productId))
    .leftJoin(pictures, eq(pictures.id, variants.pictureId))
    .where(and(eq(carts.id, id), eq(carts.state, "open")))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.id)),
);

/** The lines of a cart, as `cartFrom` takes them, in a column of a query about carts. */
const linesOfCart = rowsOf(lineFields, {
  from: sql`${cartLines} inner join ${variants} on ${variants.id} = ${cartLines.variantId}
    inner join ${products} on ${products.id} = ${variants.productId}
    left join ${pictures} on ${pictures.id} = ${variants.pictureId}`,
  where: eq(cartLines.cartId, carts.id),
  orderBy: [cartLines.addedAt, cartLines.id],
});

/** A whole cart in one row. */
export const wholeCart = { ...headFields, lines: linesOfCart };

type CartRow = Awaited<ReturnType<ReturnType<typeof cartRows>["execute"]>>[number];
type Head = CartRow["cart"];
type LineRow = Omit<CartRow, "cart">;

/** Everything the cart screen shows, in one query. A cart that is unknown or became an order is an empty one. */
export async function loadCart(db: Reader, cartId: string | undefined): Promise<Cart> {
  const rows = cartId === undefined ? [] : await cartRows(db).execute({ cartId });
  const head = rows[0]?.cart;
  if (!head) return emptyCart(cartId);
  return cartFrom(head, rows);
}

export function cartFrom({ country, region, postcode, ...rest }: Head, rows: readonly LineRow[]): Cart {
  const lines = rows.filter((row) => row.line?.removedAt === null).flatMap(lineOf);
  return {
    ...rest,
    place: { country, region, postcode },
    lines,
    removed: rows.filter((row) => row.line?.removedAt != null).flatMap(lineOf),
    count: lines.reduce((units, line) => units + line.quantity, 0),
  };
}

function lineOf({ line, variant, product, picture, collections }: LineRow): CartLine[] {
  if (!line || !variant || !product) return [];
  return [
    {
      id: line.id,
      variantId: variant.id,
      productId: product.id,
      handle: product.handle,
      title: product.title,
      options: [variant.option1, variant.option2, variant.option3].filter(Boolean).join(", "),
      sku: variant.sku,
      picture: picture ?? product.picture,
      quantity: line.quantity,
      unit: variant.price,
      compareAt: variant.compareAt,
      seenPrice: line.seenPrice,
      stock: variant.stock,
      tracked: variant.tracked,
      backorder: variant.backorder,
      maxPerOrder: variant.maxPerOrder,
      weight: variant.weight,
      taxClass: product.taxClass,
      digital: product.digital,
      tags: product.tags,
      collections: collections.map((each) => each.id),
      sold: product.status === "active",
    },
  ];
}

const thirtyDays = 30 * 86_400_000;

/** Forgets carts that nobody has touched for thirty days, which is as long as their cookies live. Orders keep theirs. */
export async function sweepCarts(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - thirtyDays);
  await tx.delete(carts).where(and(eq(carts.state, "open"), lt(carts.updatedAt, before)));
}
