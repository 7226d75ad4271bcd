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
 * A text as it may stand in an address: small letters of any script, digits and single hyphens; "" when nothing is left.
 * Latin and Greek letters lose their accents, in other scripts they make another letter: "чай" is not "чаи". "Café Crème
 * (2 cups)" is "cafe-creme-2-cups".
 */
export function handleOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæøœłđþı]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+|['’]/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, 200)
    .replace(/^-+|-+$/g, "");
}

/** A product's handle as a file has it: of nothing but signs ("🎉"), their numbers; written for an address, its letters. */
export function handleIn(text: string): string {
  const read = /%[\da-f]{2}/i.test(text) ? letters(text) : text;
  return handleOf(read) || [...read].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("-");
}

function letters(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
