import { join } from "node:path";
import type { Store } from "#db/open.ts";
import { fetchPicture, internet, PictureTrouble, type Network } from "./fetch-picture.ts";
import { makePicture } from "./make-picture.ts";
import { loadRemote, pictureFailed, pictureReady, type Waiting } from "./pictures-store.ts";

type Given = {
  readonly store: Store;
  readonly config: { readonly dataFolder: string };
  readonly now: () => Date;
};

const atOnce = 4;
const mostTries = 6;
/** Begins no more fetches after this long, so that a stopping shop need not wait for all of them. */
const longest = 5000;

/** When to try again what did not answer; forgotten with the process, which then simply tries again. */
const later = new WeakMap<Store, Map<string, number>>();

/**
 * Fetches some of the pictures that imports named, and makes the shop's own of them. To be called again and again.
 * One that cannot be had is tried a few times, at growing intervals, or is marked as failed with the reason; its product
 * shows a drawn picture meanwhile. Answers how many were settled.
 */
export async function fetchWaitingPictures(
  { store, config, now }: Given,
  network: Network = internet,
): Promise<number> {
  const pauses = later.get(store) ?? new Map<string, number>();
  later.set(store, pauses);
  const began = now().getTime();
  const due = (await loadRemote(store.read)).filter(({ id }) => (pauses.get(id) ?? 0) <= began);
  let settled = 0;

  async function settle(picture: Waiting): Promise<void> {
    try {
      const bytes = await fetchPicture(picture.source, network);
      const made = await makePicture(bytes, picture.id, join(config.dataFolder, "pictures"));
      await store.write((tx) => pictureReady(tx, picture, made));
    } catch (cause) {
      if (!(cause instanceof PictureTrouble)) throw cause;
      const final = !cause.again || picture.tries + 1 >= mostTries;
      if (final) pauses.delete(picture.id);
      else pauses.set(picture.id, now().getTime() + 15_000 * 4 ** picture.tries);
      await store.write((tx) => pictureFailed(tx, picture, cause.message, final));
    }
    settled += 1;
  }

  const clock = performance.now();
  const line = due.values();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const picture of line) {
      if (performance.now() - clock > longest) return;
      await settle(picture);
    }
  });
  await Promise.all(workers);
  return settled;
}
