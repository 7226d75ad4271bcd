import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { codeOf, filesOf } from "#test/architecture/sources.ts";
import { openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.shop.close());

const size = 50_000;
const long = [
  "a".repeat(size),
  " ".repeat(size),
  "a@".repeat(size / 2),
  `a@${"a.".repeat(size / 2)}`,
  `${"a".repeat(size)}!`,
  "-".repeat(size),
  "\t\n".repeat(size / 2),
  "(".repeat(size),
  "1".repeat(size),
  "%20".repeat(size / 3),
  '"'.repeat(size),
  "﷽".repeat(size / 9),
];

/** On a quiet machine each takes a few milliseconds; what backtracks takes seconds or never ends. */
const mostMs = 1000;

test("I06: long texts that make careless patterns run on are read in no time, in every field", async () => {
  const took: { where: string; ms: number }[] = [];
  for (const door of house.doors.filter(({ method, path }) => method === "POST" && !/log(in|out)/.test(path))) {
    for (const text of long) {
      const names = door.fields.length > 0 ? [door.fields[long.indexOf(text) % door.fields.length] ?? ""] : [];
      const began = performance.now();
      const answer = await house
        .whose(door)
        .post(house.address(door), Object.fromEntries(names.map((name) => [name, text])));
      const ms = performance.now() - began;
      took.push({ where: `${door.path} ${names}`, ms });
      expect(answer.status, door.path).toBeLessThan(500);
      expect(ms, `${door.path} ${names} ${text.slice(0, 3)}`).toBeLessThan(mostMs);
    }
  }
  const worst = took.toSorted((a, b) => b.ms - a.ms)[0];
  console.log(`I06: the slowest of ${took.length} was ${worst?.where} with ${worst?.ms.toFixed(0)} ms`);
});

test("I06: and in every query, as long as an address may be", async () => {
  const asking = house.doors.filter(({ method, query }) => method === "GET" && query.length > 0);
  expect(asking.length).toBeGreaterThan(15);
  for (const door of asking) {
    for (const text of long) {
      const query = new URLSearchParams(door.query.map((name): [string, string] => [name, text.slice(0, 1500)]));
      const began = performance.now();
      const answer = await house.whose(door).get(`${house.address(door)}?${query}`);
      expect(answer.status, door.path).toBeLessThan(500);
      expect(performance.now() - began, door.path).toBeLessThan(mostMs);
    }
  }
});

/** The patterns that stand in the code, as the language reads them. */
async function patterns(): Promise<Map<string, RegExp>> {
  const found = new Map<string, RegExp>();
  const literal = /[=(,:!&|?\n]\s*\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;
  for (const path of filesOf("{src,views,db}/**/*.{ts,tsx}").filter((each) => !each.includes("seeds"))) {
    for (const [, source = "", flags = ""] of (await codeOf(path)).matchAll(literal)) {
      try {
        found.set(`${path} /${source}/${flags}`, new RegExp(source, flags.replace(/[gy]/g, "")));
      } catch {
        // Division, or half of a template: no pattern.
      }
    }
  }
  return found;
}

test("I06: no pattern in the code runs on: a field's worth of any of them takes no time", async () => {
  const all = await patterns();
  expect(all.size).toBeGreaterThan(60);
  const slow: string[] = [];
  for (const [where, pattern] of all) {
    for (const text of long.map((each) => each.slice(0, 2000))) {
      const began = performance.now();
      pattern.test(text);
      if (performance.now() - began > 250) slow.push(`${where} over ${JSON.stringify(text.slice(0, 4))}`);
    }
  }
  expect(slow).toEqual([]);
});
