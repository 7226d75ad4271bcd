import type { Reader, Tx } from "#db/open.ts";
import { unindexProducts } from "#db/search-index.ts";
import { bump } from "#db/versions.ts";
import { keepCollections, keepProducts } from "../keep.ts";
import type { Image } from "./apply.ts";
import type { Shop } from "./import-catalog.ts";
import * as runs from "./runs-store.ts";
import * as store from "./store.ts";

export type UndoReport = {
  readonly runId: string;
  readonly file: string;
  /** Products that the import had made, and are gone again. */
  readonly removed: number;
  /** Products that are as they were before it. */
  readonly restored: number;
  /** Pictures that no product shows any more, by the names of their files. */
  readonly pictures: readonly string[];
};

export type UndoOptions = {
  /** Only this run, and only while it is the newest. */
  readonly runId?: string | undefined;
  /** How many products one write takes back. */
  readonly together?: number | undefined;
  /** Stops between two writes, to be gone on with. */
  readonly signal?: AbortSignal | undefined;
  /** After each write: how many products more. */
  readonly onProgress?: ((more: number) => void) | undefined;
};

/**
 * Takes back the newest import that was not taken back yet: what it made goes, what it changed is as before. What was
 * sold meanwhile stays sold: a shelf is moved by as much as the import had moved it, not set. Undefined when there is none.
 * Cut off half-way, it goes on where it stopped when it is called again.
 */
export async function undoImport(shop: Shop, options: UndoOptions = {}): Promise<UndoReport | undefined> {
  const run = await runs.lastRun(shop.store.read);
  if (!run || (options.runId !== undefined && run.id !== options.runId)) return undefined;
  const each = (runId: string, what: string, work: Work) => takeBack(shop, { ...options, runId, what, work });
  const touched = new Set<string>();
  const pictures: string[] = [];
  let [removed, restored] = [0, 0];

  await each(run.id, "related", async (tx, changes) => {
    for (const { subjectId, before } of changes) await restoreRelated(tx, subjectId, before as string[]);
  });
  await each(run.id, "product", async (tx, changes) => {
    const made = changes.filter((change) => change.before === null).map((change) => change.subjectId);
    const changed = changes.flatMap(({ before }) => (before === null ? [] : [before as Image]));
    for (const id of await store.loadListsOf(tx, made)) touched.add(id);
    pictures.push(...(await store.loadFilesOf(tx, made)));
    await unindexProducts(tx, made);
    await store.deleteProducts(tx, made);
    for (const image of changed) for (const id of await restoreProduct(tx, image, shop)) touched.add(id);
    await keepProducts(
      tx,
      changed.map((image) => image.product.id),
    );
    removed += made.length;
    restored += changed.length;
  });
  await each(run.id, "collection", async (tx, changes) => {
    const made = changes.filter((change) => change.before === null).map((change) => change.subjectId);
    await store.deleteEmptyCollections(tx, made);
    for (const { subjectId, before } of changes) {
      if (before !== null) await store.updateCollection(tx, subjectId, before as store.CollectionRow);
      touched.add(subjectId);
    }
  });
  await shop.store.write((tx) => finish(tx, run.id, [...touched], shop.now()));
  return { runId: run.id, file: run.file, removed, restored, pictures };
}

type Work = (tx: Tx, changes: readonly runs.Change[]) => Promise<void>;

type Taking = UndoOptions & { readonly runId: string; readonly what: string; readonly work: Work };

/** Some changes at a time, each forgotten in the write that takes it back. */
async function takeBack(
  { store: { read, write } }: Shop,
  { runId, what, work, together = 200, signal, onProgress }: Taking,
): Promise<void> {
  for (;;) {
    const changes = await runs.loadChanges(read as Reader, runId, what, together);
    if (changes.length === 0) return;
    signal?.throwIfAborted();
    await write(async (tx) => {
      await work(tx, changes);
      await runs.forgetChanges(
        tx,
        runId,
        what,
        changes.map((change) => change.subjectId),
      );
    });
    if (what === "product") onProgress?.(changes.length);
    await Bun.sleep(5);
  }
}

async function finish(tx: Tx, runId: string, touched: readonly string[], at: Date): Promise<void> {
  await runs.markUndone(tx, runId, at);
  const left = new Set((await store.loadAllCollections(tx)).map((row) => row.id));
  await keepCollections(
    tx,
    touched.filter((id) => left.has(id)),
  );
  await bump(tx, ["catalog", "shell"]);
}

async function restoreRelated(tx: Tx, productId: string, before: readonly string[]): Promise<void> {
  const there = await store.loadExisting(tx, [productId, ...before]);
  if (there.has(productId))
    await store.setRelated(
      tx,
      productId,
      before.filter((id) => there.has(id)),
    );
}

/** Puts a product back as it stood. Answers the lists that it was or is in. */
async function restoreProduct(
  tx: Tx,
  { product, variants, pictures, memberships, moved }: Image,
  shop: Shop,
): Promise<string[]> {
  const now = (await store.loadKnown(tx, [product.handle])).get(product.handle);
  if (!now || now.product.id !== product.id) return [];
  const moments = { createdAt: new Date(product.createdAt), updatedAt: shop.now(), version: now.product.version + 1 };
  await store.updateProduct(tx, product.id, { ...product, ...moments });

  await store.deletePictures(tx, missingFrom(now.pictures, pictures));
  for (const row of pictures) await store.updatePicture(tx, row.id, { alt: row.alt, position: row.position });
  await store.insertPictures(tx, newTo(now.pictures, pictures));

  await store.deleteVariants(tx, missingFrom(now.variants, variants));
  const stocks = new Map(now.variants.map((row) => [row.id, row.stock]));
  for (const row of variants)
    if (stocks.has(row.id)) await store.updateVariant(tx, row.id, { option3: `\u0001${row.id}` });
  for (const row of variants) {
    const kept = (stocks.get(row.id) ?? row.stock) - (stocks.has(row.id) ? (moved[row.id] ?? 0) : 0);
    const stock = row.tracked && !row.backorder ? Math.max(0, kept) : kept;
    if (stocks.has(row.id)) await store.updateVariant(tx, row.id, { ...row, stock, version: row.version + 2 });
  }
  await store.insertVariants(tx, newTo(now.variants, variants));

  const before = new Set(memberships.map((row) => row.collectionId));
  const left = now.memberships.map((row) => row.collectionId).filter((id) => !before.has(id));
  await store.leaveCollections(tx, product.id, left);
  const lists = new Set((await store.loadAllCollections(tx)).map((row) => row.id));
  const back = memberships.filter((row) => lists.has(row.collectionId));
  await store.insertMemberships(
    tx,
    back.map((row) => ({ ...row, createdAt: new Date(row.createdAt) })),
  );
  return [...before, ...left];
}

type Named = { readonly id: string };
const missingFrom = (now: readonly Named[], before: readonly Named[]) =>
  now.map((row) => row.id).filter((id) => !before.some((row) => row.id === id));
const newTo = <T extends Named>(now: readonly Named[], before: readonly T[]) =>
  before.filter((row) => !now.some((each) => each.id === row.id));
