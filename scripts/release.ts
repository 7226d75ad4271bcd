import { cpSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

// Builds dist/pushcart: program, views, style sheets, migrations and demo in one file. Names are never shortened:
// `--minify` renames identifiers, and Elysia then skips the bounds of numbers.

const root = join(import.meta.dir, "..");
const dist = join(root, "dist");
const stage = join(dist, "embed");

const targets = {
  "linux-x64": "bun-linux-x64",
  "linux-arm64": "bun-linux-arm64",
  "darwin-arm64": "bun-darwin-arm64",
  "windows-x64": "bun-windows-x64",
} as const;

/** Lays out what the binary carries under the names that src/embedded.ts looks for. */
function layOut() {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  cpSync(join(root, "public"), join(stage, "public"), { recursive: true });
  cpSync(join(root, "db", "migrations"), join(stage, "migrations"), { recursive: true });
  for (const name of ["pictures", "rasters", "catalogue.json"])
    cpSync(join(root, "db", "seeds", "demo", name), join(stage, "demo", name), { recursive: true });
}

function build(outfile: string, target?: string) {
  const started = performance.now();
  const build = Bun.spawnSync(
    [
      process.execPath,
      "build",
      "src/main.ts",
      "--compile",
      "--bytecode",
      "--format=esm",
      "--sourcemap",
      "--minify-whitespace",
      "--minify-syntax",
      "--define",
      "process.env.NODE_ENV='\"production\"'",
      "--no-compile-autoload-dotenv",
      "--no-compile-autoload-bunfig",
      ...["public", "migrations", "demo"].map((name) => `--asset=${join(stage, name)}`),
      ...(target === undefined ? [] : [`--target=${target}`]),
      `--outfile=${outfile}`,
    ],
    { cwd: root, stdout: "pipe", stderr: "pipe" },
  );
  if (build.exitCode !== 0) {
    console.error(build.stdout.toString(), build.stderr.toString());
    process.exit(1);
  }
  const size = statSync(outfile).size / 1024 / 1024;
  console.error(
    `${outfile.slice(root.length + 1)}: ${size.toFixed(0)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

for (const words of [["scripts/generate.ts", "--check"], ["scripts/sides.ts"]]) {
  const asked = Bun.spawnSync([process.execPath, ...words], { cwd: root, stderr: "inherit" });
  if (asked.exitCode !== 0) process.exit(1);
}
layOut();
if (process.argv.includes("--all")) {
  for (const [name, target] of Object.entries(targets)) {
    build(join(dist, `pushcart-${name}${name.startsWith("windows") ? ".exe" : ""}`), target);
  }
} else {
  build(join(dist, "pushcart"));
}
rmSync(stage, { recursive: true, force: true });
