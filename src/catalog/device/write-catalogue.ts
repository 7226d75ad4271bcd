import { byteWriter, sortedColumn, textColumn, writeTexts, type ByteWriter } from "./bytes.ts";
import { formVersion, magic, type DeviceFacts, type DeviceProduct, type DeviceShelf } from "./catalogue.ts";
import { postings, type Postings } from "./postings.ts";

// The form of the file is told in docs/reference/search-on-the-device.md. Products are turned into bytes as they come, so
// that 20,000 of them are never in memory as they were read.

type Pause = () => Promise<void>;

/** More at once would keep other requests waiting. */
const atOnce = 4000;

/** Gathers products, one after another, and writes them as one file. */
export function catalogueWriter(shelves: readonly DeviceShelf[], pause: Pause) {
  const shelfAt = new Map(shelves.map(({ handle }, at) => [handle, at]));
  const vendorAt = new Map<string, number>();
  const texts = { handle: textColumn(), title: textColumn(), subtitle: textColumn(), picture: textColumn() };
  const [onShelves, vendors, figures] = [byteWriter(), byteWriter(), [0, 1, 2, 3, 4].map(() => byteWriter())];
  const titles: string[] = [];
  const [words, codes] = [postings(), postings()];

  function addShown(product: DeviceProduct): void {
    const { priceFrom, priceTo, compareAt, available, rank, vendor } = product;
    for (const [name, column] of Object.entries(texts)) column.add(product[name as keyof typeof texts]);
    const numbers = product.collections.flatMap((handle) => shelfAt.get(handle) ?? []);
    for (const each of [numbers.length, ...numbers]) onShelves.count(each);
    if (!vendorAt.has(vendor)) vendorAt.set(vendor, vendorAt.size);
    vendors.count(vendorAt.get(vendor) ?? 0);
    const row = [priceFrom, Math.max(0, priceTo - priceFrom), (compareAt ?? -1) + 1, Number(available), rank];
    for (const [at, figure] of row.entries()) figures[at]?.count(figure);
  }

  return {
    /** Answers the product's number. */
    add(product: DeviceProduct): number {
      const number = titles.push(product.words.title.join(" ")) - 1;
      addShown(product);
      const inTitle = new Set(product.words.title);
      // Twice the number, and one more where the word is in the title.
      for (const word of inTitle) words.note(word, number * 2 + 1);
      for (const word of new Set(product.words.rest)) if (!inTitle.has(word)) words.note(word, number * 2);
      for (const code of new Set(product.words.codes)) codes.note(code, number);
      return number;
    },

    async finish({ mostHits, byTitle, newestFirst, mendedTo }: DeviceFacts): Promise<Uint8Array<ArrayBuffer>> {
      const out = byteWriter(1 << 18);
      for (const each of [...magic, formVersion, mostHits, titles.length, shelves.length]) out.count(each);
      for (const field of ["handle", "title"] as const)
        writeTexts(
          out,
          shelves.map((shelf) => shelf[field]),
        );
      out.raw(onShelves.seen());
      out.count(vendorAt.size);
      writeTexts(out, vendorAt.keys());
      out.raw(vendors.seen());
      for (const column of Object.values(texts)) column.writeTo(out);
      for (const column of figures) out.raw(column.seen());
      await pause();
      for (const each of byTitle) out.count(each);
      const sortedTitles = sortedColumn();
      await inSlices(byTitle, pause, (number) => sortedTitles.add(titles[number] ?? ""));
      sortedTitles.writeTo(out);
      await pause();
      writeSteps(out, newestFirst);
      await pause();
      for (const word of mendedTo) words.know(word);
      await writeWords(out, words, mendedTo, pause);
      await writeWords(out, codes, new Set(), pause);
      return out.done();
    },
  };
}

/** Numbers of which each is near the one before it: as steps up (even) and down (odd). */
function writeSteps(out: ByteWriter, numbers: readonly number[]): void {
  let before = 0;
  for (const number of numbers) {
    const step = number - before;
    out.count(step >= 0 ? step * 2 : -step * 2 - 1);
    before = number;
  }
}

async function inSlices<T>(items: Iterable<T>, pause: Pause, act: (item: T) => void): Promise<void> {
  let since = 0;
  for (const item of items) {
    act(item);
    since += 1;
    if (since % atOnce === 0) await pause();
  }
  await pause();
}

async function writeWords(out: ByteWriter, list: Postings, marked: ReadonlySet<string>, pause: Pause): Promise<void> {
  const words = await sorted(list.words(), pause);
  out.count(words.length);
  const column = sortedColumn();
  await inSlices(words, pause, (word) => column.add(word));
  column.writeTo(out);
  const entries = byteWriter(1 << 16);
  await inSlices(words, pause, (word) => {
    const before = entries.size();
    let last = 0;
    for (const entry of list.entriesOf(word)) {
      entries.count(entry - last);
      last = entry;
    }
    // How many bytes belong to the word, and whether a slip is mended to it.
    out.count((entries.size() - before) * 2 + Number(marked.has(word)));
  });
  out.count(entries.size());
  out.raw(entries.seen());
  await pause();
}

/** In the order of UTF-16 units, by what they begin with, so that no part takes long. */
async function sorted(words: Iterable<string>, pause: Pause): Promise<string[]> {
  const byStart = new Map<string, string[]>();
  await inSlices(words, pause, (word) => {
    const start = word.slice(0, 2);
    const known = byStart.get(start);
    if (known) known.push(word);
    else byStart.set(start, [word]);
  });
  const all: string[] = [];
  let since = 0;
  for (const start of [...byStart.keys()].toSorted()) {
    const some = (byStart.get(start) ?? []).toSorted();
    for (const word of some) all.push(word);
    since += some.length;
    if (since < atOnce) continue;
    since = 0;
    await pause();
  }
  return all;
}
