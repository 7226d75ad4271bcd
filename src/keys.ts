import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** One key for each purpose, 32 bytes, all derived from the one secret: knowing one says nothing of another. */
export type PurposeKeys = {
  readonly session: Uint8Array;
  readonly orderLink: Uint8Array;
  readonly newsletter: Uint8Array;
  readonly secondFactor: Uint8Array;
  readonly stockNotice: Uint8Array;
};

/** The keys of now, by which everything is written, and those of the secret before, by which it may still be read. */
export type Keys = PurposeKeys & { readonly before?: PurposeKeys };

export function deriveKeys(secret: string, secretBefore = ""): Keys {
  const now = keysOf(secret);
  return secretBefore === "" || secretBefore === secret ? now : { ...now, before: keysOf(secretBefore) };
}

function keysOf(secret: string): PurposeKeys {
  const keyFor = (purpose: string) => new Uint8Array(hkdfSync("sha256", secret, "pushcart", purpose, 32));
  return {
    session: keyFor("session"),
    orderLink: keyFor("order-link"),
    newsletter: keyFor("newsletter"),
    secondFactor: keyFor("second-factor"),
    stockNotice: keyFor("stock-notice"),
  };
}

/** What names a key in what was made with it; it says nothing of the key. */
export const keyIdOf = (key: Uint8Array): string =>
  new Bun.CryptoHasher("sha256").update("key id").update(key).digest("hex").slice(0, 8);

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

/** Encrypts a text so that only this key reads it, and only for whom it was meant (AES-256-GCM). */
export function seal(key: Uint8Array, text: string, meantFor: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(meantFor));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [keyIdOf(key), ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/** Reads what was sealed; undefined where it was changed, meant for somebody else, or sealed by none of these keys. */
export function unseal(keys: readonly Uint8Array[], sealed: string, meantFor: string): string | undefined {
  const [id, nonce = "", text = "", tag = ""] = sealed.split(".");
  const key = keys.find((each) => keyIdOf(each) === id);
  if (!key) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), { authTagLength: 16 })
      .setAAD(Buffer.from(meantFor))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
