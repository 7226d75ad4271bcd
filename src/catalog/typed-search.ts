import { isMendable, isOneSlip, slipsOf, wordsOf } from "./words.ts";

/** What somebody typed, cut up, and what must be looked up to mend a slip in it. */
export type TypedSearch = {
  readonly words: readonly string[];
  /** Words in the form that `search_slips` knows them by. */
  readonly slips: readonly string[];
};

const mostWords = 8;
const mostMeant = 5;
/** Below so few the words that may have been meant are looked for as well. */
const poor = 3;

/** The parts of a word that may have been two: "cuttingboard". */
function partsOf(word: string): [string, string][] {
  const letters = [...word];
  const cuts = letters.length < 6 ? [] : Array.from({ length: letters.length - 5 }, (_, at) => at + 3);
  return cuts.map((at) => [letters.slice(0, at).join(""), letters.slice(at).join("")]);
}

const joinedAt = (words: readonly string[], at: number) => `${words[at] ?? ""}${words[at + 1] ?? ""}`;

export function readSearch(text: string): TypedSearch {
  const words = wordsOf(text, mostWords);
  const mendable = words.filter(isMendable);
  const joined = words.slice(0, -1).map((_, at) => joinedAt(words, at));
  return { words, slips: [...new Set([...mendable.flatMap(slipsOf), ...mendable.flatMap(partsOf).flat(), ...joined])] };
}

export type Known = readonly { readonly slip: string; readonly word: string }[];

/**
 * What may have been meant where little was found: for each word itself and the catalogue's words one slip away from
 * it, two words that belong together as one, or one as two. Undefined when the catalogue knows nothing better.
 */
export function meantBy({ words }: TypedSearch, known: Known): string[][] | undefined {
  const catalogue = new Set(known.filter(({ slip, word }) => slip === word).map(({ word }) => word));
  const groups: string[][] = [];
  let mended = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const joined = at + 1 < words.length ? joinedAt(words, at) : "";
    const near = nearOf(word, known);
    const parts = partsOf(word).find((pair) => pair.every((part) => catalogue.has(part)));
    mended ||= catalogue.has(joined) || near.length > 0 || parts !== undefined;
    if (catalogue.has(joined)) {
      groups.push([joined]);
      at += 1;
    } else if (catalogue.has(word) || near.length > 0 || !parts) {
      groups.push([word, ...near]);
    } else {
      groups.push(...parts.map((part) => [part]));
    }
  }
  return mended ? groups : undefined;
}

/**
 * What to look for beside the words as they were typed, where those found little, and what to call it where they found
 * nothing. It counts only if it finds more.
 */
export function insteadOf(typed: TypedSearch, { total, slips }: { readonly total: number; readonly slips: Known }) {
  const groups = total < poor ? meantBy(typed, slips) : undefined;
  const meant = groups?.map((group) => group[1] ?? group[0] ?? "").join(" ");
  return groups && { groups, meant: total === 0 ? meant : undefined };
}

/** The likeliest first: fingers seldom slip on the first letter. */
function nearOf(word: string, known: Known): string[] {
  const near = new Set(known.map((each) => each.word).filter((each) => isMendable(word) && isOneSlip(word, each)));
  const far = (each: string) => Number(each[0] !== word[0]) * 2 + Number([...each].length !== [...word].length);
  return [...near].toSorted((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, mostMeant);
}
