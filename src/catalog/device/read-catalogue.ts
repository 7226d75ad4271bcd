import { byteReader, UnreadableCatalogue, type ByteReader } from "./bytes.ts";
import { formVersion, magic, type DeviceShelf } from "./catalogue.ts";

/** Words in order, and for each where the products behind it are written. */
export type WordList = {
  readonly words: readonly string[];
  /** 1 for a word that slips are mended to. */
  readonly marked: Uint8Array;
  /** Where the entries of a word begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly entries: Uint8Array;
};

/** The catalogue in memory: products are numbers, what is known of them stands in columns. */
export type DeviceCatalogue = {
  readonly mostHits: number;
  readonly size: number;
  readonly shelves: readonly DeviceShelf[];
  readonly vendors: readonly string[];
  readonly vendorOf: Uint32Array;
  /** The collections of product n are `shelfOf` from `shelvesFrom[n]` on, up to the next one's. */
  readonly shelvesFrom: Uint32Array;
  readonly shelfOf: Uint32Array;
  readonly handles: readonly string[];
  readonly titles: readonly string[];
  readonly subtitles: readonly string[];
  readonly pictures: readonly string[];
  readonly priceFrom: Float64Array;
  readonly priceTo: Float64Array;
  /** -1 where it is not reduced. */
  readonly compareAt: Float64Array;
  readonly available: Uint8Array;
  readonly rank: Float64Array;
  readonly byTitle: Uint32Array;
  /** Folded titles, in the order of `byTitle`. */
  readonly sortedTitles: readonly string[];
  readonly newestFirst: Uint32Array;
  readonly words: WordList;
  readonly codes: WordList;
};

/** @throws UnreadableCatalogue when it is cut off, not a catalogue, or of another form. */
export function readCatalogue(buffer: ArrayBuffer): DeviceCatalogue {
  const bytes = new Uint8Array(buffer);
  if (magic.some((byte, at) => bytes[at] !== byte)) throw new UnreadableCatalogue("That is not a catalogue.");
  const reader = byteReader(bytes, magic.length);
  if (reader.count() !== formVersion) throw new UnreadableCatalogue("The catalogue is of another version.");
  const [mostHits, size] = [reader.count(), reader.count()];
  const [shelves, makers] = [readShelves(reader, size), readMakers(reader, size)];
  const [handles, titles, subtitles, pictures] = [0, 1, 2, 3].map(() => reader.texts(size)) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const priceFrom = reader.counts(size);
  const priceTo = reader.counts(size).map((more, at) => (priceFrom[at] ?? 0) + more);
  const compareAt = reader.counts(size).map((stored) => stored - 1);
  const available = Uint8Array.from(reader.counts(size));
  const rank = reader.counts(size);
  const byTitle = below(size, reader.counts(size));
  const sortedTitles = reader.sortedTexts(size);
  const newestFirst = below(size, stepsOf(reader.counts(size)));
  const [words, codes] = [readWords(reader), readWords(reader)];
  if (reader.at() !== bytes.length) throw new UnreadableCatalogue("The catalogue has more than belongs to it.");
  return {
    ...{ mostHits, size, ...shelves, ...makers, handles, titles, subtitles, pictures },
    ...{ priceFrom, priceTo, compareAt, available, rank, byTitle, sortedTitles, newestFirst, words, codes },
  };
}

/** Numbers that must all name one of so many. */
function below(most: number, numbers: Float64Array): Uint32Array {
  if (numbers.some((number) => number >= most || number < 0))
    throw new UnreadableCatalogue("The catalogue is not whole.");
  return Uint32Array.from(numbers);
}

function readShelves(reader: ByteReader, size: number) {
  const many = reader.count();
  const [handles, titles] = [reader.texts(many), reader.texts(many)];
  const shelvesFrom = new Uint32Array(size + 1);
  const shelfOf: number[] = [];
  for (let at = 0; at < size; at += 1) {
    for (const shelf of below(many, reader.counts(reader.count()))) shelfOf.push(shelf);
    shelvesFrom[at + 1] = shelfOf.length;
  }
  const shelves = handles.map((handle, at) => ({ handle, title: titles[at] ?? "" }));
  return { shelves, shelvesFrom, shelfOf: Uint32Array.from(shelfOf) };
}

function readMakers(reader: ByteReader, size: number) {
  const vendors = reader.texts(reader.count());
  return { vendors, vendorOf: below(vendors.length, reader.counts(size)) };
}

function stepsOf(steps: Float64Array): Float64Array {
  let before = 0;
  return steps.map((step) => (before += step % 2 === 0 ? step / 2 : -(step + 1) / 2));
}

function readWords(reader: ByteReader): WordList {
  const many = reader.count();
  const words = reader.sortedTexts(many);
  const [marked, starts] = [new Uint8Array(many), new Uint32Array(many + 1)];
  for (const [at, stored] of reader.counts(many).entries()) {
    marked[at] = stored % 2;
    starts[at + 1] = (starts[at] ?? 0) + Math.floor(stored / 2);
  }
  const entries = reader.raw(reader.count());
  if (starts[many] !== entries.length) throw new UnreadableCatalogue("The catalogue is not whole.");
  return { words, marked, starts, entries };
}

/** The entries of one word: twice the product's number, and one more where the word is in its title. */
export function entriesOf({ starts, entries }: WordList, nth: number, take: (entry: number) => void): void {
  let at = starts[nth] ?? 0;
  const end = starts[nth + 1] ?? at;
  let entry = 0;
  while (at < end) {
    let [step, scale, byte] = [0, 1, 128];
    while (byte >= 128 && at < end) {
      byte = entries[at] ?? 0;
      step += (byte & 127) * scale;
      scale *= 128;
      at += 1;
    }
    entry += step;
    take(entry);
  }
}
