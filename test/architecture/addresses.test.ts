import { afterAll, describe, expect, test } from "bun:test";
import { routes } from "#src/app.ts";
import { paths } from "#src/paths.ts";
import { openShop } from "#test/support/shop.ts";
import { codeOf, filesOf } from "./sources.ts";

const shop = await openShop();
afterAll(() => shop.close());
const registered = new Set(routes(shop.deps).routes.map(({ path }) => path));

describe("addresses", () => {
  test("each of src/paths.ts is registered. Mend: register it, or take it out of the list", () => {
    expect(
      Object.entries(paths)
        .filter(([, path]) => !registered.has(path))
        .map(([name]) => name),
    ).toEqual([]);
  });

  test("each route is in src/paths.ts. Mend: give it a name there", () => {
    const named = new Set<string>(Object.values(paths));
    expect([...registered].filter((path) => !named.has(path))).toEqual([]);
  });

  test("views spell no address themselves. Mend: link(paths.x, ...)", async () => {
    const found: string[] = [];
    for (const path of filesOf("views/**/*.tsx")) {
      for (const [spelt] of (await codeOf(path)).matchAll(/(?:href|action|hx-get|hx-post)="\/(?!assets\/)[^"]*"/g))
        found.push(`${path}: ${spelt}`);
    }
    expect(found).toEqual([]);
  });
});
