import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { cartLines, carts, products, variants } from "#db/schema.ts";
import type { Cents } from "#src/pricing/money.ts";

const id = sql.placeholder("cartId");

/** A cart that became an order holds nothing more: the next thing goes into another. */
const isOpen = sql`exists (select 1 from ${carts} where ${carts.id} = ${id} and ${carts.state} = 'open')`;

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
    sql<number>`(select count(*) from ${cartLines} other where other.cart_id = ${id} and other.removed_at is null and ${isOpen})`.mapWith(
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
      and(eq(cartLines.variantId, variants.id), eq(cartLines.cartId, id), isNull(cartLines.removedAt), isOpen),
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
