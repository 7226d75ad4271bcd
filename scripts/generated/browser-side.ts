import { relative } from "node:path";
import type { BunPlugin } from "bun";

/** Modules of the source that run in the browser as well: they know nothing but what they are given. */
const shared = new Set([
  "src/accounts/account.ts",
  "src/addresses/address-troubles.ts",
  "src/addresses/check-address.ts",
  "src/addresses/country-form.ts",
  ..."cells dialect encoding handle header own-columns read-number read-price shopify-columns woo-columns woo-order"
    .split(" ")
    .map((name) => `src/catalog/import/${name}.ts`),
  "src/catalog/listing.ts",
  "src/catalog/typed-search.ts",
  "src/catalog/words.ts",
  "src/checkout/check-draft.ts",
  "src/checkout/contact-troubles.ts",
  "src/checkout/draft.ts",
  "src/mail/letter.ts",
  "src/payments/card-number.ts",
  "src/pickup/place-typed.ts",
  "src/pricing/money.ts",
  "src/shipping/countries.ts",
  "src/shipping/regions.ts",
  "src/shipping/vat-number.ts",
  "src/web/judge.ts",
]);
/** Folders made for it: what they may import is the same. */
const folders = ["src/catalog/device/", "src/catalog/import/preview/"];
/** The little that TypeBox's checks call. */
const checks = /(^|\/)node_modules\/typebox\/build\/guard\//;

/**
 * Refuses whatever a browser has not or must not have: what is Node's or Bun's own, packages, and of the source all but
 * what is listed here.
 */
export function onlyBrowserCode(root: string): BunPlugin {
  return {
    name: "only what a browser may have",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        if (/^(#src\/|typebox\/guard$|entry:|check:)/.test(path)) return undefined;
        throw new Error(`${relative(root, importer)} imports ${path}, which is not for a browser.`);
      });
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
        const from = relative(root, path).replaceAll("\\", "/");
        if (shared.has(from) || folders.some((each) => from.startsWith(each)) || checks.test(from)) return undefined;
        throw new Error(`${from} is not for a browser: scripts/generated/browser-side.ts lists what is.`);
      });
    },
  };
}
