import type { Deps } from "../deps.ts";
import { loadGuesses } from "./search-page.ts";

type Needed = Pick<Deps, "store" | "shop" | "shell" | "limits" | "log">;

/** Whoever asks for pages that are nowhere is often no person: no more than so many are helped at once. */
const mostAtOnce = 2;
/** Longer than this nobody waits for help with an address that leads nowhere. Milliseconds. */
const patience = 2000;

/** The last word of an address, where it may be one of ours that is spelt wrong: not of files, nor of what is no name. */
export function lookedFor(path: string): string | undefined {
  const last = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const name = decodeURIComponent(last).replace(/\.(html?|php|aspx?)$/i, "");
  return name.length <= 80 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\s_+'-]+$/u.test(name) ? name : undefined;
}

/**
 * Finds what somebody may have been after at an address that leads nowhere. It is a help and no more: without the
 * database, when the shop is busy, or for one who asks too often, there is none.
 */
export function guesser({ store, shop, shell, limits, log }: Needed) {
  let running = 0;

  async function find(name: string) {
    await shell.read(); // so that the page has its frame, also as the first one after a start
    const [{ currency }, { looked, cards }] = await Promise.all([shop.read(), loadGuesses(store.read, name)]);
    return { looked, guesses: { cards, currency } };
  }

  return async (path: string, address: string) => {
    const name = lookedFor(path);
    if (name === undefined || running >= mostAtOnce) return undefined;
    running += 1;
    try {
      await limits.count("guess", address);
      return await Promise.race([find(name), Bun.sleep(patience).then(() => undefined)]);
    } catch (error) {
      log.debug({ err: error }, "no guess for a page that is not there");
      return undefined;
    } finally {
      running -= 1;
    }
  };
}
