import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { routes } from "#src/app.ts";
import { paths } from "#src/paths.ts";
import { decidedBy } from "#src/xray/decided.ts";
import { openShop } from "#test/support/shop.ts";

const root = join(import.meta.dir, "../..");
const shop = await openShop();
afterAll(() => shop.close());

describe("which file decides", () => {
  test("of every route there is: a file that is there, and that names the route. Mend: bun scripts/generate.ts", () => {
    const nameOf = new Map<string, string>(Object.entries(paths).map(([name, path]) => [path, name]));
    const all = routes(shop.deps).routes.filter(({ method }) => method !== "ALL");
    expect(all.length).toBeGreaterThan(100);
    for (const { method, path } of all) {
      const file = decidedBy(method, path.replaceAll(/:\w+/g, "0"));
      const where = `${method} ${path} in ${file}`;
      expect(existsSync(join(root, file)), where).toBe(true);
      expect(file, where).toMatch(/^src\/[\w/-]+\.tsx?$/);
      expect(readFileSync(join(root, file), "utf8"), where).toMatch(
        new RegExp(`\\.${method.toLowerCase()}\\(\\s*paths\\.${nameOf.get(path)}\\b`),
      );
    }
  });

  test("what is spelled out counts before a name, a slash at the end is none, and nowhere has its file too", () => {
    expect(decidedBy("GET", "/orders/find")).toBe(decidedBy("GET", "/orders/find/"));
    expect(decidedBy("POST", "/orders/find")).not.toBe("src/web/errors.tsx");
    expect(decidedBy("POST", "/newsletter/leave/abc")).toMatch(/content/);
    expect(decidedBy("GET", "/nowhere")).toBe("src/web/errors.tsx");
    expect(decidedBy("DELETE", "/cart")).toBe("src/web/errors.tsx");
    expect(decidedBy("GET", "/products//preview")).toBe("src/web/errors.tsx");
  });
});
