import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const read = (name: string) => readFileSync(join(import.meta.dir, "../../public", name));

test("what shows the X-ray is small, and made of text alone", () => {
  for (const name of ["xray.js", "xray.css"])
    expect(brotliCompressSync(read(name)).length).toBeLessThanOrEqual(6 * 1024);
  expect(read("xray.js").toString()).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc/,
  );
});
