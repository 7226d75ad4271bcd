import { handleOf } from "./handle.ts";
import type { CollectionPath, ImportedCollection } from "./product.ts";
import type { Reading } from "./read-products.ts";

/** What a file holds in all, from a reading that keeps nothing else of it. */
export type Outline = {
  readonly products: number;
  readonly types: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
  /** Collections by hand that products name, each with those above it. */
  readonly paths: readonly CollectionPath[];
  /** The topmost of them that go into the menu. */
  readonly menu: ReadonlySet<string>;
  readonly collections: readonly ImportedCollection[];
  /** Whether products name one another. */
  readonly joined: boolean;
};

/** A list that picks its products by their type or a tag. */
export type RuleList = { readonly title: string; readonly field: "type" | "tag"; readonly listed: boolean };

const mostWords = 20_000;
const mostLists = 200;
const mostInMenu = 8;

export async function outlineOf(reading: Reading): Promise<Outline> {
  const [types, tags] = [new Map<string, number>(), new Map<string, number>()];
  const paths = new Map<string, CollectionPath>();
  const [chosen, standard] = [new Set<string>(), new Set<string>()];
  const collections: ImportedCollection[] = [];
  let products = 0;
  let joined = false;
  for await (const { product, collection } of reading.products()) {
    if (collection) collections.push(collection);
    if (!product) continue;
    products += 1;
    joined ||= product.related.length > 0 || product.gathers.length > 0;
    if (product.type !== "") count(types, product.type);
    for (const tag of product.tags) count(tags, tag);
    for (const path of [...product.collections, product.taxonomy]) {
      for (let depth = 1; depth <= path.length; depth += 1)
        paths.set(pathKey(path.slice(0, depth)), path.slice(0, depth));
    }
    for (const path of product.collections) chosen.add(pathKey(path.slice(0, 1)));
    if (product.taxonomy.length > 0) standard.add(pathKey(product.taxonomy.slice(0, 1)));
  }
  const menu = chosen.size > 0 ? chosen : isTyped(products, types) ? new Set<string>() : standard;
  return { products, types, tags, paths: [...paths.values()], menu, collections, joined };
}

/** Whether the shop's own words for kinds of goods say what it sells: they are better than those of a standard list. */
function isTyped(products: number, types: ReadonlyMap<string, number>): boolean {
  const typed = [...types.values()].reduce((sum, times) => sum + times, 0);
  return typed * 2 >= products && typed > 0;
}

/** The same for paths that differ in capitals only. */
export const pathKey = (path: CollectionPath): string => path.map((part) => part.toLowerCase()).join("\0");

function count(words: Map<string, number>, word: string): void {
  const before = words.get(word);
  if (before !== undefined || words.size < mostWords) words.set(word, (before ?? 0) + 1);
}

/**
 * The lists by rule that a Shopify file asks for: one for each type, and for each tag that at least two products have,
 * the most used first and not more than 200 of each. The main menu names the largest few, unless the file brings
 * collections of its own.
 */
export function ruleLists({ types, tags, paths, menu: named }: Outline): RuleList[] {
  const taken = new Set(paths.map((path) => handleOf(path.at(-1) ?? "")));
  const pick = (words: ReadonlyMap<string, number>, least: number) =>
    [...words]
      .filter(
        ([word, times]) =>
          times >= least && handleOf(word) !== "" && !taken.has(handleOf(word)) && taken.add(handleOf(word)),
      )
      .toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
      .slice(0, mostLists)
      .map(([word]) => word);
  const byType = pick(types, 1);
  const byTag = pick(tags, 2);
  const menu = named.size > 0 ? [] : byType.length > 0 ? byType : byTag;
  const listed = new Set(menu.slice(0, mostInMenu));
  return [
    ...byType.map((title) => ({ title, field: "type" as const, listed: menu === byType && listed.has(title) })),
    ...byTag.map((title) => ({ title, field: "tag" as const, listed: menu === byTag && listed.has(title) })),
  ];
}
