import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Glob } from "bun";

// Writes src/xray/route-files.ts: which file registers which route, read from the code. `bun scripts/route-files.ts`.

const root = join(import.meta.dir, "..");
const registered = /\.(get|post|put|patch|delete)\(\s*paths\.(\w+)/g;

/** Routes by file, as the code is now: "GET cart" and the like. */
export function readRouteFiles(): Record<string, readonly string[]> {
  const files = [...new Glob("src/**/*.{ts,tsx}").scanSync({ cwd: root })].map((path) => path.replaceAll("\\", "/"));
  const found = files.toSorted().map((file) => {
    const names = [...readFileSync(join(root, file), "utf8").matchAll(registered)].map(
      ([, method = "", name = ""]) => `${method.toUpperCase()} ${name}`,
    );
    return [file, [...new Set(names)].toSorted()] as const;
  });
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

if (import.meta.main) {
  const target = join(root, "src/xray/route-files.ts");
  writeFileSync(
    target,
    `// Made from the code by \`bun scripts/route-files.ts\`; do not edit it by hand.

/** Which file registers which routes, by method and name in src/paths.ts: the finished program does not know its files. */
export const routeFiles: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(readRouteFiles())};
`,
  );
  Bun.spawnSync([process.execPath, "fmt", target], { stdout: "ignore" });
}
