import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Elysia } from "elysia";
import { embeddedFolder } from "../embedded.ts";
import { paths } from "../paths.ts";
import { ShopError } from "./shop-error.ts";

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  woff2: "font/woff2",
  webp: "image/webp",
  png: "image/png",
};

export type Asset = {
  readonly type: string;
  readonly tag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Made when first asked for, then kept: there are few, and each is asked for often. */
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
};

/** Sheets that begin with the tokens, so that shop and desk share them and each still fetches one file. */
const onTokens = new Set(["app.css", "admin.css"]);

/** Style sheets, scripts, face and icons, read once from beside the code or inside the binary. Only these names exist. */
function readAssets(): ReadonlyMap<string, Asset> {
  const folder = embeddedFolder("public");
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  return assetsOf(readdirSync(folder, { recursive: true, encoding: "utf8" }), read);
}

/** What is sent for each of these files, by the name that it has on the shop: folders do not count. */
export function assetsOf(
  paths: readonly string[],
  read: (path: string) => Uint8Array<ArrayBuffer>,
): ReadonlyMap<string, Asset> {
  const tokens = read("tokens.css");
  return new Map(
    paths.flatMap((path) => {
      const name = path.split(/[\\/]/).at(-1) ?? path;
      const type = types[name.split(".").at(-1) ?? ""];
      if (type === undefined) return [];
      const plain = onTokens.has(name) ? new Uint8Array(Buffer.concat([tokens, read(path)])) : read(path);
      return [[name, { type, plain, tag: `"${Bun.hash(plain).toString(36)}"` }]];
    }),
  );
}

export const brotliOf = ({ plain }: Asset) =>
  new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));

export const squeezable = (asset: Asset) => !/woff2|webp|png/.test(asset.type) && asset.plain.length > 400;

function encoded(asset: Asset, accepted: string): { body: Uint8Array<ArrayBuffer>; encoding?: string } {
  if (!squeezable(asset)) return { body: asset.plain };
  if (/\bbr\b/.test(accepted)) {
    return { body: (asset.br ??= brotliOf(asset)), encoding: "br" };
  }
  if (/\bgzip\b/.test(accepted)) {
    asset.gzip ??= new Uint8Array(gzipSync(asset.plain));
    return { body: asset.gzip, encoding: "gzip" };
  }
  return { body: asset.plain };
}

const assets = readAssets();

/** One text for all assets: it stands behind their addresses, which may then be kept for ever. */
export const assetDigest = Bun.hash([...assets.values()].map((asset) => asset.tag).join()).toString(36);

export function assetRoutes() {
  const answer = (name: string, request: Request) => {
    const asset = assets.get(name);
    if (!asset) throw new ShopError("not_found", "There is no such file.");
    const versioned = request.url.includes("?v=");
    const headers: Record<string, string> = {
      "Content-Type": asset.type,
      "Cache-Control": versioned
        ? "public, max-age=31536000, immutable"
        : `public, ${/\.(css|js)$/.test(name) ? "no-cache" : "max-age=3600"}`,
      Vary: "Accept-Encoding",
      ETag: asset.tag,
    };
    if (request.headers.get("if-none-match") === asset.tag) return new Response(null, { status: 304, headers });
    const { body, encoding } = encoded(asset, request.headers.get("accept-encoding") ?? "");
    if (encoding !== undefined) headers["Content-Encoding"] = encoding;
    return new Response(body, { headers });
  };
  return new Elysia({ name: "assets" })
    .get(paths.asset, ({ params, request }) => answer(params.name, request))
    .get(paths.favicon, ({ request }) => answer("favicon.svg", request));
}
