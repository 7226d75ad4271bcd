import type { Reader, Tx } from "#db/open.ts";
import { fresh } from "./lists.ts";
import type { ImportedProduct } from "./product.ts";
import type { Reading } from "./read-products.ts";
import { noteChanges } from "./runs-store.ts";
import * as store from "./store.ts";

type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
type Run = { readonly runId: string; readonly newId: () => string };

/**
 * Joins products that name one another: related ones stand beside each other, and what only gathers others (a grouped
 * product, which cannot be bought itself) becomes a collection of its name. Only where it is not like that already.
 * Answers which collections changed.
 */
export async function joinProducts(reading: Reading, read: Reader, write: Write, run: Run): Promise<string[]> {
  const touched: string[] = [];
  for await (const { product } of reading.products()) {
    if (!product || (product.related.length === 0 && product.gathers.length === 0)) continue;
    const wanted = [product.handle, ...product.related, ...product.gathers];
    const ids = new Map((await store.loadDigests(read, wanted)).map((row) => [row.handle, row.id]));
    const idsOf = (handles: readonly string[]) => handles.flatMap((handle) => ids.get(handle) ?? []);
    const id = ids.get(product.handle);
    if (id === undefined) continue;
    const related = [...new Set(idsOf(product.related))].filter((each) => each !== id);
    const before = await store.loadRelated(read, id);
    if (before.join() !== related.join()) await write((tx) => relate(tx, id, before, related, run));
    if (product.gathers.length > 0) touched.push(...(await gather(product, idsOf(product.gathers), read, write, run)));
  }
  return touched;
}

async function relate(
  tx: Tx,
  id: string,
  before: readonly string[],
  now: readonly string[],
  { runId }: Run,
): Promise<void> {
  await noteChanges(tx, [{ runId, what: "related", subjectId: id, before }]);
  await store.setRelated(tx, id, now);
}

async function gather(
  product: ImportedProduct,
  ids: readonly string[],
  read: Reader,
  write: Write,
  run: Run,
): Promise<string[]> {
  const all = await store.loadAllCollections(read);
  const before = all.find((row) => row.handle === product.handle);
  if (before?.rule) return [];
  const { handle, title, subtitle: description } = product;
  const row = before ?? fresh({ handle, title, description, position: all.length, listed: false }, run);
  const there = new Set(before ? await store.loadMembers(read, row.id) : []);
  const missing = ids.filter((id) => !there.has(id));
  if (before && missing.length === 0) return [];
  await write(async (tx) => {
    if (!before) {
      await noteChanges(tx, [{ runId: run.runId, what: "collection", subjectId: row.id, before: null }]);
      await store.insertCollections(tx, [row]);
      // It is no product any more: who has its old address finds what it gathers.
      await store.addRedirects(tx, [{ from: `products/${handle}`, what: "collection", targetId: row.id }]);
    }
    await store.joinCollection(tx, row.id, missing, there.size);
  });
  return [row.id];
}
