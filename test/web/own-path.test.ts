import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "#src/web/own-path.ts";

const base = "http://localhost:3000";

describe("ownPath", () => {
  test("goes on to places of this shop", () => {
    expect(ownPath("/cart", base)).toBe("/cart");
    expect(ownPath("/search?q=mug#results", base)).toBe("/search?q=mug#results");
    expect(ownPath("http://localhost:3000/cart", base)).toBe("/cart");
  });

  const elsewhere = [
    ...[
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https:evil.example",
      "https://evil.example/",
      "/%2f%2fevil.example",
      "/%09/evil.example",
    ],
    ...[
      "javascript:alert(1)",
      "data:text/html,x",
      " /cart",
      "/\t/evil.example",
      "http://localhost:3000@evil.example/",
      "http://localhost:3000.evil.example/",
      "",
      "/é",
    ],
  ];
  for (const wanted of elsewhere) {
    test(`does not go to ${JSON.stringify(wanted)}`, () => expect(ownPath(wanted, base)).toBeUndefined());
  }

  const list = join(import.meta.dir, "..", "..", "..", "shared", "data", "hostile", "urls-wpt.json");
  test.skipIf(!existsSync(list))("answers own paths only for a long list of odd addresses (../shared/data)", () => {
    const found = JSON.parse(readFileSync(list, "utf8")) as { entries?: { input: string }[] } | { input: string }[];
    const entries = Array.isArray(found) ? found : (found.entries ?? []);
    for (const { input } of entries) {
      const path = ownPath(input, base);
      if (path === undefined) continue;
      expect(new URL(path, base).origin, input).toBe(base);
      expect(path, input).toMatch(/^\/(?![/\\])/);
    }
  });
});
