import { sayDate, type Calendar } from "../settings/calendar.ts";

/** "October 2026", as it is said where the shop is. */
export const monthOf = (at: Date, calendar: Calendar): string =>
  sayDate(at, calendar, { month: "long", year: "numeric" });
