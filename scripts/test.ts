import { join } from "node:path";

// Every test: on SQLite and then in a real browser, and at the same time on a real PostgreSQL, which mostly waits for its
// disk. The last line sums them up. Words after the command narrow it: `bun run test cart` runs the files that have
// "cart" in their path.

const root = join(import.meta.dir, "..");
const narrowed = process.argv.slice(2);
const { startPostgres } = await import("../test/support/postgres.ts");

type Run = { readonly name: string; readonly passed: number; readonly failed: number; readonly seconds: number };

async function run(name: string, words: readonly string[], env: Record<string, string>, live = true): Promise<Run> {
  const started = performance.now();
  const head = `\n== ${name}`;
  if (live) console.log(head);
  // Once more where it failed: Chromium and a database at once on two cores sometimes starve a test of its time.
  const child = Bun.spawn([process.execPath, "test", "--only-failures", "--timeout=90000", "--retry=1", ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdout: live ? "inherit" : "pipe",
    stderr: "pipe",
  });
  const printed = live ? undefined : new Response(child.stdout as ReadableStream<Uint8Array>).text();
  let told = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stderr) {
    if (live) process.stderr.write(chunk);
    told += decoder.decode(chunk, { stream: true });
  }
  const code = await child.exited;
  if (!live) {
    console.log(head);
    process.stdout.write((await printed) ?? "");
    process.stderr.write(told);
  }
  const count = (word: string) => Number(new RegExp(`^\\s*(\\d+) ${word}$`, "m").exec(told.slice(-4000))?.[1] ?? 0);
  const failed = count("fail");
  return {
    name,
    passed: count("pass"),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    seconds: (performance.now() - started) / 1000,
  };
}

const journeys = "test/journeys";
const inProcess = [`--path-ignore-patterns=${journeys}/**`, ...narrowed];

async function onPostgres(): Promise<Run[]> {
  const postgres = await startPostgres();
  try {
    return [await run("PostgreSQL", inProcess, { DATABASE_URL: postgres.url }, false)];
  } finally {
    await postgres.stop();
  }
}

async function onSqlite(): Promise<Run[]> {
  const first = await run("SQLite", inProcess, { DATABASE_URL: "" });
  if (narrowed.length > 0 && !narrowed.some((word) => word.includes("journeys"))) return [first];
  return [first, await run("Browser", [journeys, ...narrowed], { DATABASE_URL: "", PUSHCART_BROWSER: "yes" })];
}

const runs = (await Promise.all([onSqlite(), onPostgres()])).flat();
for (const { name, passed, failed, seconds } of runs) {
  console.log(`${name.padEnd(12)} ${String(passed).padStart(5)} passed, ${failed} failed in ${Math.round(seconds)} s`);
}
const passed = runs.reduce((sum, each) => sum + each.passed, 0);
const failed = runs.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
