import { Glob } from "bun";
import { join } from "node:path";

export const root = join(import.meta.dir, "..", "..");

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

/** Paths below the root, with forward slashes, in order. */
export function filesOf(pattern: string): string[] {
  return [...new Glob(pattern).scanSync({ cwd: root, onlyFiles: true })]
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

export const textOf = (path: string): Promise<string> => Bun.file(join(root, path)).text();

/** The code without comments, for rules about what code does. */
export const codeOf = async (path: string): Promise<string> =>
  (await textOf(path)).replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");

/** Every import and re-export of the code, with its path made whole. */
export async function readImports(pattern = "{src,views,db}/**/*.{ts,tsx}"): Promise<Import[]> {
  const found: Import[] = [];
  for (const from of filesOf(pattern)) {
    const text = await codeOf(from);
    const lines = /^(?:(?:import|export) (type )?([\w\s{},*$]*?) from|import) "([^"]+)"(?: with \{[^}]*\})?;/gm;
    for (const [, type, clause = "", path = ""] of text.matchAll(lines)) {
      const to = path.startsWith(".") ? new URL(path, `file:///${from}`).pathname.slice(1) : path.replace(/^#/, "");
      const named =
        /\{([^}]*)\}/s
          .exec(clause)?.[1]
          ?.split(",")
          .map((name) => name.trim())
          .filter(Boolean) ?? [];
      const onlyTypes =
        named.length > 0 && !/^\w/.test(clause.trim()) && named.every((name) => name.startsWith("type "));
      found.push({ from, to, typeOnly: Boolean(type) || onlyTypes });
    }
    for (const [, path = ""] of text.matchAll(/\bimport\("([^"]+)"\)/g)) {
      const to = path.startsWith(".") ? new URL(path, `file:///${from}`).pathname.slice(1) : path.replace(/^#/, "");
      found.push({ from, to, typeOnly: false });
    }
  }
  return found;
}
