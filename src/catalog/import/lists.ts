import type { Tx } from "#db/open.ts";
import { handleOf } from "./handle.ts";
import { pathKey, type Outline, type RuleList } from "./outline.ts";
import { difference } from "./plan.ts";
import type { CollectionPath, ImportedCollection } from "./product.ts";
import { noteChanges } from "./runs-store.ts";
import * as store from "./store.ts";

type Run = { readonly runId: string; readonly newId: () => string };

/** Finds collections as a file names them. */
export type Lists = {
  at(path: CollectionPath): store.CollectionRow | undefined;
  named(handle: string): store.CollectionRow | undefined;
  byId(id: string): store.CollectionRow | undefined;
};

export function listsOf(rows: readonly store.CollectionRow[]): Lists {
  const ids = new Map(rows.map((row) => [row.id, row]));
  const handles = new Map(rows.map((row) => [row.handle, row]));
  const places = new Map(rows.filter((row) => row.rule === null).map((row) => [placeOf(row.parentId, row.title), row]));
  return {
    named: (handle) => handles.get(handle),
    byId: (id) => ids.get(id),
    at(path) {
      let found: store.CollectionRow | undefined;
      for (const title of path) {
        found = places.get(placeOf(found?.id ?? null, title));
        if (!found) return undefined;
      }
      return found;
    },
  };
}

const placeOf = (parentId: string | null, title: string) => `${parentId ?? ""}\0${title.toLowerCase()}`;

/** The collections that a file needs and the shop lacks. */
export function missingLists(
  outline: Outline,
  rules: readonly RuleList[],
  rows: readonly store.CollectionRow[],
  run: Run,
): store.CollectionRow[] {
  const made: store.CollectionRow[] = [];
  const handles = new Set(rows.map((row) => row.handle));
  const add = (given: Given) => {
    handles.add(given.handle);
    made.push(fresh({ ...given, position: made.length }, run));
  };
  for (const [depth, paths] of [...Map.groupBy(outline.paths, (path) => path.length)].toSorted(([a], [b]) => a - b)) {
    const lists = listsOf([...rows, ...made]);
    for (const path of paths.filter((each) => !lists.at(each))) {
      const handle = freeHandle(path, handles);
      const parentId = lists.at(path.slice(0, -1))?.id ?? null;
      if (handle)
        add({ handle, title: path.at(-1) ?? "", parentId, listed: depth === 1 && outline.menu.has(pathKey(path)) });
    }
  }
  for (const { title, field, listed } of rules) {
    const rule = { match: "all" as const, conditions: [{ field, is: "equals" as const, value: title }] };
    if (!handles.has(handleOf(title))) add({ handle: handleOf(title), title: capital(title), rule, listed });
  }
  return made;
}

/** Tags are often written small, menus are not. */
const capital = (title: string) => title.charAt(0).toUpperCase() + title.slice(1);

/** "shirts", or "men-shirts" where another collection has that. */
function freeHandle(path: CollectionPath, taken: ReadonlySet<string>): string | undefined {
  const wishes = path.map((_, at) => handleOf(path.slice(path.length - 1 - at).join(" ")));
  return [...wishes, `${wishes.at(-1)}-2`].find((handle) => handle !== "" && !taken.has(handle));
}

type Given = Pick<store.CollectionRow, "handle" | "title"> & Partial<store.CollectionRow>;

export function fresh(given: Given, { runId, newId }: Run): store.CollectionRow {
  const blank = { description: "", parentId: null, position: 0, rule: null, picture: "", listed: true };
  return { id: newId(), ...blank, source: runId, productCount: 0, priceFrom: null, ...given };
}

/** Makes or changes collections as Pushcart's own file tells them. Answers the ids of those that differ. */
export async function takeCollections(tx: Tx, told: readonly ImportedCollection[], run: Run): Promise<string[]> {
  const touched: string[] = [];
  for (const collection of parentsFirst(told)) {
    const lists = listsOf(await store.loadAllCollections(tx));
    const before = lists.named(collection.handle);
    const { handle, title, description, place, listed, rule, picture } = collection;
    const parentId = lists.named(collection.parent)?.id ?? null;
    const said = { handle, title, description, parentId, position: place, listed, rule, picture };
    const row = before ? { ...before, ...said } : fresh(said, run);
    const change = before ? difference(before, row) : row;
    const from = collection.oldAddresses.map((address) => ({ from: address, what: "collection", targetId: row.id }));
    await store.addRedirects(tx, from);
    if (Object.keys(change).length === 0) continue;
    await noteChanges(tx, [{ runId: run.runId, what: "collection", subjectId: row.id, before: before ?? null }]);
    if (before) await store.updateCollection(tx, row.id, change);
    else await store.insertCollections(tx, [row]);
    touched.push(row.id);
  }
  return touched;
}

function parentsFirst(told: readonly ImportedCollection[]): ImportedCollection[] {
  const handles = new Map(told.map((each) => [each.handle, each]));
  const depth = (each: ImportedCollection | undefined, seen = 0): number =>
    each && each.parent !== "" && seen < 20 ? 1 + depth(handles.get(each.parent), seen + 1) : 0;
  return told.toSorted((left, right) => depth(left) - depth(right));
}
