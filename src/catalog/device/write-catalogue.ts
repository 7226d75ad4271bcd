import { byteWriter, type ByteWriter } from "./bytes.ts";
import { formVersion, magic, type DeviceFacts, type DeviceProduct } from "./catalogue.ts";

// The form of the file is told in docs/reference/search-on-the-device.md.

/** The products behind each word, as numbers that grow: twice the product's number, and one more where it is in the title. */
type Postings = Map<string, number[]>;

/** More at once would keep other requests waiting. */
const atOnce = 4000;

/** Gathers products, one after another, and writes them as one file. */
export function catalogueWriter(pause: () => Promise<void>) {
  const products: Omit<DeviceProduct, "words">[] = [];
  const titles: string[] = [];
  const words: Postings = new Map();
  const codes: Postings = new Map();

  function note(postings: Postings, word: string, entry: number): void {
    const known = postings.get(word);
    if (known) known.push(entry);
    else postings.set(word, [entry]);
  }

  return {
    /** Answers the product's number. */
    add({ words: { title, codes: numbers, rest }, ...product }: DeviceProduct): number {
      const number = products.push(product) - 1;
      const inTitle = new Set(title);
      titles.push(title.join(" "));
      for (const word of inTitle.union(new Set(rest))) note(words, word, number * 2 + Number(inTitle.has(word)));
      for (const code of new Set(numbers)) note(codes, code, number);
      return number;
    },

    async finish(facts: DeviceFacts): Promise<Uint8Array<ArrayBuffer>> {
      const out = byteWriter(1 << 16);
      for (const byte of [...magic, formVersion]) out.count(byte);
      for (const each of [facts.mostHits, products.length]) out.count(each);
      writeShelves(out, facts, products);
      await pause();
      for (const field of ["handle", "title", "subtitle", "picture"] as const) {
        out.texts(products.map((product) => product[field]));
        await pause();
      }
      writeFigures(out, products);
      await pause();
      for (const each of facts.byTitle) out.count(each);
      out.sortedTexts(facts.byTitle.map((number) => titles[number] ?? ""));
      await pause();
      writeSteps(out, facts.newestFirst);
      await pause();
      for (const word of facts.mendedTo) if (!words.has(word)) words.set(word, []);
      await writeWords(out, words, facts.mendedTo, pause);
      await writeWords(out, codes, new Set(), pause);
      return out.done();
    },
  };
}

type Plain = readonly Omit<DeviceProduct, "words">[];

/** Collections, makers, and in which and of whom each product is. */
function writeShelves(out: ByteWriter, { shelves }: DeviceFacts, products: Plain): void {
  out.count(shelves.length);
  out.texts(shelves.map((shelf) => shelf.handle));
  out.texts(shelves.map((shelf) => shelf.title));
  const vendors = [...new Set(products.map((product) => product.vendor))].toSorted();
  out.count(vendors.length);
  out.texts(vendors);
  const [vendorAt, shelfAt] = [
    new Map(vendors.map((name, at) => [name, at])),
    new Map(shelves.map(({ handle }, at) => [handle, at])),
  ];
  for (const { vendor } of products) out.count(vendorAt.get(vendor) ?? 0);
  for (const { collections } of products) {
    const numbers = collections.flatMap((handle) => shelfAt.get(handle) ?? []);
    out.count(numbers.length);
    for (const number of numbers) out.count(number);
  }
}

/** Prices, whether it is there, and its rank. */
function writeFigures(out: ByteWriter, products: Plain): void {
  for (const { priceFrom } of products) out.count(priceFrom);
  for (const { priceFrom, priceTo } of products) out.count(Math.max(0, priceTo - priceFrom));
  for (const { compareAt } of products) out.count(compareAt === null ? 0 : compareAt + 1);
  for (const { available } of products) out.count(Number(available));
  for (const { rank } of products) out.count(rank);
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

async function writeWords(
  out: ByteWriter,
  postings: Postings,
  marked: ReadonlySet<string>,
  pause: () => Promise<void>,
) {
  const words = await sorted(postings.keys(), pause);
  out.count(words.length);
  out.sortedTexts(words);
  const entries = byteWriter(1 << 16);
  for (const [nth, word] of words.entries()) {
    const before = entries.size();
    let last = 0;
    for (const entry of postings.get(word) ?? []) {
      entries.count(entry - last);
      last = entry;
    }
    // How many bytes belong to the word, and whether a slip is mended to it.
    out.count((entries.size() - before) * 2 + Number(marked.has(word)));
    if (nth % atOnce === atOnce - 1) await pause();
  }
  out.count(entries.size());
  out.raw(entries.done());
  await pause();
}

/** In the order of UTF-16 units, by what they begin with, so that no part takes long. */
async function sorted(words: Iterable<string>, pause: () => Promise<void>): Promise<string[]> {
  const byStart = Map.groupBy(words, (word) => word.slice(0, 2));
  await pause();
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
