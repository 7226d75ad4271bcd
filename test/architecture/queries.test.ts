import { expect, test } from "bun:test";
import { join } from "node:path";
import { Glob } from "bun";

const root = join(import.meta.dir, "../..");

test("a query is read by `Form.inQuery`. Mend: Elysia splits at commas what is read by the form itself", async () => {
  const found: string[] = [];
  for (const path of new Glob("src/**/*routes.{ts,tsx}").scanSync(root)) {
    if (/\bquery: [A-Z]\w*\s*[,}]/.test(await Bun.file(join(root, path)).text())) found.push(path);
  }
  expect(found).toEqual([]);
});
