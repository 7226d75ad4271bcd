import { createHmac, hkdfSync } from "node:crypto";

/** One key for each purpose, 32 bytes, all derived from the one secret: knowing one says nothing of another. */
export type Keys = { readonly session: Uint8Array; readonly orderLink: Uint8Array; readonly newsletter: Uint8Array };

export function deriveKeys(secret: string): Keys {
  const keyFor = (purpose: string) => new Uint8Array(hkdfSync("sha256", secret, "pushcart", purpose, 32));
  return { session: keyFor("session"), orderLink: keyFor("order-link"), newsletter: keyFor("newsletter") };
}

/** What a table keeps of a secret that a cookie or a link holds. Hexadecimal SHA-256. */
export function digestOf(secret: string): string {
  return new Bun.CryptoHasher("sha256").update(secret).digest("hex");
}

/**
 * What the address of an order holds: 256 bits that nobody guesses, made from its id by a key, so that letters, the
 * account and the desk can write the link without keeping it. The table knows its digest only.
 */
export function orderToken(key: Uint8Array, orderId: string): string {
  return createHmac("sha256", key).update(orderId).digest("base64url");
}
