import { insteadOf, readSearch, type Known, type TypedSearch } from "../typed-search.ts";
import { isMendable, isOneSlip } from "../words.ts";
import { entriesOf, type DeviceCatalogue, type WordList } from "./read-catalogue.ts";

// The search of db/search.ts over a catalogue in memory: the same ways of matching with the same bounds, in the same order.

export type DeviceFilter = {
  /** Number of a collection, of a maker. */
  readonly shelf?: number | undefined;
  readonly vendor?: number | undefined;
  /** Minor units, compared with the cheapest variant's. */
  readonly priceMin?: number | undefined;
  readonly priceMax?: number | undefined;
  readonly inStock?: boolean | undefined;
};

export type DeviceFound = {
  /** Numbers of products, best first. */
  readonly hits: readonly number[];
  /** There may be more: these are all that were put in order. */
  readonly isMore: boolean;
  /** What was looked for instead, when nothing has the words as they were typed. */
  readonly meant: string | undefined;
};

/**
 * Finds what the shop's own search finds for these words, among those that pass the filter; without words all of them,
 * the newest first. A filter never makes other words of what was typed.
 */
export function find(catalogue: DeviceCatalogue, text: string, filter: DeviceFilter = {}): DeviceFound {
  const passes = passing(catalogue, filter);
  if (text.trim() === "") {
    return { hits: [...catalogue.newestFirst].filter((at) => !passes || passes[at]), isMore: false, meant: undefined };
  }
  const typed = readSearch(text);
  if (typed.words.length === 0) return { hits: [], isMore: false, meant: undefined };
  const words = typed.words.map((word) => [word]);
  const first = ranked(catalogue, words);
  const total = first.hits.length;
  // Looked for only where it is needed: it goes through all words there are.
  const instead = insteadOf(typed, {
    total,
    get slips() {
      return knownFor(catalogue, typed);
    },
  });
  const second = instead && ranked(catalogue, instead.groups);
  const isBetter = second !== undefined && second.hits.length > total;
  const meant = isBetter ? instead?.meant : undefined;
  if (!passes) return { ...(isBetter ? second : first), meant };
  return { ...ranked(catalogue, isBetter ? (instead?.groups ?? words) : words, passes), meant };
}

/** For each product 1 where it passes; undefined where all do. */
function passing(catalogue: DeviceCatalogue, filter: DeviceFilter): Uint8Array | undefined {
  const { size, shelvesFrom, shelfOf, vendorOf, priceFrom, available } = catalogue;
  const { shelf, vendor, priceMin = 0, priceMax = Infinity, inStock = false } = filter;
  if (shelf === undefined && vendor === undefined && priceMin === 0 && priceMax === Infinity && !inStock)
    return undefined;
  const isOn = (at: number) => shelfOf.subarray(shelvesFrom[at], shelvesFrom[at + 1]).includes(shelf ?? -1);
  return new Uint8Array(size).map((_, at) => {
    const price = priceFrom[at] ?? 0;
    if (price < priceMin || price > priceMax || (inStock && available[at] !== 1)) return 0;
    return Number((vendor === undefined || vendorOf[at] === vendor) && (shelf === undefined || isOn(at)));
  });
}

type Groups = readonly (readonly string[])[];

function ranked(catalogue: DeviceCatalogue, groups: Groups, passes?: Uint8Array) {
  const { mostHits, rank } = catalogue;
  const tiers = new Map<number, number>();
  let looked = 0;
  /** Each way takes only what those before it left room for; what two of them find has taken room twice. */
  const take = (way: Iterable<number>, tier: number) => {
    for (const at of way) {
      if (looked >= mostHits) return;
      if (passes && passes[at] !== 1) continue;
      looked += 1;
      if (!tiers.has(at)) tiers.set(at, tier);
    }
  };
  const typed = groups.map((group) => group[0] ?? "");
  const text = typed.join(" ");
  const marks = matching(catalogue, groups);
  take(titled(catalogue, text, false), 0);
  take(coded(catalogue, typed.join("")), 1);
  take(titled(catalogue, text, true), 2);
  take(markedBy(marks, inTitle), 3);
  take(markedBy(marks, anywhere), 4);
  const [tierOf, rankOf] = [(at: number) => tiers.get(at) ?? 0, (at: number) => rank[at] ?? 0];
  const hits = [...tiers.keys()].toSorted((a, b) => tierOf(a) - tierOf(b) || rankOf(b) - rankOf(a) || a - b);
  return { hits, isMore: looked >= mostHits };
}

