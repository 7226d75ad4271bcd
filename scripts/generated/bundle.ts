import type { BunPlugin } from "bun";
import { onlyBrowserCode } from "./browser-side.ts";

/**
 * One module for the browser out of a file of the source and what it imports: readable, without the bundler's notes of
 * where each part came from (they name folders of the machine), and refused where it reaches what is not for a browser.
 */
export async function bundled(root: string, entry: string, plugins: readonly BunPlugin[] = []): Promise<string> {
  const built = await Bun.build({
    entrypoints: [entry],
    target: "browser",
    format: "esm",
    minify: { whitespace: false, syntax: true, identifiers: false },
    plugins: [onlyBrowserCode(root), ...plugins],
  });
  return ((await built.outputs[0]?.text()) ?? "").replaceAll(/^\/\/ \S+$\n/gm, "");
}
