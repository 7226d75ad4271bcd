const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
  đ: "d",
  þ: "th",
  ı: "i",
};

/**
 * A text as it may stand in an address: small letters of any script, digits and single hyphens, without accents; ""
 * when nothing is left. "Café Crème (2 cups)" is "cafe-creme-2-cups".
 */
export function handleOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæøœłđþı]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, 200)
    .replace(/^-+|-+$/g, "");
}
