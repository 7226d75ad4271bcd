import { join } from "node:path";
import { bundled } from "./bundle.ts";

const head =
  "// Written by `bun scripts/generate.ts`: what searches the catalogue on a device, from src/catalog/device/module.ts.\n";

/** The shop's own search over a catalogue in memory, as one module for the browser's worker. */
export async function deviceModule(root: string): Promise<string> {
  return head + (await bundled(root, join(root, "src/catalog/device/module.ts")));
}
