import { saySpan, type Calendar } from "#src/settings/calendar.ts";
import type { ShippingMethod } from "./shipping-method.ts";

const day = 86_400_000;

type Times = Pick<ShippingMethod, "minDays" | "maxDays">;

/** "28 November to 1 December": when it should be there if it is ordered now; "" where the method does not say. */
export function arrivalInWords({ minDays, maxDays }: Times, now: Date, calendar: Calendar): string {
  const [first, last] = [minDays ?? maxDays, maxDays ?? minDays];
  if (first === null || last === null) return "";
  return saySpan(new Date(now.getTime() + first * day), new Date(now.getTime() + last * day), calendar);
}
