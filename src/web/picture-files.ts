import { existsSync } from "node:fs";
import { join } from "node:path";
import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { embeddedFolder } from "../embedded.ts";
import { paths } from "../paths.ts";
import { ShopError } from "./shop-error.ts";

/** A name that we gave: no folder, no dot in front, one known ending. Nothing else is looked for. */
const ours = /^[a-z0-9][a-z0-9_-]{0,120}\.(svg|webp|png|jpg|avif)$/i;

const types: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  webp: "image/webp",
  png: "image/png",
  jpg: "image/jpeg",
  avif: "image/avif",
};

/** Pictures of the shop's own folder first, then those of the demo. Both are made by us, still they may run nothing. */
export function pictureRoutes(deps: Deps) {
  const demo = embeddedFolder("demo");
  const folders = [join(deps.config.dataFolder, "pictures"), join(demo, "pictures"), join(demo, "rasters")];
  return new Elysia({ name: "pictures" }).get(paths.picture, ({ params, request }) => {
    const name = params.name;
    const path = ours.test(name)
      ? folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
      : undefined;
    if (!path) throw new ShopError("not_found", "There is no such picture.");
    const file = Bun.file(path);
    const tag = `"${file.size.toString(36)}-${Math.trunc(file.lastModified).toString(36)}"`;
    const headers = {
      "Content-Type": types[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "public, max-age=604800",
      ETag: tag,
    };
    if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
    return new Response(file, { headers });
  });
}
