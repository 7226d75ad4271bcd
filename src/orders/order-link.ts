import { createHmac } from "node:crypto";
import { link, paths } from "#src/paths.ts";

/**
 * What the address of an order holds: 256 bits that nobody guesses, made from its id by a key, so that letters and the
 * owner's desk can write the link without keeping it. The table knows its digest only.
 */
export function orderToken(key: Uint8Array, orderId: string): string {
  return createHmac("sha256", key).update(orderId).digest("base64url");
}

export const orderPath = (key: Uint8Array, orderId: string): string =>
  link(paths.order, { token: orderToken(key, orderId) });
