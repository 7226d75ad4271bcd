import { leaveToken } from "../content/leave-link.ts";
import type { Deps } from "../deps.ts";
import { sellable } from "../inventory/shelf.ts";
import { digestOf } from "../keys.ts";
import { backLetter } from "../mail/back-letter.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetters } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import type { StoredKind } from "./asking-store.ts";
import { kindName, kindPath } from "./kind-name.ts";
import { addBackNews } from "./store.ts";
import { claimWave, loadBack, markTold, markWatchersTold } from "./telling-store.ts";

type Needs = Pick<Deps, "store" | "now" | "newId" | "shop" | "config" | "keys">;

/** So many are written to for each thing on the shelf; the others an hour later, if it is still there. */
const lettersPerUnit = 5;
const nextWave = 3_600_000;
/** Letters in one write, which nobody else can write beside. */
const together = 25;

/**
 * Tells those who wait for what is on the shelf again: a letter each, and news in their page. Answers how many letters.
 *
 * What is due is read off the shelves themselves, so no way by which goods come back can be forgotten. A letter is put
 * into the outbox in the write that notes that its reader is told: run by several processes at once, it is still one.
 */
export async function tellWaiting(deps: Needs): Promise<number> {
  let letters = 0;
  for (const kind of await loadBack(deps.store.read, deps.now())) {
    await tellInPage(deps, kind);
    letters += await tellByLetter(deps, kind);
  }
  return letters;
}

async function tellInPage({ store, now, newId }: Needs, { variantId }: StoredKind): Promise<void> {
  const at = now();
  await store.write(async (tx) => {
    const owners = await markWatchersTold(tx, variantId, at);
    const rows = owners.map((owner) => ({ id: newId(), owner, variantId }));
    await addBackNews(tx, rows, at);
  });
}

async function tellByLetter({ store, now, newId, shop, config, keys }: Needs, kind: StoredKind): Promise<number> {
  const at = now();
  const later = new Date(at.getTime() + nextWave);
  const wave = await store.write((tx) => claimWave(tx, kind.variantId, { now: at, later }));
  const due = wave.slice(0, sellable(kind) * lettersPerUnit);
  const from = letterShopOf(await shop.read(), config.url);
  const address = config.url + kindPath(kind);
  let letters = 0;
  for (let start = 0; start < due.length; start += together) {
    const written = due.slice(start, start + together).map(({ id, email, emailKey }) => {
      const token = leaveToken(keys.stockNotice, emailKey);
      const leave = config.url + link(paths.noticeLeave, { token });
      const letter = backLetter({ to: email, shop: from, name: kindName(kind), link: address, leave });
      return { id, leaveHash: digestOf(token), queued: { letter, id: newId() } };
    });
    letters += await store.write(async (tx) => {
      const told = await markTold(tx, written, at);
      const queued = written.filter(({ id }) => told.has(id)).map((each) => each.queued);
      await queueLetters(tx, queued, at);
      return queued.length;
    });
  }
  return letters;
}
