import { Secret, TOTP } from "otpauth";

/** How long a code lasts, in milliseconds. */
const span = 30_000;

/** A seed of 160 random bits in the letters that apps take; `token` is one of `newToken`. */
export const newSeed = (token: string): string =>
  new Secret({ buffer: new Uint8Array(Buffer.from(token, "base64url").subarray(0, 20)).buffer }).base32;

const totpOf = (seed: string) =>
  new TOTP({ algorithm: "SHA1", digits: 6, period: span / 1000, secret: Secret.fromBase32(seed) });

/** What the square for the app says. */
export function addressOf(seed: string, shopName: string, email: string): string {
  // A colon parts the two in what apps read.
  const [issuer, label] = [shopName, email].map((name) => name.replaceAll(":", " "));
  return new TOTP({ issuer: issuer ?? "", label: label ?? "", secret: Secret.fromBase32(seed) }).toString();
}

/** The code that the app shows at a moment. */
export const codeAt = (seed: string, at: Date): string => totpOf(seed).generate({ timestamp: at.getTime() });

/** Which half minute since 1970 a code is of, one before and one after now included; undefined for a wrong one. */
export function stepOf(seed: string, typed: string, now: Date): number | undefined {
  const token = typed.replaceAll(/[\s-]/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(seed).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / span) + delta;
}
