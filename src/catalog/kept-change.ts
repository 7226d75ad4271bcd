import type { CountChange, KnownCollection } from "./counts-store.ts";
import { facetKey, facetsOf, type Facet } from "./facets.ts";
import type { Facts, SearchChanges } from "./keep-store.ts";
import { keptColumns, searchable, type KeptColumns } from "./kept-product.ts";
import { matchesRule } from "./rule.ts";

type Lists = readonly { readonly collectionId: string; readonly shown: boolean }[];
/** A product as it is kept, and as it should be. */
export type Change = {
  readonly id: string;
  readonly handle: string;
  readonly kept: KeptColumns;
  readonly keptMoves: boolean;
  readonly facetsBefore: readonly Facet[];
  readonly facets: readonly Facet[];
  readonly before: Lists;
  readonly after: Lists;
  readonly copiesMove: boolean;
  readonly active: boolean;
  readonly found: ReturnType<typeof searchable>;
  readonly cardMoves: boolean;
};

/** What there is to write about one product. */
export function changeOf(facts: Facts, known: readonly KnownCollection[]): Change {
  const { product, variants, pictures, ratings, memberships, digest } = facts;
  const whole = { ...product, variants, pictures, ratings };
  const kept = keptColumns(whole);
  const active = product.status === "active";
  const ruled = { ...product, ...kept };
  const byHand = memberships
    .map((list) => list.collectionId)
    .filter((id) => !known.find((each) => each.id === id)?.rule);
  const byRule = known.filter(({ rule }) => rule && matchesRule(rule, ruled)).map(({ id }) => id);
  const after = [...byHand, ...byRule].map((collectionId) => ({ collectionId, shown: active }));
  const found = searchable(whole, kept);
  return {
    id: product.id,
    handle: product.handle,
    kept,
    active,
    found,
    after,
    keptMoves: Object.entries(kept).some(([name, value]) => product[name as keyof KeptColumns] !== value),
    facetsBefore: facts.facets,
    facets: facetsOf(whole, kept),
    before: memberships,
    copiesMove:
      !sameLists(memberships, after) ||
      memberships.some((list) => list.shown !== active || list.price !== kept.priceFrom),
    cardMoves: active ? digest !== found.document.digest : digest !== null,
  };
}

export const sameFacets = (left: readonly Facet[], right: readonly Facet[]) =>
  left.length === right.length && new Set([...left, ...right].map(facetKey)).size === left.length;
const idsOf = (lists: Lists) => new Set(lists.map((list) => list.collectionId));
const sameLists = (left: Lists, right: Lists) =>
  left.length === right.length && idsOf([...left, ...right]).size === left.length;

export function membershipChanges(changes: readonly Change[]) {
  const pairs = (left: Lists, right: Lists, productId: string) =>
    [...idsOf(left).difference(idsOf(right))].map((collectionId) => ({ collectionId, productId }));
  return {
    joined: changes.flatMap(({ id, before, after }) => pairs(after, before, id)),
    left: changes.flatMap(({ id, before, after }) => pairs(before, after, id)),
  };
}

/** What a product counted for in its lists before, taken off, and what it counts for now, added. */
export function countChanges(changes: readonly Change[]): CountChange[] {
  const sums = new Map<string, CountChange>();
  const add = (lists: Lists, facets: readonly Facet[], change: 1 | -1) => {
    for (const { collectionId, shown } of lists) {
      if (!shown) continue;
      for (const facet of facets) {
        const key = `${collectionId}\u0000${facetKey(facet)}`;
        sums.set(key, { collectionId, ...facet, change: (sums.get(key)?.change ?? 0) + change });
      }
    }
  };
  for (const { before, after, facetsBefore, facets } of changes) {
    add(before, facetsBefore, -1);
    add(after, facets, 1);
  }
  return [...sums.values()].filter(({ change }) => change !== 0);
}

export function searchChanges(changes: readonly Change[]): SearchChanges {
  const moved = changes.filter((change) => change.cardMoves);
  const shown = moved.filter((change) => change.active);
  const slips = new Map(shown.flatMap(({ found }) => found.slips.map((each) => [`${each.slip} ${each.word}`, each])));
  return {
    shown: shown.map(({ found }) => found.document),
    slips: [...slips.values()],
    hidden: moved.filter((change) => !change.active).map((change) => change.id),
  };
}

/** A stock that merely falls changes the product's own page; what a card shows changes lists and search as well. */
export function keysOf(changes: readonly Change[], known: readonly KnownCollection[]): string[] {
  const handles = new Map(known.map(({ id, handle }) => [id, handle]));
  const cards = changes.filter((change) => change.cardMoves || change.copiesMove);
  const lists = new Set(cards.flatMap(({ before, after }) => [...idsOf([...before, ...after])]));
  const sized = cards.some(
    (change) => !sameLists(change.before, change.after) || change.before.some((list) => list.shown !== change.active),
  );
  return [
    ...changes.map(({ handle }) => `product:${handle}`),
    ...[...lists].map((id) => `collection:${handles.get(id) ?? ""}`),
    ...(cards.length > 0 ? ["catalog"] : []),
    ...(sized ? ["shell"] : []),
  ];
}
