import { decimalsOf, readMoney, type Cents } from "#src/pricing/money.ts";

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const ok = <T>(value: T): Read<T> => ({ ok: true, value });
const no = (reason: string): Read<never> => ({ ok: false, reason });

/** Currencies that a sign may stand for. */
const signs: Readonly<Record<string, string>> = {
  $: "USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD",
  US$: "USD",
  CA$: "CAD",
  A$: "AUD",
  NZ$: "NZD",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP EGP",
  "¥": "JPY CNY",
  "₹": "INR",
  "₽": "RUB",
  "₴": "UAH",
  "₩": "KRW",
  "₺": "TRY",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
  zł: "PLN",
  kr: "SEK NOK DKK ISK",
  "kr.": "DKK",
  Kč: "CZK",
  Ft: "HUF",
  лв: "BGN",
};

/**
 * Reads a price exactly, or says why it cannot be read. Nothing is ever rounded or guessed:
 *
 * - plain digits are whole units, and one point or comma with one or two digits after it is a decimal mark: "12",
 *   "12.5", "12,50", ".99", also "12.5000" as other shops write it;
 * - thousands marks are taken where they can be nothing else: "1,299.00", "1.299,00", "1 299,00", "1'299.00",
 *   "1,299,000";
 * - a lone mark with three digits after it is refused, "1,234" and "1.234" alike, since it may be either (except where
 *   the shop's currency has no decimals, or three and the mark is the file's decimal mark);
 * - the shop's own currency may stand before or after it ("$5", "5 EUR"); another currency is refused;
 * - below zero, exponents ("1e3"), finer than the currency's smallest coin, and anything else: refused.
 */
export function readPrice(typed: string, currency: string, decimal: "." | ","): Read<Cents> {
  const text = typed.replace(/\s+/g, " ").trim();
  const shown = `"${text.slice(0, 40)}"`;
  const parts = /^([^\d.,'’ -]{0,4}) ?([\d.,'’ ]*\d[.,]?) ?([^\d.,'’ -]{0,4})$/u.exec(text);
  if (/^[^\d]{0,5}[-−][^\d]{0,5}\d/u.test(text)) return no(`${shown} is below zero`);
  if (!parts) return no(`${shown} is not a price`);

  const foreign = [parts[1], parts[3]].find((sign) => sign && !means(sign, currency));
  if (foreign) return no(`${shown} is in "${foreign}", but the shop sells in ${currency}`);

  const digits = plainDigits(parts[2] ?? "", decimalsOf(currency), decimal);
  if (digits === "either")
    return no(`${shown} may mean thousands or decimals: write it with no mark between thousands`);
  const amount = digits === undefined ? undefined : readMoney(digits, currency);
  if (amount !== undefined) return ok(amount);
  const fine = digits !== undefined && /^\d{1,13}\.\d+$/.test(digits);
  return no(fine ? `${shown} is finer than the smallest coin of ${currency}` : `${shown} is not a price`);
}

function means(sign: string, currency: string): boolean {
  return sign.toUpperCase() === currency || (signs[sign] ?? "").split(" ").includes(currency);
}

/** The amount with a point for its decimals and nothing else; "either" when it may be read in two ways. */
function plainDigits(text: string, decimals: number, decimal: "." | ","): string | "either" | undefined {
  const closed = text.replace(/^(\d{1,3}(?:[ '’]\d{3})+)(?=[.,]|$)/, (whole) => whole.replace(/[ '’]/g, ""));
  if (/^\d+$/.test(closed)) return closed;
  if (/^\d{1,3}(?:,\d{3})+\.\d*$/.test(closed)) return fraction(closed.replaceAll(",", ""), decimals);
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(closed)) return fraction(closed.replaceAll(".", "").replace(",", "."), decimals);
  if (/^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(closed)) return closed.replace(/[.,]/g, "");

  const lone = /^(\d*)([.,])(\d*)$/.exec(closed);
  if (!lone) return undefined;
  const [, whole = "", mark, part = ""] = lone;
  const mayBeThousands = /^[1-9]\d{0,2}$/.test(whole) && part.length === 3;
  if (mayBeThousands && decimals === 0) return `${whole}${part}`;
  if (mayBeThousands && !(decimals === 3 && mark === decimal)) return "either";
  return fraction(`${whole || "0"}.${part}`, decimals);
}

/** Drops zeros that say nothing: "12.5000" is 12.50. */
function fraction(digits: string, decimals: number): string {
  const [whole = "0", part = ""] = digits.split(".");
  const kept = part.slice(0, decimals) + part.slice(decimals).replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}
