import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "#db/open.ts";
import { removePictures } from "../import/shop-pictures.ts";
import { forgetRemoved } from "./store.ts";
import { loadUnused } from "./unused-store.ts";
import { pictureOfFile } from "./upload-name.ts";

type Given = {
  readonly store: Store;
  readonly config: { readonly dataFolder: string };
  readonly now: () => Date;
};

/** How long what was taken away at the desk can be put back. */
const undoHours = 24;
/** What is younger may just be on its way into a table. */
const youngMinutes = 60;
const atOnce = 500;
const hour = 3_600_000;

/**
 * Takes from the disk what no table names any more: pictures that were taken away at the desk a day ago, and uploads
 * whose review, product or write is gone, with what was left half written. Files that somebody else put there are left
 * alone. Answers how many pictures went.
 */
export async function sweepPictures({ store, config, now }: Given): Promise<number> {
  const { dataFolder } = config;
  const before = new Date(now().getTime() - undoHours * hour);
  const forgotten = await store.write((tx) => forgetRemoved(tx, before));
  const isOld = (at: number) => at < now().getTime() - youngMinutes * 60_000;
  const old = await oldUploads(join(dataFolder, "pictures"), isOld);

  let swept = 0;
  const wanted = [...new Set([...forgotten, ...old])].filter((file) => file !== "");
  for (let start = 0; start < wanted.length; start += atOnce) {
    const unused = await loadUnused(store.read, wanted.slice(start, start + atOnce));
    await removePictures(dataFolder, unused);
    swept += unused.length;
    await Bun.sleep(5);
  }
  return swept;
}

/** Uploads that were written a while ago; what was left half written then goes at once. */
async function oldUploads(folder: string, isOld: (at: number) => boolean): Promise<Set<string>> {
  const names = await readdir(folder).catch(() => []);
  const old = new Set<string>();
  for (const name of names) {
    const isHalf = name.endsWith(".webp.part");
    const picture = isHalf ? undefined : pictureOfFile(name);
    if (!isHalf && (picture === undefined || old.has(picture))) continue;
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (!found || !isOld(found.mtimeMs)) continue;
    if (picture) old.add(picture);
    else await rm(join(folder, name), { force: true });
  }
  return old;
}
