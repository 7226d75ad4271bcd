import { expect, test } from "bun:test";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Glob } from "bun";
import { fillPersonal } from "#views/personal.tsx";
import { TellMe } from "#views/catalog/tell-me.tsx";
import { brokenOut, hostile } from "#test/views/page-shell.ts";

const folder = join(import.meta.dir, "../../public");
const code = async (name: string) => (await Bun.file(join(folder, name)).text()).replaceAll(/^\s*\/\/.*$/gm, "");

test("S38: the system is asked in one place, and that is a press of the button", async () => {
  const asking: string[] = [];
  for (const name of new Glob("**/*.js").scanSync(folder))
    if ((await code(name)).includes("requestPermission")) asking.push(name);
  expect(asking).toEqual(["news.js"]);
  const text = await code("news.js");
  expect(text.match(/requestPermission/g)).toHaveLength(1);
  expect(text.slice(0, text.indexOf("requestPermission"))).toMatch(
    /"click", async \(\{ target \}\) => \{[^}]*#news-ask[^}]*$/,
  );
});

test("the script that listens stays below 6 KB, and names nothing that others on the page name", async () => {
  const text = await code("news.js");
  expect(brotliCompressSync(text).length).toBeLessThan(6 * 1024);
  expect(text.trim()).toStartWith("(() => {");
});

test("an address that is filled in stays text, whatever it is", () => {
  const html = fillPersonal(<TellMe handle="mug" variant={hostile} />, {
    cartCount: 0,
    account: "A",
    theme: undefined,
    liked: [],
    email: hostile,
  });
  expect(brokenOut(html)).toBeFalse();
});
