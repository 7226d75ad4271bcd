import { momentText, readMoment } from "../../promotions/read-moment.ts";
import { sayDate, type Calendar } from "../../settings/calendar.ts";

export const spans = ["today", "7", "30", "365"] as const;
export type SpanName = (typeof spans)[number];

/** One bar: from when it counts, and its name. */
export type Bar = { readonly from: Date; readonly label: string; readonly name: string };

/** The time that is looked at, the same length before it, and the bars of each. */
export type Span = { readonly bars: readonly Bar[]; readonly before: readonly Bar[]; readonly until: Date };

const hour = 3_600_000;

/** Midnight of a day so many days after the one that `at` is in, where the shop is. */
function midnight(at: Date, days: number, timeZone: string): Date {
  const [today = ""] = momentText(at, timeZone).split(/[ T]/);
  const noon = new Date(`${today}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return readMoment(noon.toISOString().slice(0, 10), timeZone) ?? at;
}

/** The first of a month so many months after the one that `at` is in. */
function firstOfMonth(at: Date, months: number, timeZone: string): Date {
  const [today = ""] = momentText(at, timeZone).split(/[ T]/);
  const first = new Date(`${today.slice(0, 7)}-01T12:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return readMoment(first.toISOString().slice(0, 10), timeZone) ?? at;
}

const row = (length: number, make: (at: number) => Bar): Bar[] => Array.from({ length }, (_, at) => make(at));

/** Today by hours, a week and a month by days, a year by months; each with what came before it. */
export function spanOf(name: SpanName, now: Date, calendar: Calendar): Span {
  const { timeZone } = calendar;
  const say = (from: Date, label: Intl.DateTimeFormatOptions, whole: Intl.DateTimeFormatOptions = label) => ({
    from,
    label: sayDate(from, calendar, label),
    name: sayDate(from, calendar, whole),
  });
  if (name === "today") {
    const hours = (start: Date) => row(24, (at) => say(new Date(start.getTime() + at * hour), { hour: "numeric" }));
    const [today, yesterday] = [midnight(now, 0, timeZone), midnight(now, -1, timeZone)];
    return { bars: hours(today), before: hours(yesterday), until: midnight(now, 1, timeZone) };
  }
  if (name === "365") {
    const months = (first: number) =>
      row(12, (at) =>
        say(firstOfMonth(now, first + at, timeZone), { month: "short" }, { month: "long", year: "numeric" }),
      );
    return { bars: months(-11), before: months(-23), until: firstOfMonth(now, 1, timeZone) };
  }
  const length = Number(name);
  const days = (first: number) =>
    row(length, (at) =>
      say(midnight(now, first + at, timeZone), { day: "numeric", month: "short" }, { day: "numeric", month: "long" }),
    );
  return { bars: days(1 - length), before: days(1 - 2 * length), until: midnight(now, 1, timeZone) };
}
