import { join } from "node:path";

const head =
  "// Written by `bun scripts/generate.ts`: what searches the catalogue on a device, from src/catalog/device/module.ts.\n";

/** The shop's own search over a catalogue in memory, as one module for the browser's worker. */
export async function deviceModule(root: string): Promise<string> {
  const built = await Bun.build({
    entrypoints: [join(root, "src/catalog/device/module.ts")],
    target: "browser",
    format: "esm",
    minify: { whitespace: false, syntax: true, identifiers: false },
  });
  // Where a part came from is told by the bundler as a path.
  return head + ((await built.outputs[0]?.text()) ?? "").replaceAll(/^\/\/ \S+$\n/gm, "");
}
