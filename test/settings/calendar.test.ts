import { expect, test } from "bun:test";
import { sayDate, sayDay, saySpan, sayTime } from "#src/settings/calendar.ts";

const at = new Date("2026-11-28T14:05:00Z");
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const whole = { weekday: "long", day: "numeric", month: "long" } as const;

test.each([
  ["en-US", "November 28", "2:05 pm", "Saturday, November 28", "November 28 to 30"],
  ["en-GB", "28 November", "14:05", "Saturday 28 November", "28 to 30 November"],
  ["de-DE", "28 November", "14:05", "Saturday, 28 November", "28 to 30 November"],
  ["fr", "28 November", "14:05", "Saturday 28 November", "28 to 30 November"],
  ["not a locale", "28 November", "14:05", "Saturday 28 November", "28 to 30 November"],
])("in %p a day is %p and a time %p", (locale, day, time, date, span) => {
  const calendar = { locale, timeZone: "UTC" };
  expect(sayDay(at, calendar)).toBe(day);
  expect(sayTime(at, calendar)).toBe(time);
  expect(sayDate(at, calendar, whole)).toBe(date);
  expect(saySpan(at, days(2), calendar)).toBe(span);
  expect(saySpan(at, at, calendar)).toBe(day);
});

test("days are those of the shop's time zone, and one that nobody knows is no reason to show nothing", () => {
  const late = new Date("2026-11-28T23:30:00Z");
  expect(sayDay(late, { locale: "en-US", timeZone: "Europe/Berlin" })).toBe("November 29");
  expect(sayDay(late, { locale: "en-US", timeZone: "Nowhere/Else" })).toBe("28 November");
});
