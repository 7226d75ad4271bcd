import { expect, test } from "bun:test";
import { tmpdir } from "node:os";
import { join } from "node:path";

const main = join(import.meta.dir, "../../src/main.ts");

test("from source it can be started in any folder", async () => {
  const { DATABASE_URL: _, ...env } = process.env;
  const ran = Bun.spawn([process.execPath, main, "--version"], { cwd: tmpdir(), env, stdout: "pipe", stderr: "pipe" });
  expect([await ran.exited, await new Response(ran.stderr).text()]).toEqual([0, ""]);
  expect(await new Response(ran.stdout).text()).toMatch(/^\d+\.\d+\.\d+\n$/);
}, 20_000);
