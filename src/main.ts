#!/usr/bin/env bun
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

// The only file that acts when imported, and the only one that reads the environment, the clock and chance. It imports
// nothing of the shop before `--env-file` is read: db/dialect.ts chooses its database when it loads.

const words = process.argv.slice(2);
const at = words.findIndex((word) => word === "--env-file" || word.startsWith("--env-file="));
if (at >= 0) {
  const joined = words[at]?.includes("=");
  const [, file = words[at + 1] ?? ""] = joined ? (words[at] ?? "").split(/=(.*)/s) : [];
  words.splice(at, joined ? 1 : 2);
  if (!existsSync(file)) {
    console.error(
      `There is no file ${file} to read settings from.\n  mend: give --env-file the path of a file with lines NAME=value`,
    );
    process.exit(3);
  }
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, "utf8")))) process.env[name] ??= value;
}

// JavaScriptCore lets its heap grow by the memory that the machine has: on a large one a shop of 10,000 products took over
// 300 MB, most of it waiting to be collected. Its last compiler takes 15 MB more and gives back less than it costs. All this
// is read once, when the process begins, so the one file begins once more in its place; what is set already stays as it is.
// See docs/decisions/0025-the-heap-is-told-a-small-machine.md.
const engine = {
  BUN_JSC_forceRAMSize: String(256 * 1024 * 1024),
  BUN_JSC_smallHeapGrowthFactor: "1.7",
  BUN_JSC_useFTLJIT: "0",
};
const isTold = Object.keys(engine).every((name) => process.env[name] !== undefined);
if (Bun.isStandaloneExecutable && words[0] === "serve" && !isTold && process.platform !== "win32") {
  process.execve?.(process.execPath, [process.execPath, ...words], { ...engine, ...process.env });
}

// From source, Bun takes the settings for markup from the folder it is started in. Started elsewhere, each file says it.
const root = join(import.meta.dir, "..");
if (process.cwd() !== root && existsSync(join(root, "tsconfig.json"))) {
  const says = async ({ path }: { readonly path: string }) => ({
    contents: `/** @jsxImportSource #jsx */ ${await Bun.file(path).text()}`,
    loader: "tsx" as const,
  });
  await Bun.plugin({ name: "markup", setup: (build) => void build.onLoad({ filter: /\.tsx$/ }, says) });
}

const { runProgram } = await import("./cli/program.ts");
process.exitCode = await runProgram(words, {
  env: process.env,
  now: () => new Date(),
  newId: () => Bun.randomUUIDv7(),
  newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  terminal: process.stderr.isTTY === true,
  onSignal: (name, act) => process.on(name, act),
  exit: (code) => process.exit(code),
});
