import { sayDate, sayDay, sayTime, type Calendar } from "../settings/calendar.ts";

const sixDays = 6 * 86_400_000;

/** "Monday 9:00" for the next six days, "14 December, 9:00" after that; by the shop's calendar and clock. */
export function momentInWords(at: Date, now: Date, calendar: Calendar): string {
  const soon = at.getTime() - now.getTime() < sixDays;
  const clock = sayTime(at, calendar);
  return soon ? `${sayDate(at, calendar, { weekday: "long" })} ${clock}` : `${sayDay(at, calendar)}, ${clock}`;
}

/** "1 December 2026, 9:00"; a day's first moment goes by the day: "1 December 2026". */
export function calendarInWords(at: Date, calendar: Calendar): string {
  const day = sayDate(at, calendar, { day: "numeric", month: "long", year: "numeric" });
  const isMidnight = sayDate(at, calendar, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) === "00:00";
  return isMidnight ? day : `${day}, ${sayTime(at, calendar)}`;
}
