import type { Store } from "#db/open.ts";
import { loadShelves } from "./store.ts";
import { fold, wordsOf } from "./words.ts";

export type ShelfName = { readonly handle: string; readonly title: string; readonly productCount: number };
export type Shelves = {
  /** Collections that hold something, in the order of the menu. */
  all(): Promise<readonly ShelfName[]>;
  /** Those whose name has a word that begins as one that was typed. */
  named(typed: string): Promise<readonly ShelfName[]>;
};

/** The names of collections, kept in memory until a write moves the shell's version. */
export function shelves(store: Store): Shelves {
  let kept: { readonly stamp: string; readonly rows: readonly (ShelfName & { readonly words: readonly string[] })[] };
  async function read() {
    const stamp = await store.stamp(["shell"]);
    if (kept?.stamp !== stamp) {
      const rows = await loadShelves(store.read);
      kept = { stamp, rows: rows.map((row) => ({ ...row, words: wordsOf(row.title) })) };
    }
    return kept.rows;
  }
  return {
    all: read,
    async named(typed) {
      const wanted = wordsOf(fold(typed), 8).filter((word) => word.length > 1);
      const rows = await read();
      return rows.filter(({ words }) => wanted.some((word) => words.some((each) => each.startsWith(word)))).slice(0, 4);
    },
  };
}
