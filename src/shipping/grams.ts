/** "2 kg", "1.5 kg" or "250 g". */
export function gramsInWords(grams: number): string {
  if (grams < 1000) return `${grams} g`;
  const digits = String(grams).padStart(4, "0");
  const part = digits.slice(-3).replace(/0+$/, "");
  return `${digits.slice(0, -3)}${part === "" ? "" : `.${part}`} kg`;
}

/** Reads kilograms such as "2" or "0.25" exactly, as grams; undefined for anything else, and from 10,000 kg up. */
export function readKilograms(text: string): number | undefined {
  const found = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  return found ? Number(`${found[1]}${(found[2] ?? "").padEnd(3, "0")}`) : undefined;
}
