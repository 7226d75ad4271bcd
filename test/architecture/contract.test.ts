import { describe, expect, test } from "bun:test";
import { namesIn, statementsOf } from "../../scripts/contract-names.ts";
import { notYet, statements } from "../../scripts/contract-rows.ts";
import { filesOf, textOf } from "./sources.ts";

const all = Array.from({ length: 63 }, (_, at) => at + 1);

async function shownIn(pattern: string): Promise<Set<number>> {
  const texts = await Promise.all(filesOf(pattern).map(textOf));
  return new Set(texts.flatMap(namesIn).flatMap(statementsOf));
}

describe("the contract", () => {
  test("every statement has a test that begins with its number. Mend: name one 'S42: ...'", async () => {
    const shown = await shownIn("test/**/*.test.{ts,tsx}");
    expect(all.filter((number) => !shown.has(number) && !(number in notYet))).toEqual([]);
  });

  test("S30 to S63 are shown in a browser. Mend: a journey that begins with its number", async () => {
    const shown = await shownIn("test/journeys/*.test.ts");
    expect(all.filter((number) => number >= 30 && !shown.has(number) && !(number in notYet))).toEqual([]);
  });

  test("each is said in our own words, and what is there is not said to be missing. Mend: take it out of `notYet` in scripts/contract-rows.ts", async () => {
    expect(Object.keys(statements).map(Number)).toEqual(all);
    const shown = await shownIn("test/journeys/*.test.ts");
    expect(Object.keys(notYet).filter((number) => shown.has(Number(number)))).toEqual([]);
  });

  test("docs/reference/contract.md has them all. Mend: bun scripts/contract.ts", async () => {
    const page = await textOf("docs/reference/contract.md");
    expect(all.filter((number) => !new RegExp(`^\\| S${number} `, "m").test(page))).toEqual([]);
    expect(page).not.toMatch(/\*\*\d+ of \d+ failed\*\*/);
  });

  test("numbers are read from names as people write them", () => {
    expect(statementsOf("S3: a")).toEqual([3]);
    expect(statementsOf("a group S46, S54: b S1 to S3: c")).toEqual([46, 54, 1, 2, 3]);
    expect(statementsOf("S29, A05: tries")).toEqual([29]);
    expect(statementsOf("S01: cookies")).toEqual([]);
    expect(statementsOf("C04, S09: headers, S3 is not meant")).toEqual([]);
    expect(namesIn('test("S1: a \\" b", async () => {\ndescribe.each([1])("no", x); journey("S2: c", {}, ')).toContain(
      "S2: c",
    );
  });
});
