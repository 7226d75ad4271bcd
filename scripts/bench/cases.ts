import { handleOf, kinds, typed } from "./catalogue.ts";
import { get, pick, post } from "./requests.ts";
import type { Shopper } from "./shoppers.ts";

type Request = (connection: number, nth: number) => string;

/** One thing that is measured: what the shop is asked, and what the bare reference is asked in turn. */
export type Case = {
  readonly name: string;
  readonly shop: Request;
  readonly reference: Request;
  /** The least share of the reference that is aimed for. */
  readonly aim?: number;
};

/** Few enough to be kept all, many enough that not one page only is asked for. */
const hot = 100;

/** `run` is different each time, so that what must not be kept was never asked for before. */
export function cases(products: number, visitors: readonly Shopper[], run: () => number): readonly Case[] {
  const bare = (path: string) => get(path);
  const few: Request = (connection, nth) => bare(`/products/${handleOf(pick(connection, nth, hot))}`);
  const any = (connection: number, nth: number) =>
    `/products/${handleOf(pick(connection, nth + run() * 7919, products))}`;
  const anyPage: Request = (connection, nth) => bare(any(connection, nth));
  const once = (path: string, connection: number, nth: number) =>
    bare(`${path}${path.includes("?") ? "&" : "?"}once=${run()}-${connection}-${nth}`);
  const cookieOf = (connection: number) => visitors[connection % visitors.length]?.cookie ?? "";
  const shelf = (connection: number, nth: number) =>
    `/collections/${kinds[pick(connection, nth, kinds.length)]?.toLowerCase()}?page=${1 + pick(connection, nth + 1, 4)}`;
  const query = (connection: number, nth: number) =>
    `/search?q=${encodeURIComponent(typed(pick(connection, nth + run() * 7919, products)))}`;

  return [
    { name: "Product page, kept", shop: few, reference: few, aim: 2 },
    {
      name: "Product page, with a cart",
      shop: (connection, nth) =>
        get(`/products/${handleOf(pick(connection, nth, hot))}`, { Cookie: cookieOf(connection) }),
      reference: few,
      aim: 0.5,
    },
    {
      name: "Product page, not kept",
      shop: (connection, nth) => once(any(connection, nth), connection, nth),
      reference: anyPage,
      aim: 0.35,
    },
    { name: "Collection, kept", shop: (connection, nth) => bare(shelf(connection, nth)), reference: few },
    {
      name: "Collection, not kept",
      shop: (connection, nth) => once(shelf(connection, nth), connection, nth),
      reference: anyPage,
    },
    {
      name: "Search, not kept",
      shop: (connection, nth) => once(query(connection, nth), connection, nth),
      reference: anyPage,
    },
    {
      name: "Cart update",
      shop: (connection, nth) =>
        post(
          `/cart/lines/${visitors[connection % visitors.length]?.lineId}`,
          { quantity: String(1 + (nth % 9)) },
          { Cookie: cookieOf(connection), "HX-Request": "true", "HX-Request-Type": "partial" },
        ),
      reference: (connection, nth) => post(`/cart/lines/l${connection}`, { quantity: String(1 + (nth % 9)) }),
      aim: 1.5,
    },
  ];
}
