/** Longer than any code: such a text is not looked up. */
const longest = 64;

/** A code as it is kept and compared: capitals, no spaces. "" for what cannot be a code. */
export function codeKey(typed: string): string {
  const key = typed
    .normalize("NFKC")
    .replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]/gu, "")
    .toUpperCase();
  return key.length > longest ? "" : key;
}
