import { digestOf } from "../keys.ts";

/** Letters and digits that nobody takes for one another. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const groups = 6;
const perGroup = 4;

/** Ten codes of 120 random bits, as they are shown once; each `token` is one of `newToken`. */
export function newRecoveryCodes(newToken: () => string): string[] {
  return Array.from({ length: 10 }, () => {
    const bytes = Buffer.from(newToken(), "base64url").subarray(0, groups * perGroup);
    const text = [...bytes].map((byte) => letters[byte % 32]).join("");
    return (text.match(/.{4}/g) ?? []).join("-");
  });
}

/** What the table keeps of a code, however it was typed. */
export function recoveryDigest(owner: string, typed: string): string {
  const bare = typed.toLowerCase().replaceAll(/[^0-9a-z]/g, "");
  return digestOf(`recovery ${owner} ${bare.replaceAll("o", "0").replaceAll(/[il]/g, "1")}`);
}
