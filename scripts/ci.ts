import { join } from "node:path";

// What CI runs: the README's test command, then whether what is generated is what the source gives, format, types, lint,
// escaping, and the one file from another folder. The last line counts them all.

const root = join(import.meta.dir, "..");
const bun = process.execPath;
const total = { passed: 0, failed: 0 };

type Step = { readonly name: string; readonly words: readonly string[]; readonly counts?: boolean };

const steps: readonly Step[] = [
  // The tests come first: their command installs.
  { name: "tests", words: [bun, "run", "test"], counts: true },
  { name: "generated code", words: [bun, "scripts/generate.ts", "--check"] },
  { name: "format", words: [bun, "fmt", "--check"] },
  { name: "types", words: [bun, "check"] },
  { name: "lint", words: [bun, "run", "lint"] },
  { name: "escaping", words: [bun, "run", "xss"] },
  { name: "the one file", words: [bun, "run", "smoke"], counts: true },
];

for (const { name, words, counts } of steps) {
  const started = performance.now();
  console.log(`\n==== ${name}`);
  const child = Bun.spawn([...words], {
    cwd: root,
    stdout: "pipe",
    stderr: "inherit",
    env: { ...process.env, CI: "true" },
  });
  let tail = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    process.stdout.write(chunk);
    tail = (tail + decoder.decode(chunk, { stream: true })).slice(-2000);
  }
  const code = await child.exited;
  const counted = counts ? /(\d+) passed, (\d+) failed\s*$/.exec(tail) : undefined;
  const failed = counted ? Number(counted[2]) : code === 0 ? 0 : 1;
  total.passed += counted ? Number(counted[1]) : code === 0 ? 1 : 0;
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
  console.log(
    `==== ${name}: ${code === 0 ? "fine" : `exit code ${code}`} after ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
