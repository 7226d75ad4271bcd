import { relative } from "node:path";
import type { BunPlugin } from "bun";

/** Modules of the source that the browser runs as well: they know nothing but what was typed. */
const shared =
  /^src\/(web\/judge|paths|accounts\/account|mail\/letter|addresses\/(check-address|country-form)|checkout\/(check-draft|draft|contact-troubles)|shipping\/(countries|regions|vat-number)|payments\/card-number)\.ts$/;

/**
 * Refuses whatever a browser has not or must not have: Node's and Bun's own, packages but the few that checks are made
 * of, and of the source all but what is written for both sides.
 */
export function onlyBrowserCode(root: string): BunPlugin {
  return {
    name: "only what a browser has",
    setup(build) {
      build.onResolve(
        { filter: /^(node:|bun(:|$)|fs$|path$|crypto$|#(src|db|views|test)\/)/ },
        ({ path, importer }) => {
          if (path.startsWith("#src/")) return undefined;
          throw new Error(`${relative(root, importer)} imports ${path}, which is not for a browser.`);
        },
      );
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
        const from = relative(root, path).replaceAll("\\", "/");
        if (/(^|\/)node_modules\/typebox\/build\/guard\//.test(from) || shared.test(from) || from.startsWith("public/"))
          return undefined;
        throw new Error(`${from} is not for a browser.`);
      });
    },
  };
}
