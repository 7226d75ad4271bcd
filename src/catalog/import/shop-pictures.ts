import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { embeddedFolder } from "../../embedded.ts";
import { filesOf } from "./make-picture.ts";

const ours = /^[a-z0-9][a-z0-9_-]{0,120}\.(svg|webp|png|jpg|avif)$/i;

/** Whether a name is that of a picture which this shop can show already: its own, or one that the program brings along. */
export function shopPictures(dataFolder: string): (name: string) => boolean {
  const folders = [join(dataFolder, "pictures"), join(embeddedFolder("demo"), "pictures")];
  return (name) => ours.test(name) && folders.some((folder) => existsSync(join(folder, name)));
}

/** Takes away pictures that no product shows any more, in all their sizes. */
export async function removePictures(dataFolder: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((each) => /^[a-z0-9][a-z0-9_-]*\.webp$/i.test(each))) {
    for (const each of filesOf(file.slice(0, -".webp".length)))
      await rm(join(dataFolder, "pictures", each), { force: true });
  }
}
