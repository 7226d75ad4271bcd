import { orderToken } from "#src/keys.ts";
import { link, paths } from "#src/paths.ts";

/** Where the price of an order is explained, to whoever has its address. */
export const orderWhyPath = (key: Uint8Array, orderId: string): string =>
  link(paths.orderWhy, { token: orderToken(key, orderId) });

/** The address of an order: whoever has it may see the order. */
export const orderPath = (key: Uint8Array, orderId: string): string =>
  link(paths.order, { token: orderToken(key, orderId) });
