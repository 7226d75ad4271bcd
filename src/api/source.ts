import type { Keys } from "./cursor.ts";
import type { Cart, Order, OrderSummary } from "./cart-shapes.ts";
import type { Collection, Product, ProductSummary } from "./shapes.ts";
import type { Who } from "./who.ts";

/** A piece of a list, and where the next one begins; undefined on the last. */
export type Piece<T> = { readonly items: T[]; readonly next: Keys | undefined };
export type PieceAsked = { readonly limit: number; readonly after: Keys | undefined };

export type ProductsAsked = PieceAsked & {
  readonly q: string | undefined;
  readonly collection: string | undefined;
  readonly updated: Date | undefined;
};

/**
 * Where the answers come from: the shop's own books, or (in tests, and for whoever builds a client before there is a
 * shop) data that stand in the code. The routes know no more than this, so an answer has one shape wherever it is from.
 */
export type Catalogue = {
  products(asked: ProductsAsked): Promise<Piece<ProductSummary>>;
  product(handle: string): Promise<Product | undefined>;
  collections(asked: PieceAsked): Promise<Piece<Collection>>;
};

/** What goes into a cart: a variant by its id, or a product by its handle with the values of its options. */
export type Wish = {
  readonly variant?: string;
  readonly product?: string;
  readonly options?: readonly string[];
  readonly quantity: number;
};

/** Each answers the cart as it then stands. @throws ShopError where the shelf, or what was sent, does not allow it. */
export type Carts = {
  cart(who: Who): Promise<Cart>;
  add(who: Who, wish: Wish): Promise<Cart>;
  change(who: Who, lineId: string, quantity: number): Promise<Cart>;
  remove(who: Who, lineId: string): Promise<Cart>;
  useCode(who: Who, code: string): Promise<Cart>;
  dropCode(who: Who): Promise<Cart>;
};

/** Nobody's but the customer's own. */
export type Orders = {
  orders(customerId: string, asked: PieceAsked): Promise<Piece<OrderSummary>>;
  order(customerId: string, number: string): Promise<Order | undefined>;
};

export type Source = { readonly catalogue: Catalogue; readonly carts: Carts; readonly orders: Orders };
