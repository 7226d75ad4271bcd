import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Glob } from "bun";
import { importModules } from "./generated/import-modules.ts";
import { manifest } from "./generated/manifest.ts";
import { clientPaths } from "./generated/client-paths.ts";
import { deviceModule } from "./generated/device-module.ts";
import { routeTable } from "./generated/route-table.ts";
import { ruleFiles } from "./generated/rules.ts";

// Writes what follows from the source and is kept beside it: the browser's part of the table of addresses, what judges
// forms, searches and reads product files there, the list of all that the browser may fetch, and which file registers
// which route. The same source gives the same bytes. `--check` writes nothing, and fails where what lies there is not
// what the source gives.

const root = join(import.meta.dir, "..");
const folders = ["public/generated", "src/generated"];

/** What ought to lie in the two folders, by path from the root. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const modules = new Map([
    ["public/generated/paths.js", await clientPaths(root)],
    ["public/generated/device-catalogue.js", await deviceModule(root)],
    ...(await ruleFiles()),
    ...(await importModules(root)),
  ]);
  const assets = ["src/generated/assets.json", manifest(root, modules)] as const;
  return new Map([...modules, assets, ["src/generated/routes.json", routeTable(root)]]);
}

const files = await generate();
const lying = folders.flatMap((folder) =>
  existsSync(join(root, folder))
    ? [...new Glob(`${folder}/**/*`).scanSync({ cwd: root, onlyFiles: true })].map((path) => path.replaceAll("\\", "/"))
    : [],
);
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined);
const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const left = lying.filter((path) => !files.has(path));

if (process.argv.includes("--check")) {
  for (const path of stale) console.error(`${path} is not what the source gives.`);
  for (const path of left) console.error(`${path} is given by nothing any more.`);
  if (stale.length + left.length > 0) {
    console.error("  mend: run `bun scripts/generate.ts`, and commit what it wrote");
    process.exit(1);
  }
} else {
  for (const path of left) rmSync(join(root, path));
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? "");
    console.error(`wrote ${path}`);
  }
}
