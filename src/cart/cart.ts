import type { Cents } from "#src/pricing/money.ts";
import type { Place } from "#src/shipping/place.ts";

export type CartLine = {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly handle: string;
  readonly title: string;
  /** "Bottle green, 0.9 l"; "" where the product has no options. */
  readonly options: string;
  readonly sku: string;
  readonly picture: string;
  readonly quantity: number;
  readonly unit: Cents;
  readonly compareAt: Cents | null;
  /** What it cost when it was put in. */
  readonly seenPrice: Cents;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
  /** The most one order may take. */
  readonly maxPerOrder: number;
  /** Grams of one. */
  readonly weight: number;
  readonly taxClass: string;
  readonly digital: boolean;
  readonly tags: readonly string[];
  /** Ids. */
  readonly collections: readonly string[];
  /** The shop still sells it. */
  readonly sold: boolean;
};

/** `lines` are those that are in it, in the order they were put in; `removed` can be put back. */
export type Cart = {
  readonly id: string;
  readonly version: number;
  readonly customerId: string | null;
  readonly lines: readonly CartLine[];
  readonly removed: readonly CartLine[];
  /** Units in it. */
  readonly count: number;
  readonly codeKey: string;
  /** Where to; empty until somebody says. */
  readonly place: Place;
  readonly shippingMethodId: string | null;
  readonly pickupPointId: string | null;
  /** What was given at the checkout, as it was typed. */
  readonly vatNumber?: string | null;
  /** What the last sign-in, or an order that was wanted again, brought in, while it can be undone. */
  readonly merged?: Merged | null;
};

/** What was said of it, and how many there were before, by variant; 0 where it was not in the cart. */
export type Merged = {
  readonly at: string;
  readonly said: string;
  /** What was left out or costs something else, a sentence each. */
  readonly notes?: readonly string[];
  readonly before: Readonly<Record<string, number>>;
};

/** The same, as it is shown. */
export type BroughtIn = {
  readonly said: string;
  readonly notes: readonly string[];
  /** The cart can be had as it was before. */
  readonly undoable: boolean;
};

const aDay = 86_400_000;

/** What was brought in, for as long as it is news. */
export function broughtIn(merged: Cart["merged"], now: Date): BroughtIn | undefined {
  if (!merged || now.getTime() - Date.parse(merged.at) >= aDay) return undefined;
  const { said, notes = [], before } = merged;
  return { said, notes, undoable: Object.keys(before).length > 0 };
}

export function emptyCart(id = ""): Cart {
  return {
    id,
    version: 0,
    customerId: null,
    lines: [],
    removed: [],
    count: 0,
    codeKey: "",
    place: { country: "", region: "", postcode: "" },
    shippingMethodId: null,
    pickupPointId: null,
  };
}

type Limits = Pick<CartLine, "maxPerOrder" | "stock" | "tracked" | "backorder" | "sold">;

/** How many of a thing a cart may hold, and why not more. */
export function mostOf({ maxPerOrder, stock, tracked, backorder, sold }: Limits): {
  most: number;
  by: "shelf" | "order";
} {
  if (!sold) return { most: 0, by: "shelf" };
  const left = tracked && !backorder ? Math.max(0, stock) : Infinity;
  return left < maxPerOrder ? { most: left, by: "shelf" } : { most: maxPerOrder, by: "order" };
}

/** Why that many cannot be had, with what can be done; undefined where they can. */
export function tooMany(limits: Limits, wanted: number, inCart = 0): string | undefined {
  const { most, by } = mostOf(limits);
  if (wanted + inCart <= most) return undefined;
  if (!limits.sold) return "This is no longer sold.";
  if (most === 0) return "This is sold out.";
  const had =
    inCart === 0 ? "" : `, and your cart holds ${inCart === most ? (most === 1 ? "it" : "them") : inCart} already`;
  const left = by === "shelf" ? `Only ${most} left${had}.` : `One order can take ${most} at most${had}.`;
  const more = most - inCart;
  return more <= 0 ? left : `${left} Choose ${more === 1 ? "1" : `${more} or fewer`}.`;
}

/** What a shopper should know of a line before going on; undefined where all is as it was. */
export type LineNews =
  | { readonly what: "gone" }
  | { readonly what: "short"; readonly message: string }
  | { readonly what: "price"; readonly was: Cents; readonly cheaper: boolean };

export function newsOf(line: CartLine): LineNews | undefined {
  if (!line.sold) return { what: "gone" };
  const message = tooMany(line, line.quantity);
  if (message !== undefined) return { what: "short", message };
  if (line.unit === line.seenPrice) return undefined;
  return { what: "price", was: line.seenPrice, cheaper: line.unit < line.seenPrice };
}

/** Whether everything in it can be had as it stands. */
export const canBeBought = (cart: Cart): boolean =>
  cart.lines.length > 0 && cart.lines.every((line) => line.sold && tooMany(line, line.quantity) === undefined);
