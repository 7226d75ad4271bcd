import { createHmac } from "node:crypto";
import { link, paths } from "../paths.ts";

/**
 * What the link holds that ends the letters to an address: 256 bits, made from the address by a key, so that every
 * letter can carry it and no table needs to keep it.
 */
export const leaveToken = (key: Uint8Array, emailKey: string): string =>
  createHmac("sha256", key).update(emailKey).digest("base64url");

export const leaveLink = (url: string, key: Uint8Array, emailKey: string): string =>
  url + link(paths.newsletterLeave, { token: leaveToken(key, emailKey) });
