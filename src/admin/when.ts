import type { ShopSettings } from "../settings/shop.ts";

const dayOf = (moment: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

/** A moment as one says it at the desk: "Today 9:41", "Yesterday 22:47", "20 Nov 16:44", and with its year when it is another. */
export function deskMoment(moment: Date, now: Date, { timeZone }: Pick<ShopSettings, "timeZone">): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "numeric", minute: "2-digit" }).format(moment);
  const day = dayOf(moment, timeZone);
  if (day === dayOf(now, timeZone)) return `Today ${time}`;
  if (day === dayOf(new Date(now.getTime() - 86_400_000), timeZone)) return `Yesterday ${time}`;
  const year = day.slice(0, 4) === dayOf(now, timeZone).slice(0, 4) ? {} : ({ year: "numeric" } as const);
  const date = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", ...year }).format(moment);
  return `${date} ${time}`;
}
