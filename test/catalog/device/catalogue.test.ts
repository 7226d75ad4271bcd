import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  byteReader,
  byteWriter,
  sortedColumn,
  UnreadableCatalogue,
  writeTexts,
  type ByteWriter,
} from "#src/catalog/device/bytes.ts";
import { entriesOf, readCatalogue, type WordList } from "#src/catalog/device/read-catalogue.ts";
import { anyProducts, factsFor, shelves, titleOf, written } from "./some-catalogue.ts";

const texts = fc.array(fc.string({ unit: "binary", maxLength: 20 }).map((each) => each.toWellFormed()));

function writeSortedTexts(out: ByteWriter, list: readonly string[]): void {
  const column = sortedColumn();
  for (const each of list) column.add(each);
  column.writeTo(out);
}

/** Each word with the entries that stand behind it. */
function listed(list: WordList): [string, number[]][] {
  return list.words.map((word, nth) => {
    const entries: number[] = [];
    entriesOf(list, nth, (entry) => entries.push(entry));
    return [word, entries];
  });
}

describe("what the catalogue for devices is written in", () => {
  test("gives back every whole number, and takes a byte for a small one", () => {
    const number = fc.oneof(fc.maxSafeNat(), fc.nat(300), fc.constant(Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const out = byteWriter(1);
        for (const each of numbers) out.count(each);
        expect([...byteReader(out.done()).counts(numbers.length)]).toEqual(numbers);
      }),
    );
    const small = byteWriter();
    small.count(127);
    expect(small.size()).toBe(1);
  });

  test("gives back every text, in order or not, and never parts the halves of a sign", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const out = byteWriter(1);
        writeTexts(out, list);
        writeSortedTexts(out, list.toSorted());
        const reader = byteReader(out.done());
        expect(reader.texts(list.length)).toEqual(list);
        expect(reader.sortedTexts(list.length)).toEqual(list.toSorted());
        expect(reader.at()).toBe(out.size());
      }),
    );
    const out = byteWriter();
    writeSortedTexts(out, ["\ufeffa", "a😀", "a😁"]);
    expect(byteReader(out.done()).sortedTexts(3)).toEqual(["\ufeffa", "a😀", "a😁"]);
  });
});

describe("the catalogue for devices", () => {
  test("comes out as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(anyProducts, fc.array(fc.constantFrom("ab", "mug", "é")), async (products, mended) => {
        const facts = factsFor(products, mended);
        const read = readCatalogue((await written(products, facts)).buffer);
        expect([read.size, read.mostHits, read.shelves]).toEqual([products.length, 240, shelves]);
        const shown = products.map((_, at) => ({
          words: undefined,
          handle: read.handles[at],
          title: read.titles[at],
          subtitle: read.subtitles[at],
          picture: read.pictures[at],
          priceFrom: read.priceFrom[at],
          priceTo: read.priceTo[at],
          compareAt: read.compareAt[at] === -1 ? null : read.compareAt[at],
          available: read.available[at] === 1,
          rank: read.rank[at],
          vendor: read.vendors[read.vendorOf[at] ?? -1],
          collections: [...read.shelfOf.slice(read.shelvesFrom[at], read.shelvesFrom[at + 1])].map(
            (shelf) => shelves[shelf]?.handle,
          ),
        }));
        expect(shown).toEqual(products.map((each) => ({ ...each, words: undefined })) as unknown as typeof shown);
        expect([...read.byTitle]).toEqual([...facts.byTitle]);
        expect([...read.newestFirst]).toEqual([...facts.newestFirst]);
        expect(read.sortedTitles as string[]).toEqual(facts.byTitle.map((at) => titleOf(products[at] as never)));

        const all = new Set([...mended, ...products.flatMap(({ words }) => [...words.title, ...words.rest])]);
        const behind = [...all].toSorted().map((word): [string, number[]] => [
          word,
          products.flatMap(({ words }, at) => {
            if (words.title.includes(word)) return [at * 2 + 1];
            return words.rest.includes(word) ? [at * 2] : [];
          }),
        ]);
        expect(listed(read.words)).toEqual(behind);
        expect(read.words.words.filter((_, at) => read.words.marked[at] === 1)).toEqual(
          [...new Set(mended)].toSorted(),
        );
        const codes = [...new Set(products.flatMap(({ words }) => words.codes))].toSorted();
        expect(listed(read.codes)).toEqual(
          codes.map((code) => [code, products.flatMap(({ words }, at) => (words.codes.includes(code) ? [at] : []))]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("the same products make the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(anyProducts, async (products) => {
        expect(await written(products)).toEqual(await written(products));
      }),
      { numRuns: 30 },
    );
  });

  test("one that is cut off, of another form or something else is refused, whatever is wrong with it", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyProducts,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (all, share) => {
          const bytes = await written(all);
          const cut = bytes.slice(0, Math.floor(bytes.length * share));
          expect(() => readCatalogue(cut.buffer)).toThrow(UnreadableCatalogue);
        },
      ),
      { numRuns: 300 },
    );
    const bytes = await written([]);
    bytes[4] = 99;
    expect(() => readCatalogue(bytes.buffer)).toThrow("of another version");
    const page = new TextEncoder().encode("<!doctype html><title>Busy</title>");
    expect(() => readCatalogue(page.buffer)).toThrow("That is not a catalogue.");
  });
});
