import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "#src/paths.ts";
import { copiedTree, generate } from "#test/support/copied-tree.ts";
import { openShop } from "#test/support/shop.ts";
import { codeOf, filesOf, root } from "./sources.ts";

// Each run of the generator bundles a dozen modules and squeezes every asset: seconds, on a crowded machine.
setDefaultTimeout(90_000);

type Facts = { readonly bytes: number; readonly brotli?: number; readonly tag: string };
const manifest = JSON.parse(readFileSync(join(root, "src/generated/assets.json"), "utf8")) as Record<string, Facts>;

let copy: string;
beforeAll(() => {
  copy = copiedTree();
  expect(generate(copy).code).toBe(0);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const texts = (folder: string) =>
  [...new Bun.Glob("{public,src}/generated/*").scanSync(folder)]
    .toSorted()
    .map((path) => [path, readFileSync(join(folder, path), "utf8")]);

describe("what is generated", () => {
  test("S63: is what the source gives. Mend: `bun scripts/generate.ts`, and commit what it wrote", () => {
    expect(generate(root, "--check")).toEqual({ code: 0, said: "" });
  });

  test("S63: is the same to the byte, however often and wherever it is made", () => {
    const before = texts(copy);
    expect(before.length).toBeGreaterThan(1);
    rmSync(join(copy, "public/generated"), { recursive: true });
    rmSync(join(copy, "src/generated"), { recursive: true });
    expect(generate(copy).code).toBe(0);
    expect(texts(copy)).toEqual(before);
    expect(generate(copy)).toEqual({ code: 0, said: "" });
  });

  test("S63: fails when stale, by a sentence that names the file and the command", () => {
    const file = join(copy, "src/paths.ts");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('health: "/healthz"', 'health: "/well"'));
    writeFileSync(join(copy, "public/generated/left.js"), "// from before\n");
    const { code, said } = generate(copy, "--check");
    expect(code).toBe(1);
    expect(said).toContain("public/generated/paths.js is not what the source gives.");
    expect(said).toContain("public/generated/left.js is given by nothing any more.");
    expect(said).toContain("mend: run `bun scripts/generate.ts`");
    expect(generate(copy).code).toBe(0);
    expect(readFileSync(join(copy, "public/generated/paths.js"), "utf8")).toContain('health: "/well"');
    expect(texts(copy).map(([path]) => path)).not.toContain("public/generated/left.js");
    writeFileSync(file, before);
    expect(generate(copy).code).toBe(0);
  });

  test("a module of the browser spells no address itself. Mend: `paths.x` of ./paths.js, then generate", async () => {
    const known = Object.values(paths).filter((path) => path.length > 1);
    const begins = known.map((path) => path.split(":")[0] ?? path);
    const found: string[] = [];
    for (const file of filesOf("public/*.js").filter((each) => !each.includes("htmx-")))
      for (const [, spelt = ""] of (await codeOf(file)).matchAll(/["'`](\/[a-z][^"'`\s]*)["'`]/g))
        if (known.some((path) => path === spelt) || begins.some((each) => each.length > 1 && spelt.startsWith(each)))
          found.push(`${file}: ${spelt}`);
    expect(found).toEqual([]);
  });

  test("S63: no text becomes code, here or in a browser. Mend: keep rules as data, and read them", async () => {
    const patterns = ["public/**/*.js", "{src,views,db}/**/*.{ts,tsx}"];
    const ours = patterns.flatMap(filesOf).filter((each) => !each.includes("htmx-"));
    expect(ours.length).toBeGreaterThan(500);
    for (const file of ours)
      expect(await codeOf(file), file).not.toMatch(
        /\beval\s*\(|new Function\b|\bFunction\s*\(|set(?:Timeout|Interval)\(\s*["'`]/,
      );
  });
});

describe("the list of assets", () => {
  test("says of each file what a browser gets: its tag, its bytes, and how many with brotli", async () => {
    await using shop = await openShop();
    expect(Object.keys(manifest).length).toBeGreaterThan(20);
    for (const [name, { bytes, tag }] of Object.entries(manifest)) {
      const answer = await shop.get(`/assets/${name}`);
      const got = { bytes: (await answer.arrayBuffer()).byteLength, tag: answer.headers.get("ETag") };
      expect([name, got]).toEqual([name, { bytes, tag: `"${tag}"` }]);
    }
  });

  test("holds no module of ours above 6 KB, as sent", () => {
    const modules = Object.entries(manifest).filter(([name]) => name.endsWith(".js") && !name.startsWith("htmx-"));
    expect(modules.length).toBeGreaterThan(8);
    const large = modules.filter(([, { bytes, brotli = bytes }]) => brotli > 6 * 1024);
    expect(large).toEqual([]);
  });
});
