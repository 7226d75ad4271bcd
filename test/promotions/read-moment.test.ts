import { expect, test } from "bun:test";
import { readMoment } from "#src/promotions/read-moment.ts";

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
