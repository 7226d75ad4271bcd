import { placeLine } from "#src/settings/place.ts";
import { addressLines } from "#src/addresses/address-lines.ts";
import { sumRows } from "#src/cart/ledger.ts";
import type { Deps } from "#src/deps.ts";
import type { OrderFacts } from "#src/mail/order-facts.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import type { Order, OrderLine } from "./order.ts";
import { orderPath, orderWhyPath } from "./order-link.ts";
import { payFacts } from "./pay-words.ts";

/** What every act on an order is done with: by whom, when, and what its letters tell of the shop. */
export type Acting = {
  /** "staff:<id>", "customer:<id>", "guest", "shop" (by itself) or "provider". */
  readonly who: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly shop: ShopSettings;
  readonly url: string;
  readonly linkKey: Uint8Array;
};

type Needs = Pick<Deps, "shop" | "config" | "keys" | "now" | "newId">;

/** Read before the write begins, so that the write does nothing but queries. */
export async function acting(deps: Needs, who: string): Promise<Acting> {
  const { now, newId, config, keys } = deps;
  return { who, at: now(), newId, shop: await deps.shop.read(), url: config.url, linkKey: keys.orderLink };
}

/** What letters tell of an order. */
export function factsOf(order: Order, { shop, url, linkKey }: Acting): OrderFacts {
  return {
    shop: {
      name: shop.name,
      url,
      email: shop.email,
      phone: shop.phone,
      place: placeLine(shop.address),
    },
    to: order.email,
    number: order.number,
    firstName: firstNameOf(order.name),
    link: `${url}${orderPath(linkKey, order.id)}`,
    why: `${url}${orderWhyPath(linkKey, order.id)}`,
    currency: order.currency,
    lines: order.lines.map(({ title, options, quantity, base }) => ({ title, options, quantity, amount: base })),
    sums: sumRows(order.totals, sumWords(order)),
    goes: goesTo(order),
    comes: [order.deliveryName, order.deliveryTime].filter((part) => part !== "").join(", "),
    pay: payFacts(order, shop),
    tracking: order.tracking,
    note: order.note,
  };
}

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? "";

/** What the delivery is called in the sum. */
export const sumWords = ({ deliveryType, deliveryName }: Pick<Order, "deliveryType" | "deliveryName">) =>
  deliveryType === "delivery" ? { delivery: "Delivery", deliveryNote: deliveryName } : { delivery: deliveryName };

export function goesTo({ address, deliveryType }: Order): { heading: string; lines: readonly string[] } | undefined {
  if (!address) return undefined;
  return { heading: deliveryType === "pickup" ? "Fetch it at" : "Goes to", lines: addressLines(address) };
}

export const unitsOf = (lines: readonly Pick<OrderLine, "quantity">[]): number =>
  lines.reduce((units, line) => units + line.quantity, 0);
