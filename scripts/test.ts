import { join } from "node:path";

// Every test: on SQLite, then the same on a real PostgreSQL, then the browser's journeys. The last line sums them up.
// Words after the command narrow it: `bun run test cart` runs the files that have "cart" in their path.

const root = join(import.meta.dir, "..");
const narrowed = process.argv.slice(2);
const { startPostgres } = await import("../test/support/postgres.ts");

type Run = { readonly name: string; readonly passed: number; readonly failed: number; readonly seconds: number };

async function run(name: string, words: readonly string[], env: Record<string, string>): Promise<Run> {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const child = Bun.spawn([process.execPath, "test", "--only-failures", "--timeout=90000", "--retry=1", ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdout: "inherit",
    stderr: "pipe",
  });
  let tail = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stderr) {
    process.stderr.write(chunk);
    tail = (tail + decoder.decode(chunk, { stream: true })).slice(-4000);
  }
  const code = await child.exited;
  const count = (word: string) => Number(new RegExp(`^\\s*(\\d+) ${word}$`, "m").exec(tail)?.[1] ?? 0);
  const failed = count("fail");
  return {
    name,
    passed: count("pass"),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    seconds: (performance.now() - started) / 1000,
  };
}

const journeys = "test/journeys";
const leavingOut = (...folders: string[]) => folders.map((folder) => `--path-ignore-patterns=${folder}/**`);
const inProcess = [...leavingOut(journeys), ...narrowed];
/** What asks no database is the same on the other one: left out where all is tried. */
const withDatabase =
  narrowed.length > 0 ? inProcess : leavingOut(journeys, "test/pricing", "test/architecture", "test/generated");
const runs: Run[] = [await run("SQLite", inProcess, { DATABASE_URL: "" })];

const postgres = await startPostgres();
try {
  runs.push(await run("PostgreSQL", withDatabase, { DATABASE_URL: postgres.url }));
} finally {
  await postgres.stop();
}
if (narrowed.length === 0 || narrowed.some((word) => word.includes("journeys"))) {
  runs.push(await run("Browser", [journeys, ...narrowed], { DATABASE_URL: "", PUSHCART_BROWSER: "yes" }));
}

for (const { name, passed, failed, seconds } of runs) {
  console.log(`${name.padEnd(12)} ${String(passed).padStart(5)} passed, ${failed} failed in ${Math.round(seconds)} s`);
}
const passed = runs.reduce((sum, each) => sum + each.passed, 0);
const failed = runs.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
