import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "bun:test";

const folder = join(import.meta.dir, "../../../shared/data/hostile");

/** Tests by a list of hostile input that lies beside the repository; where it does not, one test says that it was skipped. */
export function withList<T>(name: string, tests: (entries: readonly T[]) => void): void {
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return tests(JSON.parse(readFileSync(file, "utf8")) as T[]);
  console.warn(`SKIPPED: the tests by the list "${name}", since ../shared/data/hostile/${name}.json is not there`);
  test.skip(`by the list ${name}`, () => {});
}
