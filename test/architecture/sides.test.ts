import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { browserBreaches, serverBreaches } from "../../scripts/generated/sides.ts";
import { root } from "./sources.ts";

let tree: string;
beforeAll(() => void (tree = mkdtempSync(join(tmpdir(), "pushcart-sides-"))));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** The only files of a tree. */
function plant(files: Readonly<Record<string, string>>): void {
  for (const folder of ["public", "src", "views", "db"]) rmSync(join(tree, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

describe("S49: each side keeps to itself", () => {
  test("the browser reaches nothing of the server. Mend: hand plain values over in the page", async () => {
    expect(await browserBreaches(root)).toEqual([]);
  }, 60_000);

  test("the server touches no page. Mend: a small module in public, or a value in an attribute", () => {
    expect(serverBreaches(root)).toEqual([]);
  }, 60_000);

  const reaching: readonly (readonly [code: string, reached: string])[] = [
    ['import { readFileSync } from "node:fs"; readFileSync("x");', "node:fs"],
    ['import fs from "fs"; fs.readFileSync("x");', "fs"],
    ['import { Database } from "bun:sqlite"; new Database();', "bun:sqlite"],
    ['import { paths } from "#src/paths.ts"; console.log(paths);', "#src/paths.ts"],
    ['import { paths } from "../src/paths.ts"; console.log(paths);', "../src/paths.ts"],
    ['import { openStore } from "../db/open.ts"; openStore();', "../db/open.ts"],
    ['import { sql } from "drizzle-orm"; console.log(sql);', "drizzle-orm"],
    ['export * from "node:path";', "node:path"],
    ['import "node:crypto";', "node:crypto"],
    ['const at = await import("node:os"); console.log(at);', "node:os"],
    ['import shop from "https://example.com/shop.js"; shop();', "https://example.com/shop.js"],
    ['import { there } from "./nowhere.js"; there();', "./nowhere.js"],
  ];
  for (const [code, reached] of reaching) {
    test(`a module that says ${code.slice(0, 48)} is found`, async () => {
      plant({ "public/shop.js": code });
      const [first, ...others] = await browserBreaches(tree);
      expect(first).toContain("public/shop.js");
      expect(first).toContain(`imports ${reached}, which no browser gets`);
      expect(others).toEqual([]);
    });
  }

  test("what another module brings in is found at both", async () => {
    plant({
      "public/shop.js": 'import { part } from "./part.js";\npart();',
      "public/generated/part.js": 'import os from "node:os";\nexport const part = () => os.cpus();',
    });
    const found = await browserBreaches(tree);
    expect(found).toHaveLength(2);
    for (const each of found) expect(each).toContain("public/generated/part.js imports node:os");
  });

  test("Bun, process and the like are found in a module without any import", async () => {
    plant({
      "public/a.js": "export const size = (text) => Buffer.byteLength(text);",
      "public/b.js": "console.log(globalThis.process.env.SECRET, Bun.version);",
      "public/c.js": 'const fs = require("fs"); fs.readFileSync("x");',
    });
    const found = await browserBreaches(tree);
    for (const each of ["a.js uses Buffer", "b.js uses Bun", "b.js uses process", "c.js uses require"])
      expect(found.join("\n")).toContain(`public/${each}, which is the server's.`);
  });

  test("modules that use each other and the page are fine", async () => {
    plant({
      "public/shop.js": 'import { paths } from "./paths.js";\ndocument.title = paths.home;\nfetch("x", { module: 1 });',
      "public/worker.js": "// process and Buffer are words here\nonmessage = ({ data }) => postMessage(data.process);",
      "public/generated/paths.js": 'export const paths = { home: "/" };',
    });
    expect(await browserBreaches(tree)).toEqual([]);
  });

  test("a server's file that touches the page, or brings in a module of the browser, is found", () => {
    plant({
      "src/a.ts": "export const title = () => document.title;",
      "src/b.ts": 'export const theme = globalThis.localStorage?.getItem("theme");',
      "views/c.tsx": "export const Page = () => <p safe>{String(window.innerWidth)}</p>;",
      "db/d.ts": "export const agent = { navigator };",
      "src/e.ts": 'import { on } from "../public/shop.js";\nexport const act = on;',
      "src/f.ts": 'export const later = () => import("../public/near.js");',
    });
    expect(serverBreaches(tree)).toEqual([
      "db/d.ts uses navigator, which only a page has.",
      "src/a.ts uses document, which only a page has.",
      "src/b.ts uses localStorage, which only a page has.",
      "src/e.ts imports ../public/shop.js, which is for the browser.",
      "src/f.ts imports ../public/near.js, which is for the browser.",
      "views/c.tsx uses window, which only a page has.",
    ]);
  });

  test("a document or a history of the shop's own is fine, and so is a word", () => {
    plant({
      "src/a.ts": "const document = { title: 1 };\nexport const title = document.title;",
      "src/b.ts": "export const read = ({ window }: { window: number }) => window + 1;",
      "src/c.ts": '// document.title\nexport const text = "window.open()";\nexport type Page = { document: string };',
      "src/d.ts": "export const of = (api: { document: { title: string } }) => api.document.title;",
      "src/e.ts": 'import { history } from "./f.ts";\nexport const first = history[0];',
      "src/f.ts": "export const history = [{ location: 1 }];",
      "views/g.tsx": 'export const Text = () => <p data-x="1">window</p>;',
    });
    expect(serverBreaches(tree)).toEqual([]);
  });
});
