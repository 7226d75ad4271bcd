import type { Reader, Tx } from "#db/open.ts";
import { keepCollections, keepProducts } from "../keep.ts";
import { applyPlans } from "./apply.ts";
import { digestOf } from "./digest.ts";
import { handleOf } from "./handle.ts";
import type { ImportOptions, Shop } from "./import-catalog.ts";
import { joinProducts } from "./join-products.ts";
import { listsOf, missingLists, takeCollections } from "./lists.ts";
import { ruleLists, type Outline } from "./outline.ts";
import { changesAnything, planProduct, type Plan, type Setting } from "./plan.ts";
import type { ImportedProduct } from "./product.ts";
import type { Reading } from "./read-products.ts";
import * as runs from "./runs-store.ts";
import * as store from "./store.ts";
import { writesInTurns } from "./turns.ts";

type Task = {
  readonly reading: Reading;
  readonly outline: Outline;
  readonly file: string;
  readonly options: ImportOptions;
};
type Said = readonly [ImportedProduct, digest: string];

/** One import under way: collections first, then products in batches, then what joins them. */
export async function openJob(shop: Shop, { reading, outline, file, options }: Task) {
  const { read } = shop.store;
  const run = { runId: options.runId ?? shop.newId(), newId: shop.newId };
  const about = { id: run.runId, file, form: reading.form, startedAt: shop.now() };
  const rules = reading.form === "shopify" ? ruleLists(outline) : [];
  const taxClasses = await store.loadTaxClasses(read);
  /** Lists to be counted again at the end. */
  const touched = new Set<string>();

  const turns = writesInTurns(shop.store, options.pace ?? "beside");
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    turns.write(async (tx) => {
      await runs.beginRun(tx, about);
      return work(tx);
    });

  async function countAgain(ids: readonly string[], together: number): Promise<void> {
    for (let start = 0; start < ids.length; start += together) {
      await write((tx) => keepCollections(tx, ids.slice(start, start + together)));
    }
  }

  async function makeLists(): Promise<void> {
    const missing = missingLists(outline, rules, await store.loadAllCollections(read), run);
    const filled = (await runs.countProducts(read)) > 0;
    const notes = missing.map(({ id }) => ({ runId: run.runId, what: "collection", subjectId: id, before: null }));
    if (missing.length > 0) {
      await write(async (tx) => {
        await store.insertCollections(tx, missing);
        await runs.noteChanges(tx, notes);
      });
    }
    for (const { id, rule } of missing) if (rule === null) touched.add(id);
    // What the shop has already is put into new lists before more comes: it is all looked at for every few of them.
    const ruled = missing.filter(({ rule }) => rule !== null).map(({ id }) => id);
    if (filled) await countAgain(ruled, 20);
    if (outline.collections.length === 0) return;
    for (const id of await write((tx) => takeCollections(tx, outline.collections, run))) touched.add(id);
  }

  async function plansFor(db: Reader, said: readonly Said[]): Promise<Plan[]> {
    const known = await store.loadKnown(
      db,
      said.map(([product]) => product.handle),
    );
    const lists = listsOf(await store.loadAllCollections(db));
    const setting: Setting = {
      ...run,
      now: shop.now(),
      tells: reading.tells,
      taxClasses,
      hasPicture: options.hasPicture,
      collectionAt: (path) => lists.at(path)?.id,
      listNamed: lists.named,
      mayLeave: (id) => lists.byId(id)?.rule === null && (lists.byId(id)?.source !== "" || reading.form === "pushcart"),
    };
    return said.map(([product, digest]) => planProduct(product, digest, known.get(product.handle), setting));
  }

  async function save(tx: Tx, said: readonly Said[]): Promise<Plan[]> {
    const plans = await plansFor(tx, said);
    await keepProducts(tx, await applyPlans(tx, plans, { ...run, now: shop.now() }));
    return plans;
  }

  const cutOff = await runs.unfinished(read);
  if (!options.dryRun) await makeLists();

  return {
    batchSize: turns.batchSize,
    collections: outline.paths.length + outline.collections.length + rules.length,

    async take(products: readonly ImportedProduct[]): Promise<{ created: number; updated: number }> {
      const handles = products.map((product) => product.handle);
      const before = new Map((await store.loadDigests(read, handles)).map((row) => [row.handle, row.digest]));
      const said = products.map((product): Said => [product, digestOf(product)]);
      const differing = said.filter(([product, digest]) => before.get(product.handle) !== digest);
      if (differing.length === 0) return { created: 0, updated: 0 };
      const plans = options.dryRun ? await plansFor(read, differing) : await write((tx) => save(tx, differing));
      for (const { memberships } of plans) {
        for (const id of [...memberships.join.map((row) => row.collectionId), ...memberships.leave]) touched.add(id);
      }
      const created = plans.filter((plan) => !plan.before).length;
      return { created, updated: plans.filter((plan) => plan.before && changesAnything(plan)).length };
    },

    /** Joins products and counts lists. Answers the run's id, unless nothing was changed. */
    async finish(counts: Readonly<Record<string, number>>): Promise<string | undefined> {
      if (options.dryRun) return undefined;
      if (outline.joined) for (const id of await joinProducts(reading, read, write, run)) touched.add(id);
      if (cutOff.length > 0) {
        const lists = listsOf(await store.loadAllCollections(read));
        const named = [...outline.paths.map(lists.at), ...rules.map(({ title }) => lists.named(handleOf(title)))];
        for (const list of named) if (list) touched.add(list.id);
      }
      await countAgain([...touched], 4);
      const kept = await shop.store.write((tx) => runs.endRun(tx, run.runId, { counts, endedAt: shop.now(), cutOff }));
      return kept ? run.runId : undefined;
    },
  };
}
