import { dateInWords } from "#src/promotions/moment-words.ts";
import type { ShippingMethod } from "./shipping-method.ts";

const day = 86_400_000;

type Times = Pick<ShippingMethod, "minDays" | "maxDays">;

/** "28 November to 1 December": when it should be there if it is ordered now; "" where the method does not say. */
export function arrivalInWords({ minDays, maxDays }: Times, now: Date, timeZone: string): string {
  const [first, last] = [minDays ?? maxDays, maxDays ?? minDays];
  if (first === null || last === null) return "";
  const from = dateInWords(new Date(now.getTime() + first * day), timeZone);
  const to = dateInWords(new Date(now.getTime() + last * day), timeZone);
  if (from === to) return from;
  const [fromDay, fromMonth] = from.split(" ");
  return to.endsWith(` ${fromMonth}`) ? `${fromDay} to ${to}` : `${from} to ${to}`;
}
