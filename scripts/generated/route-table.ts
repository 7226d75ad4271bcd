import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Glob } from "bun";

const registered = /\.(get|post|put|patch|delete)\(\s*paths\.(\w+)/g;

/** Which file registers which routes, "GET cart" and the like, read from the code: the finished program has no files. */
export function routeTable(root: string): string {
  const files = [...new Glob("src/**/*.{ts,tsx}").scanSync({ cwd: root })].map((path) => path.replaceAll("\\", "/"));
  const lines = files.toSorted().flatMap((file) => {
    const names = [...readFileSync(join(root, file), "utf8").matchAll(registered)].map(
      ([, method = "", name = ""]) => `${method.toUpperCase()} ${name}`,
    );
    return names.length === 0 ? [] : [`  "${file}": ${JSON.stringify([...new Set(names)].toSorted())}`];
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}
