import { sayDate, sayDay, sayTime, type Calendar } from "../settings/calendar.ts";

const sixDays = 6 * 86_400_000;

/** "Monday 9:00" for the next six days, "14 December, 9:00" after that, without a clock for a day's first moment. */
export function momentInWords(at: Date, now: Date, calendar: Calendar): string {
  const soon = at.getTime() - now.getTime() < sixDays;
  const day = soon ? sayDate(at, calendar, { weekday: "long" }) : sayDay(at, calendar);
  if (isMidnight(at, calendar)) return day;
  return `${day}${soon ? "" : ","} ${sayTime(at, calendar)}`;
}

/** "1 December 2026, 9:00"; a day's first moment goes by the day: "1 December 2026". */
export function calendarInWords(at: Date, calendar: Calendar): string {
  const day = sayDate(at, calendar, { day: "numeric", month: "long", year: "numeric" });
  return isMidnight(at, calendar) ? day : `${day}, ${sayTime(at, calendar)}`;
}

const isMidnight = (at: Date, calendar: Calendar) =>
  sayDate(at, calendar, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) === "00:00";
