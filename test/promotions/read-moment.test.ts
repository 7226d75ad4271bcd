import { expect, test } from "bun:test";
import { momentText, readMoment } from "#src/promotions/read-moment.ts";

const read = (text: string, timeZone = "Europe/Berlin") => readMoment(text, timeZone)?.toISOString();

test("reads days and times by the clocks of the shop", () => {
  expect(read("2026-12-01")).toBe("2026-11-30T23:00:00.000Z");
  expect(read("2026-07-01 09:00")).toBe("2026-07-01T07:00:00.000Z");
  expect(read("2026-07-01T09:00", "UTC")).toBe("2026-07-01T09:00:00.000Z");
  expect(read("2026-03-29 12:00")).toBe("2026-03-29T10:00:00.000Z");
  expect(read("2026-03-29")).toBe("2026-03-28T23:00:00.000Z");
  expect(read("2026-10-25 12:00")).toBe("2026-10-25T11:00:00.000Z");
});

test("reads nothing else", () => {
  for (const wrong of [
    "",
    "tomorrow",
    "2026-13-01",
    "2026-02-30",
    "1.12.2026",
    "2026-12-01 25:00",
    "2026-12-01 09:00Z",
  ]) {
    expect(read(wrong), wrong).toBeUndefined();
  }
});

test("where clocks are changed, a time that is skipped is an hour on, and of two the first is meant", () => {
  expect(read("2026-03-29 02:30")).toBe("2026-03-29T01:30:00.000Z");
  expect(read("2026-10-25 02:30")).toBe("2026-10-25T00:30:00.000Z");
  expect(read("2026-03-08 02:30", "America/Chicago")).toBe("2026-03-08T08:30:00.000Z");
  expect(read("2026-11-01 01:30", "America/Chicago")).toBe("2026-11-01T06:30:00.000Z");
  expect(read("2026-11-01 02:00", "America/Chicago")).toBe("2026-11-01T08:00:00.000Z");
  // A day that has no midnight begins at one.
  expect(read("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z");
});

test("a moment is written as it is read, also the second of two and one between two minutes", () => {
  for (const zone of ["Europe/Berlin", "America/Chicago", "America/Santiago", "Asia/Kathmandu", "UTC"]) {
    for (let at = Date.UTC(2026, 2, 7); at < Date.UTC(2026, 10, 3); at += 1_234_567 * 100) {
      expect(readMoment(momentText(new Date(at), zone), zone)?.getTime(), `${zone} ${at}`).toBe(at);
    }
    for (const at of ["2026-10-25T01:30:00.000Z", "2026-11-01T07:30:00.000Z", "2026-03-29T01:00:00.000Z"]) {
      expect(read(momentText(new Date(at), zone), zone)).toBe(at);
    }
  }
  expect(momentText(new Date("2026-12-01T06:00:00Z"), "America/Chicago")).toBe("2026-12-01");
  expect(momentText(new Date("2026-12-01T15:30:00Z"), "America/Chicago")).toBe("2026-12-01 09:30");
});
