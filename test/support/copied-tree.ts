import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dir, "../..");

/** A copy of the tree in a folder of its own, to change something in. Whoever asked for it takes it away. */
export function copiedTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "pushcart-tree-"));
  for (const name of ["src", "views", "db", "public", "scripts", "package.json", "tsconfig.json"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Runs the tree's own step that writes what is generated. */
export function generate(tree: string, ...words: string[]) {
  const ran = Bun.spawnSync([process.execPath, join(tree, "scripts/generate.ts"), ...words], { cwd: tree });
  return { code: ran.exitCode, said: ran.stderr.toString() };
}
