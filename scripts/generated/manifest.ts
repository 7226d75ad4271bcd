import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Glob } from "bun";
import { assetsOf, brotliOf, squeezable } from "../../src/web/asset-files.ts";

/**
 * All that a browser may fetch, by its name on the shop: bytes as they are, bytes as sent with brotli, and the tag that
 * it is sent with. What is generated is taken from `modules`, not from the disk.
 */
export function manifest(root: string, modules: ReadonlyMap<string, string>): string {
  const folder = join(root, "public");
  const onDisk = [...new Glob("**/*").scanSync({ cwd: folder, onlyFiles: true })]
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("generated/"));
  const made = [...modules.keys()].map((path) => path.replace(/^public\//, ""));
  const read = (path: string) => {
    const text = modules.get(`public/${path}`);
    return new Uint8Array(text === undefined ? readFileSync(join(folder, path)) : Buffer.from(text));
  };
  const all = [...onDisk, ...made];
  const names = all.map((path) => path.slice(path.lastIndexOf("/") + 1));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Error(`Two files of public are named ${twice}.\n  mend: rename one, the shop knows them by name alone`);
  const assets = assetsOf(all, read);
  const lines = [...assets].map(([name, asset]) => {
    const brotli = squeezable(asset) ? { brotli: brotliOf(asset).length } : {};
    const facts = { bytes: asset.plain.length, ...brotli, tag: asset.tag.slice(1, -1) };
    return [name, `  ${JSON.stringify(name)}: ${JSON.stringify(facts)}`] as const;
  });
  const sorted = lines.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return `{\n${sorted.join(",\n")}\n}\n`;
}