/** Those whose title is this, or begins with it, in the order of titles. */
function titled({ byTitle, sortedTitles }: DeviceCatalogue, text: string, isBegun: boolean): number[] {
  const found: number[] = [];
  for (let nth = 0; nth < byTitle.length; nth += 1) {
    const title = sortedTitles[nth] ?? "";
    if (isBegun ? title.startsWith(text) : title === text) found.push(byTitle[nth] ?? 0);
  }
  return found;
}

function coded({ codes, size }: DeviceCatalogue, code: string): Iterable<number> {
  const marks = new Uint8Array(size);
  for (const nth of beginning(codes, code, true)) entriesOf(codes, nth, (at) => (marks[at] = 1));
  return markedBy(marks, 1);
}

const [anywhere, inTitle] = [1, 2];

/** For each product whether it has a word of every group: in its title, anywhere. The last word may be unfinished. */
function matching({ words, size }: DeviceCatalogue, groups: Groups): Uint8Array {
  let all: Uint8Array | undefined;
  for (const [place, group] of groups.entries()) {
    const marks = new Uint8Array(size);
    for (const word of group) {
      for (const nth of beginning(words, word, place === groups.length - 1)) {
        entriesOf(words, nth, (entry) => {
          const at = entry >> 1;
          marks[at] = (marks[at] ?? 0) | ((entry & 1) === 1 ? inTitle | anywhere : anywhere);
        });
      }
    }
    const before: Uint8Array | undefined = all;
    all = before ? marks.map((mark, at) => mark & (before[at] ?? 0)) : marks;
  }
  return all ?? new Uint8Array(size);
}

function* markedBy(marks: Uint8Array, bit: number): Generator<number> {
  for (let at = 0; at < marks.length; at += 1) if (((marks[at] ?? 0) & bit) !== 0) yield at;
}

/** Where a word stands, and where it may be unfinished all that begin with it. One letter alone begins too much. */
function* beginning({ words }: WordList, word: string, mayBeUnfinished: boolean): Generator<number> {
  const isBegun = mayBeUnfinished && word.length > 1;
  for (let nth = placeOf(words, word); nth < words.length; nth += 1) {
    const each = words[nth] ?? "";
    if (each !== word && !(isBegun && each.startsWith(word))) return;
    yield nth;
  }
}

/** The first place whose word is not before this one. */
function placeOf(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What `search_slips` would answer, as far as it matters: words that are there as asked for, and those one slip away. */
function knownFor({ words: { words, marked } }: DeviceCatalogue, { words: typed, slips }: TypedSearch): Known {
  const there = slips.filter((slip) => {
    const nth = placeOf(words, slip);
    return words[nth] === slip && marked[nth] === 1;
  });
  const near = typed.filter(isMendable).flatMap((word) => {
    // One slip never touches both ends of a word of four letters or more.
    const [start, end, length] = [word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length];
    const found: string[] = [];
    for (let nth = 0; nth < words.length; nth += 1) {
      const each = words[nth] ?? "";
      if (marked[nth] !== 1 || each.length > length + 2 || each.length < length - 2) continue;
      const mayBe = each.charCodeAt(0) === start || each.charCodeAt(each.length - 1) === end;
      if (mayBe && isOneSlip(word, each)) found.push(each);
    }
    return found;
  });
  return [...there.map((word) => ({ slip: word, word })), ...near.map((word) => ({ slip: "", word }))];
}
