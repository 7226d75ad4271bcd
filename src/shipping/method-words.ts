import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { gramsInWords } from "./grams.ts";
import { countryInWords } from "./regions.ts";
import type { SetMethod } from "./read-method.ts";

/** "$6.95 up to 1 kg, $8.95 up to 3 kg; free from $60.00". */
export function priceInWords({ price, byWeight, byValue, freeFrom, type }: SetMethod, currency: string): string {
  const money = (amount: Cents) => (amount === 0 ? "free" : formatMoney(amount, currency));
  const free = freeFrom === null ? "" : `; free from ${formatMoney(freeFrom, currency)}`;
  if (byWeight.length > 0)
    return `${byWeight.map(([upTo, each]) => `${money(each)} up to ${gramsInWords(upTo)}`).join(", ")}${free}`;
  if (byValue && byValue.length > 0)
    return `${byValue.map(([from, each]) => `${money(each)} from ${formatMoney(from, currency)} of goods`).join(", ")}${free}`;
  return `${price === 0 && type === "digital" ? "free" : money(price)}${free}`;
}

const mostNamed = 6;

/** "Germany and Austria, 10115 to 10999": where a way goes to. */
export function reachInWords({ zone, countries, regions, postcodes }: SetMethod): string {
  const few = (list: readonly string[]) =>
    list.length > mostNamed
      ? `${list.slice(0, mostNamed - 1).join(", ")} and ${list.length - mostNamed + 1} more`
      : list.join(", ");
  const where = countries.length === 0 ? "everywhere" : few(countries.map(countryInWords));
  const narrowed = [few(regions), few(postcodes)].filter((part) => part !== "");
  const said = [where, ...narrowed].join(", ");
  return zone === "" ? said : `${zone}: ${said}`;
}
