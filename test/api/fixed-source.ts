import type { Cart, Order } from "#src/api/cart-shapes.ts";
import { examples } from "#src/api/examples.ts";
import { readOffset, type Keys } from "#src/api/cursor.ts";
import { ProductSummary, type Collection, type Product } from "#src/api/shapes.ts";
import type { Piece, PieceAsked, Source } from "#src/api/source.ts";
import { ShopError } from "#src/web/shop-error.ts";

const shownInLists = Object.keys(ProductSummary.properties);
const summaryOf = (product: Product) =>
  Object.fromEntries(Object.entries(product).filter(([name]) => shownInLists.includes(name))) as ProductSummary;

/** A shop whose goods, cart and orders stand in the code: what the same routes answer before there is a database. */
export function fixedSource(): Source {
  const products = ["pushcart-mug", "round-teapot", "milk-jug"].map((handle) => {
    return { ...examples.product, handle } as Product;
  });
  const collections = examples.collections.items as Collection[];
  const order = examples.order as Order;
  let cart: Cart = examples.cart as Cart;
  const empty: Cart = { ...cart, lines: [], count: 0, buyable: false };

  function piece<T>(all: readonly T[], { limit, after }: PieceAsked): Piece<T> {
    const start = after === undefined ? 0 : (readOffset(after) ?? 0);
    const next: Keys | undefined = start + limit < all.length ? [String(start + limit)] : undefined;
    return { items: all.slice(start, start + limit), next };
  }
  const lineOf = (quantity: number): Cart["lines"][number] => {
    const [line] = examples.cart.lines;
    return { ...line, quantity } as Cart["lines"][number];
  };
  const held = (id: string) => {
    if (!cart.lines.some((line) => line.id === id)) throw new ShopError("not_found", "There is no such line.");
  };

  return {
    catalogue: {
      async products(asked) {
        const all = products.filter(({ handle }) => handle.includes(asked.q ?? ""));
        const items = all.map(summaryOf);
        return piece(items, asked);
      },
      product: async (handle) => products.find((each) => each.handle === handle),
      collections: async (asked) => piece(collections, asked),
    },
    carts: {
      cart: async () => cart,
      async add(_, { quantity }) {
        cart = { ...cart, lines: [lineOf(quantity)], count: quantity };
        return cart;
      },
      async change(_, id, quantity) {
        held(id);
        cart = { ...cart, lines: [lineOf(quantity)], count: quantity };
        return cart;
      },
      async remove(_, id) {
        held(id);
        return (cart = empty);
      },
      useCode: async () => cart,
      dropCode: async () => cart,
    },
    orders: {
      orders: async (_, asked) => piece(examples.orders.items, asked),
      order: async (_, number) => (number === order.number ? order : undefined),
    },
  };
}
