import type { Store, Tx } from "#db/open.ts";
import { listMethods, listPoints, saveShipping, type Placed } from "./method-store.ts";
import { readShippingFile, type ShippingTrouble } from "./shipping-file.ts";

export type ShippingReport = {
  readonly methods: number;
  readonly points: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly errors: readonly ShippingTrouble[];
};

type Options = {
  readonly currency: string;
  readonly dryRun?: boolean | undefined;
  /** Ways and places that the file does not name go, and the order is the file's. */
  readonly replace?: boolean | undefined;
  readonly note?: (tx: Tx) => Promise<void>;
};

/** Sets up what a file says: all of it, or nothing where anything is wrong. */
export async function importShipping(store: Store, text: string, options: Options): Promise<ShippingReport> {
  const { currency, dryRun, replace = false, note } = options;
  return store.write(async (tx): Promise<ShippingReport> => {
    const [there, places] = [await listMethods(tx), await listPoints(tx)];
    const file = readShippingFile(text, { currency, points: replace ? [] : places.map(({ id }) => id) });
    const sizes = { methods: file.methods.length, points: file.points.length };
    if (file.errors.length > 0)
      return { ...sizes, created: 0, updated: 0, unchanged: 0, removed: 0, errors: file.errors };
    const methods = compare(file.methods, there, replace);
    const points = compare(file.points, places, replace);
    const counts = {
      created: methods.created.length + points.created.length,
      updated: methods.updated.length + points.updated.length,
      unchanged: methods.unchanged + points.unchanged,
      removed: methods.removed.length + points.removed.length,
    };
    if (!dryRun && counts.created + counts.updated + counts.removed > 0) {
      await saveShipping(tx, {
        methods: [...methods.created, ...methods.updated],
        points: [...points.created, ...points.updated],
        removedMethods: methods.removed,
        removedPoints: points.removed,
      });
      await note?.(tx);
    }
    return { ...sizes, ...counts, errors: [] };
  });
}

type Entry = { readonly id: string };

/** What stands there already keeps its position, new ones come last; where the file replaces all, its order holds. */
function compare<E extends Entry>(wanted: readonly E[], there: readonly (E & Placed)[], replace: boolean) {
  const known = new Map(there.map((each) => [each.id, each]));
  const last = Math.max(-1, ...there.map(({ position }) => position));
  const placed = wanted.map((each, at) => {
    const position = replace ? at : (known.get(each.id)?.position ?? last + 1 + at);
    return { ...each, position };
  });
  const found = placed.filter(({ id }) => known.has(id));
  const updated = found.filter((each) => !same(each, known.get(each.id)));
  const named = new Set(wanted.map(({ id }) => id));
  return {
    created: placed.filter(({ id }) => !known.has(id)),
    updated,
    unchanged: found.length - updated.length,
    removed: replace ? there.filter(({ id }) => !named.has(id)).map(({ id }) => id) : [],
  };
}

const same = (a: object, b: object | undefined) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b ?? {}));
const sorted = (entry: object) => Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1));
