import { sayDate, sayTime, type Calendar } from "#src/settings/calendar.ts";

/** The calendar and clock of the shop, in words: "22 November 2026" and "9:41 am". */
export function momentParts(at: Date, calendar: Calendar) {
  const date = sayDate(at, calendar, { day: "numeric", month: "long", year: "numeric" });
  return { date, time: sayTime(at, calendar) };
}

/** "Sunday, November 22, 9:41 am", or "Sunday 22 November, 9:41". */
export function momentInWords(at: Date, calendar: Calendar): string {
  const day = sayDate(at, calendar, { weekday: "long", day: "numeric", month: "long" });
  return `${day}, ${sayTime(at, calendar)}`;
}
