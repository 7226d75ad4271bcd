import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const demo = join(import.meta.dir, "..", "..", "db", "seeds", "demo");

test("the demo's goods, texts and pictures are sound", async () => {
  const run = Bun.spawn([process.execPath, "catalogue/validate.ts"], { cwd: demo, stdout: "pipe" });
  expect(await new Response(run.stdout).text()).toStartWith("sound");
  expect(await run.exited).toBe(0);
});

const copy = mkdtempSync(join(tmpdir(), "pushcart-demo-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("the catalogue is what its hand-written parts unfold to", async () => {
  for (const part of ["catalogue", "draw"]) await cp(join(demo, part), join(copy, part), { recursive: true });
  await Bun.spawn([process.execPath, "catalogue/build.ts"], { cwd: copy, stdout: "ignore" }).exited;
  expect(readFileSync(join(copy, "catalogue.json"), "utf8")).toBe(readFileSync(join(demo, "catalogue.json"), "utf8"));
});

test("no picture runs anything or fetches from elsewhere", async () => {
  const folders = [join(demo, "pictures"), join(demo, "..", "..", "..", "public")];
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((each) => each.endsWith(".svg"))) {
      const svg = readFileSync(join(folder, name), "utf8");
      expect(svg, name).not.toMatch(/<script|<style|<foreignObject|\son\w+=|href="(?!#)|style=/i);
    }
  }
});
