/** A clock that stands still until it is moved. */
export type TestClock = { now(): Date; set(moment: string | Date): void; forward(milliseconds: number): void };

export function testClock(start = "2026-11-22T09:41:00Z"): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (moment) => void (at = new Date(moment).getTime()),
    forward: (milliseconds) => void (at += milliseconds),
  };
}
