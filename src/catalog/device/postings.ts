/** A text of its own: one that was cut out of a long one keeps all of that in memory. */
const own = (word: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(word));

/**
 * Words and the entries behind each, in the order in which they came. A million of them take 8 MB: they stand in one
 * array, each with the place of the next, since an array for each word would take many times that.
 */
export function postings() {
  const ids = new Map<string, number>();
  const [first, last]: [number[], number[]] = [[], []];
  let chain = new Uint32Array(1 << 16);
  let used = 2; // place 0 stands for none

  /** Makes it a word of the list, with or without entries. */
  function know(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    first.push(0);
    ids.set(own(word), last.push(0) - 1);
    return ids.size - 1;
  }

  function note(word: string, entry: number): void {
    const id = know(word);
    if (used === chain.length) {
      const longer = new Uint32Array(chain.length * 2);
      longer.set(chain);
      chain = longer;
    }
    chain[used] = entry;
    const before = last[id] ?? 0;
    if (before === 0) first[id] = used;
    else chain[before + 1] = used;
    last[id] = used;
    used += 2;
  }

  function* entriesOf(word: string): Generator<number> {
    for (let at = first[ids.get(word) ?? -1] ?? 0; at !== 0; at = chain[at + 1] ?? 0) yield chain[at] ?? 0;
  }

  return { know, note, entriesOf, words: () => ids.keys() };
}
export type Postings = ReturnType<typeof postings>;
