import type { Reader } from "#db/open.ts";
import { searchWords } from "../kept-product.ts";
import { loadShelves } from "../store.ts";
import { loadByTitle, loadMended, loadNewest, loadSome, mostHits } from "./store.ts";
import { catalogueWriter } from "./write-catalogue.ts";

/** So many products, and so many lines of a list, at once: other requests come in between. */
const [atOnce, linesAtOnce] = [40, 2000];

/** Lets everything that waits have its turn. */
const pause = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Where the picture of a product in a list lies. */
export type PictureOf = (file: string, handle: string) => string;

/**
 * The catalogue as a visitor may see it, as one file. It is read in slices while the shop goes on: what is written
 * meanwhile may be in it or not, so ask for the version of "catalog" before, not after.
 */
export async function gatherCatalogue(db: Reader, pictureOf: PictureOf): Promise<Uint8Array<ArrayBuffer>> {
  const writer = catalogueWriter(await loadShelves(db), pause);
  const numbers = new Map<number, number>();
  for await (const row of slices(
    (after: number) => loadSome(db, after, atOnce),
    ({ key }) => key,
    0,
  )) {
    const { key, picture, variants, lists, description, type, tags, attributes, ...shown } = row;
    const words = searchWords({ ...shown, variants, description, type, tags, attributes });
    const collections = lists.map((list) => list.handle);
    numbers.set(key, writer.add({ ...shown, picture: pictureOf(picture, shown.handle), collections, words }));
  }
  const mendedTo = new Set<string>();
  const mended = (after: string) => loadMended(db, after, linesAtOnce);
  for await (const { word } of slices(mended, (row) => row.word, "")) mendedTo.add(word);
  const inOrder = async (load: typeof loadNewest) => {
    const keys: number[] = [];
    const page = (offset: number) => load(db, { limit: linesAtOnce, offset });
    for await (const { key } of slices(page, () => keys.length, 0)) keys.push(key);
    return numbered(keys, numbers);
  };
  return writer.finish({
    mostHits,
    byTitle: await inOrder(loadByTitle),
    newestFirst: await inOrder(loadNewest),
    mendedTo,
  });
}

/** Every row, slice by slice, with a pause after each. `placeOf` says of a row where the next slice begins. */
async function* slices<Row, Place>(
  load: (place: Place) => PromiseLike<readonly Row[]>,
  placeOf: (last: Row) => Place,
  start: Place,
): AsyncGenerator<Row> {
  let place = start;
  for (;;) {
    const rows = await load(place);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    place = placeOf(last);
    await pause();
  }
}

/** The numbers of these keys, each product exactly once, also where a write has moved something between two slices. */
function numbered(keys: readonly number[], numbers: ReadonlyMap<number, number>): number[] {
  const known = keys.flatMap((key) => numbers.get(key) ?? []);
  return [...new Set([...known, ...numbers.values()])];
}
