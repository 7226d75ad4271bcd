import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { cartLines, carts, collectionProducts, pictures, products, variants } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
import type { Cents } from "#src/pricing/money.ts";
import { emptyCart, type Cart, type CartLine } from "./cart.ts";

const id = sql.placeholder("cartId");

const cartRows = prepared((db: Reader) =>
  db
    .select({
      cart: {
        id: carts.id,
        version: carts.version,
        customerId: carts.customerId,
        codeKey: carts.codeKey,
        country: carts.country,
        region: carts.region,
        postcode: carts.postcode,
        shippingMethodId: carts.shippingMethodId,
        pickupPointId: carts.pickupPointId,
      },
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
    })
    .from(carts)
    .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
    .leftJoin(variants, eq(variants.id, cartLines.variantId))
    .leftJoin(products, eq(products.id, variants.productId))
    .leftJoin(pictures, eq(pictures.id, variants.pictureId))
    .where(and(eq(carts.id, id), eq(carts.state, "open")))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.id)),
);

type CartRow = Awaited<ReturnType<ReturnType<typeof cartRows>["execute"]>>[number];

/** Everything the cart screen shows, in one query. A cart that is unknown or became an order is an empty one. */
export async function loadCart(db: Reader, cartId: string | undefined): Promise<Cart> {
  const rows = cartId === undefined ? [] : await cartRows(db).execute({ cartId });
  const head = rows[0]?.cart;
  if (!head) return emptyCart(cartId);
  const { country, region, postcode, ...rest } = head;
  const lines = rows.filter((row) => row.line?.removedAt === null).flatMap(lineOf);
  return {
    ...rest,
    place: { country, region, postcode },
    lines,
    removed: rows.filter((row) => row.line?.removedAt != null).flatMap(lineOf),
    count: lines.reduce((units, line) => units + line.quantity, 0),
  };
}

function lineOf({ line, variant, product, picture, collections }: CartRow): CartLine[] {
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

const variantFields = {
  variantId: variants.id,
  handle: products.handle,
  title: products.title,
  status: products.status,
  price: variants.price,
  stock: variants.stock,
  tracked: variants.tracked,
  backorder: variants.backorder,
  maxPerOrder: variants.maxPerOrder,
  inCart: cartLines.quantity,
  /** Different things in the cart. */
  kinds:
    sql<number>`(select count(*) from ${cartLines} other where other.cart_id = ${id} and other.removed_at is null)`.mapWith(
      Number,
    ),
};

const wantedWhere = (db: Reader) =>
  db
    .select(variantFields)
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(
      cartLines,
      and(eq(cartLines.variantId, variants.id), eq(cartLines.cartId, id), isNull(cartLines.removedAt)),
    );

const wantedById = prepared((db: Reader) => wantedWhere(db).where(eq(variants.id, sql.placeholder("variantId"))));

const option = (nth: 1 | 2 | 3) => {
  const column = { 1: variants.option1, 2: variants.option2, 3: variants.option3 }[nth];
  return eq(column, sql.placeholder(`option${nth}`));
};

const wantedByOptions = prepared((db: Reader) =>
  wantedWhere(db).where(and(eq(products.handle, sql.placeholder("handle")), option(1), option(2), option(3))),
);

/** What is to be put into a cart: a variant by its id, or by its product and the values of its options. */
export type Choice =
  { readonly variantId: string } | { readonly handle: string; readonly options: readonly [string, string, string] };

export type Wanted = {
  readonly variantId: string;
  readonly handle: string;
  readonly title: string;
  /** The shop has it, be it sold still or not. */
  readonly shown: boolean;
  readonly sold: boolean;
  readonly price: Cents;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
  readonly maxPerOrder: number;
  readonly inCart: number;
  readonly kinds: number;
};

/** The variant as it stands now, and how many of it this cart holds; undefined where there is none. */
export async function loadWanted(db: Reader, cartId: string, choice: Choice): Promise<Wanted | undefined> {
  const [row] =
    "variantId" in choice
      ? await wantedById(db).execute({ cartId, variantId: choice.variantId })
      : await wantedByOptions(db).execute({
          cartId,
          handle: choice.handle,
          option1: choice.options[0],
          option2: choice.options[1],
          option3: choice.options[2],
        });
  if (!row) return undefined;
  const { status, inCart, ...rest } = row;
  return { ...rest, shown: status !== "draft", sold: status === "active", inCart: inCart ?? 0 };
}

const thirtyDays = 30 * 86_400_000;

/** Forgets carts that nobody has touched for thirty days, which is as long as their cookies live. Orders keep theirs. */
export async function sweepCarts(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - thirtyDays);
  await tx.delete(carts).where(and(eq(carts.state, "open"), lt(carts.updatedAt, before)));
}
