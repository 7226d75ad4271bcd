import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { openShop } from "#test/support/shop.ts";
import { swatchOf } from "#views/catalog/swatch.ts";

const root = join(import.meta.dir, "..", "..");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
/** Bytes as sent, brotli, in one file. */
const squeezed = (...names: string[]) => brotliCompressSync(names.map((name) => read("public", name)).join("")).length;

describe("what every page fetches", () => {
  test("htmx is the package's own file, under its version", () => {
    const { version } = JSON.parse(read("node_modules", "htmx.org", "package.json"));
    expect(read("public", `htmx-${version}.min.js`)).toBe(read("node_modules", "htmx.org", "dist", "htmx.min.js"));
    expect(read("views", "layout.tsx")).toContain(`htmx-${version}.min.js`);
  });

  test("the sheets of shop and desk begin with the tokens that they share", async () => {
    await using shop = await openShop();
    for (const name of ["app.css", "admin.css"]) {
      expect(await (await shop.get(`/assets/${name}`)).text()).toBe(
        read("public", "tokens.css") + read("public", name),
      );
    }
  });

  test("stays small: 12 KB of style for the shop, 16 KB for the desk, 14 KB of scripts of which 2 KB are ours", () => {
    expect(squeezed("tokens.css", "app.css")).toBeLessThanOrEqual(12 * 1024);
    expect(squeezed("tokens.css", "admin.css")).toBeLessThanOrEqual(16 * 1024);
    expect(squeezed("shop.js")).toBeLessThanOrEqual(2 * 1024);
    expect(squeezed("shop.js", "htmx-4.0.1.min.js")).toBeLessThanOrEqual(14 * 1024);
  });

  test("style sheets fetch nothing but our one face", () => {
    for (const name of ["app.css", "admin.css", "tokens.css"]) {
      const addresses = [...read("public", name).matchAll(/url\("?([^")]+)"?\)|@import/g)].map(
        ([, address]) => address,
      );
      for (const address of addresses)
        expect(existsSync(join(root, "public", "fonts", address ?? "?")), name).toBeTrue();
    }
  });

  test("every swatch that a page may ask for is in the sheet", () => {
    const css = read("public", "app.css");
    const names = ["Bottle green", "oat", "MIDNIGHT", "Kraft", "sage", "navy", "white", "rose"];
    for (const name of names) expect(css, name).toContain(`.${swatchOf(name) ?? "?"}`);
    expect(swatchOf("Sea salt")).toBeUndefined();
    const known = /known = new Set\(\s*\(([\s\S]*?)\)\.split/.exec(read("views", "catalog", "swatch.ts"))?.[1] ?? "";
    for (const [name] of known.matchAll(/[a-z]+(-[a-z]+)?/g)) expect(css, name).toContain(`.swatch-${name}`);
  });

  test("the script of the browser brings in nothing of the server", () => {
    for (const name of readdirSync(join(root, "public")).filter((each) => /^[a-z-]+\.js$/.test(each)))
      expect(read("public", name), name).not.toMatch(
        /\bimport(?![\w-])[^"';\n]*["'](?![./])|\brequire\(|node:|bun:|\beval\(|new Function/,
      );
  });
});
