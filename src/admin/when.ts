import { sayDate, sayTime, type Calendar } from "../settings/calendar.ts";

const dayOf = (moment: Date, { timeZone }: Calendar) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

/** A moment as one says it at the desk: "Today 9:41", "Yesterday 22:47", "20 Nov 16:44", and with its year when it is another. */
export function deskMoment(moment: Date, now: Date, calendar: Calendar): string {
  const time = sayTime(moment, calendar);
  const day = dayOf(moment, calendar);
  if (day === dayOf(now, calendar)) return `Today ${time}`;
  if (day === dayOf(new Date(now.getTime() - 86_400_000), calendar)) return `Yesterday ${time}`;
  const year = day.slice(0, 4) === dayOf(now, calendar).slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return `${sayDate(moment, calendar, { day: "numeric", month: "short", ...year })}, ${time}`;
}
