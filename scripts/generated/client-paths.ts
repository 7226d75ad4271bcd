import { join } from "node:path";
import { Glob } from "bun";
import { paths } from "../../src/paths.ts";

const head = "// Written by `bun scripts/generate.ts` from src/paths.ts: change that, then run it.\n";

/** The browser's part of the table of addresses: those that a module in public names as `paths.x`. */
export async function clientPaths(root: string): Promise<string> {
  const table: Readonly<Record<string, string>> = paths;
  const named = new Set<string>();
  for (const file of [...new Glob("*.js").scanSync(join(root, "public"))].toSorted()) {
    if (file.startsWith("htmx-")) continue;
    const text = await Bun.file(join(root, "public", file)).text();
    for (const [, name = ""] of text.matchAll(/(?<![/\w])paths\.(\w+)/g)) {
      if (table[name] === undefined)
        throw new Error(`public/${file} names paths.${name}, which src/paths.ts does not have.`);
      named.add(name);
    }
  }
  const lines = [...named].toSorted().map((name) => `  ${name}: ${JSON.stringify(table[name])},\n`);
  return `${head}\nexport const paths = {\n${lines.join("")}};\n${await linkFunction()}`;
}

/** `link` as src/paths.ts has it, without its types. */
async function linkFunction(): Promise<string> {
  const text = await Bun.file(join(import.meta.dir, "../../src/paths.ts")).text();
  const source = /^\/\*\* Fills in a path[\s\S]*?^}/m.exec(text)?.[0];
  if (source === undefined) throw new Error("src/paths.ts has no function `link` where it is looked for.");
  return `\n${new Bun.Transpiler({ loader: "ts" }).transformSync(source)}`;
}
