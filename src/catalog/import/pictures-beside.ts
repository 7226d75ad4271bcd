import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Store } from "#db/open.ts";
import { mostBytes, PictureTrouble } from "./fetch-picture.ts";
import { makePicture } from "./make-picture.ts";
import { loadBeside, pictureFailed, pictureReady } from "./pictures-store.ts";

export type BesideReport = {
  readonly taken: number;
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
};

/**
 * Takes pictures that a file names by a path from beside it, or from a folder "pictures" there; never from outside that
 * folder, wherever links lead. To be called after the products were saved.
 */
export async function takePicturesBeside(store: Store, folder: string, dataFolder: string): Promise<BesideReport> {
  const missing: { name: string; reason: string }[] = [];
  let taken = 0;
  let after = "";
  for (;;) {
    const some = await loadBeside(store.read, after);
    for (const picture of some) {
      try {
        const bytes = await readBeside(folder, picture.source);
        const made = await makePicture(bytes, picture.id, join(dataFolder, "pictures"));
        await store.write((tx) => pictureReady(tx, picture, made));
        taken += 1;
      } catch (cause) {
        if (!(cause instanceof PictureTrouble)) throw cause;
        missing.push({ name: picture.source, reason: cause.message });
        await store.write((tx) => pictureFailed(tx, picture, cause.message, true));
      }
    }
    after = some.at(-1)?.id ?? "";
    if (some.length === 0) return { taken, missing };
  }
}

async function readBeside(folder: string, name: string): Promise<Uint8Array> {
  const nowhere = new PictureTrouble("it is not beside the file");
  if (folder === "" || name.includes("\0")) throw nowhere;
  const root = await realpath(folder).catch(() => "");
  for (const wish of [join(folder, name), join(folder, "pictures", name)]) {
    const path = await realpath(wish).catch(() => "");
    if (root === "" || !path.startsWith(root + sep)) continue;
    const found = await stat(path);
    if (!found.isFile()) continue;
    if (found.size > mostBytes) throw new PictureTrouble("it is larger than 10 MiB");
    return Bun.file(path).bytes();
  }
  throw nowhere;
}
