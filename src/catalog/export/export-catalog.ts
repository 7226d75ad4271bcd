import type { Reader } from "#db/open.ts";
import { csvLine } from "./csv.ts";
import { collectionRow, headerRow, productRows, type Register } from "./rows.ts";
import { loadCollections, loadHandles, loadRedirects, loadSome, type ExportedCollection } from "./store.ts";

const together = 200;

const byHandle = <T extends { readonly handle: string }>(left: T, right: T) => (left.handle < right.handle ? -1 : 1);

/**
 * The whole catalogue as Pushcart's own CSV, piece by piece: collections with those above first, then products by handle.
 * It says nothing that differs between two shops with the same catalogue (ids, when something was changed), so importing
 * it into a fresh shop and exporting that gives the same bytes.
 */
export async function* exportCatalog(read: Reader, currency: string): AsyncGenerator<string> {
  const lists = await loadCollections(read);
  const register = registerOf(lists, await loadRedirects(read));
  yield csvLine(headerRow);
  for (const list of parentsFirst(lists, register)) yield csvLine(collectionRow(list, register));

  const handles = (await loadHandles(read)).toSorted(byHandle);
  for (let start = 0; start < handles.length; start += together) {
    const some = await loadSome(
      read,
      handles.slice(start, start + together).map((row) => row.id),
    );
    const inOrder = some.toSorted((left, right) => byHandle(left.product, right.product));
    yield inOrder.flatMap((each) => productRows(each, register, currency).map(csvLine)).join("");
  }
}

type Redirects = Awaited<ReturnType<typeof loadRedirects>>;

function registerOf(lists: readonly ExportedCollection[], redirects: Redirects): Register {
  const ids = new Map(lists.map((list) => [list.id, list]));
  const old = Map.groupBy(redirects, (row) => row.targetId);
  return {
    listOf: (id) => ids.get(id),
    oldAddressesOf: (id) => (old.get(id) ?? []).map((row) => row.from).toSorted(),
  };
}

function parentsFirst(lists: readonly ExportedCollection[], { listOf }: Register): ExportedCollection[] {
  const depthOf = (list: ExportedCollection | undefined, seen = 0): number =>
    list && list.parentId !== null && seen < 20 ? 1 + depthOf(listOf(list.parentId), seen + 1) : 0;
  return lists.toSorted((left, right) => depthOf(left) - depthOf(right) || byHandle(left, right));
}
