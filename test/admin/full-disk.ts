import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { takeFile } from "#src/admin/imports/take-file.ts";
import { ShopError } from "#src/web/shop-error.ts";

// Run by itself where mounts end with the process: sends a product file to a disk of 1 MB, and prints what came of it.
// `full-disk.ts <empty folder>`.

const [disk = ""] = process.argv.slice(2);
const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]);
if (status !== 0) throw new Error(String(stderr));

const form = new FormData();
form.set("file", new File(["Handle,Title,Price\n".repeat(200_000)], "mugs.csv"));
const whole = new Response(form);
const type = whole.headers.get("content-type") ?? "";
const request = new Request("http://localhost/", {
  method: "POST",
  body: await whole.arrayBuffer(),
  headers: { "Content-Type": type },
});
const deps = { config: { dataFolder: disk }, newId: () => "the-file" } as unknown as Parameters<typeof takeFile>[0];
const cause = await takeFile(deps, request).then(
  () => undefined,
  (error: unknown) => error,
);
console.log(
  JSON.stringify({
    kind: cause instanceof ShopError ? cause.kind : String(cause),
    message: cause instanceof Error ? cause.message : "",
    left: existsSync(`${disk}/imports`) ? readdirSync(`${disk}/imports`) : [],
  }),
);
