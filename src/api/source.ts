import type { Keys } from "./cursor.ts";
import type { Collection, Product, ProductSummary } from "./shapes.ts";

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
