declare const minorUnits: unique symbol;

/** A whole number of minor units (cents, pence, yen) of one currency. Made only by `toCents`. */
export type Cents = number & { readonly [minorUnits]: true };

/** @throws RangeError when `amount` is not a whole number that JavaScript holds exactly. */
export function toCents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) {
    const trouble = Number.isInteger(amount) ? "more than can be counted exactly" : "not a whole number of minor units";
    throw new RangeError(`${amount} is ${trouble}`);
  }
  return (amount === 0 ? 0 : amount) as Cents;
}

export const zero = toCents(0);

/** @throws RangeError when the sum passes what JavaScript holds exactly. */
export function sum(amounts: readonly Cents[]): Cents {
  return toCents(amounts.reduce((total: number, amount) => total + amount, 0));
}

export function plus(left: Cents, right: Cents): Cents {
  return toCents(left + right);
}

export function minus(left: Cents, right: Cents): Cents {
  return toCents(left - right);
}

/** @throws RangeError when the product passes what JavaScript holds exactly. */
export function times(amount: Cents, quantity: number): Cents {
  return toCents(amount * quantity);
}

const threeDecimals = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);
const noDecimals = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));

/** How many decimals a currency's minor unit stands for (ISO 4217): 0, 2 or 3. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (noDecimals.has(currency)) return 0;
  return threeDecimals.has(currency) ? 3 : 2;
}

const symbols: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", CAD: "CA$", AUD: "A$" };

/** `formatMoney(296901, "USD")` is "$2,969.01"; `grouped: false` leaves the thousands mark out. */
export function formatMoney(amount: Cents, currency: string, { grouped = true } = {}): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const part = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${amount < 0 ? "−" : ""}${symbols[currency] ?? `${currency} `}${shown}${part}`;
}

/** `plainMoney(150, "USD")` is "1.50": for files, forms and JSON-LD. */
export function plainMoney(amount: Cents, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return amount < 0 ? `-${text}` : text;
}

/** Reads "29.99" or "1500" exactly; undefined for anything else (signs, exponents, too many decimals, marks). */
export function readMoney(text: string, currency: string): Cents | undefined {
  const decimals = decimalsOf(currency);
  const found = /^(\d{1,13})(?:\.(\d{1,3}))?$/.exec(text.trim());
  const fraction = found?.[2] ?? "";
  if (!found || fraction.length > decimals) return undefined;
  return toCents(Number(`${found[1]}${fraction.padEnd(decimals, "0")}`));
}
