import type { Tx } from "#db/open.ts";
import * as counts from "./counts-store.ts";
import * as store from "./keep-store.ts";
import {
  changeOf,
  countChanges,
  keysOf,
  membershipChanges,
  sameFacets,
  searchChanges,
  type Change,
} from "./kept-change.ts";
import { matchesRule } from "./rule.ts";

/** More at once would only hold the writer for longer. */
const mostAtOnce = 500;

/**
 * Writes again what is kept of these products and of the lists they are in: prices and stock on cards, facets and their
 * counts, membership by rule, the search, and the versions of pages that show them. To be called in the same write as
 * any change to a product, its variants, pictures, reviews or lists; what does not differ is not written. Two
 * statements where nothing does, about fifteen for 500 new products. Who puts products into a collection or takes them
 * out by writing `collection_products` himself calls `keepCollections` as well, when he is done.
 */
export async function keepProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  for (let start = 0; start < productIds.length; start += mostAtOnce) {
    await keepSome(tx, productIds.slice(start, start + mostAtOnce));
  }
}

async function keepSome(tx: Tx, productIds: readonly string[]): Promise<void> {
  const facts = await store.loadFacts(tx, productIds);
  const known = await counts.loadCollections(tx, productIds);
  const changes = facts.map((each) => changeOf(each, known));
  await keepRows(tx, changes);
  await keepLists(tx, changes);
  await store.saveSearch(tx, searchChanges(changes));
  await store.saveVersions(tx, keysOf(changes, known));
}

async function keepRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const moved = changes.filter((change) => change.keptMoves).map(({ id, kept }) => ({ id, ...kept }));
  await store.saveKept(tx, moved);
  const faceted = changes.filter((change) => !sameFacets(change.facetsBefore, change.facets));
  const rows = faceted.flatMap(({ id, facets }) => facets.map((facet) => ({ ...facet, productId: id })));
  await store.saveFacets(tx, faceted.map(idOf), rows);
}

async function keepLists(tx: Tx, changes: readonly Change[]): Promise<void> {
  await store.saveMemberships(tx, membershipChanges(changes));
  await store.saveCopies(tx, changes.filter((change) => change.copiesMove).map(idOf));
  const touched = changes.filter((change) => change.copiesMove || change.cardMoves);
  const lists = touched.flatMap(({ before, after }) => [...before, ...after]);
  await counts.sizeCollections(tx, [...new Set(lists.map((list) => list.collectionId))]);
  await counts.changeCounts(tx, countChanges(changes));
}

const idOf = ({ id }: Change) => id;

/**
 * Does for whole collections what `keepProducts` does by difference: picks by rule again, copies, counts products and
 * facets from what is there, and makes their pages and the menu anew. To be called after a collection was made,
 * changed or filled by hand.
 */
export async function keepCollections(tx: Tx, collectionIds: readonly string[]): Promise<void> {
  if (collectionIds.length === 0) return;
  const named = await counts.loadNamed(tx, collectionIds);
  const ruled = named.some(({ rule }) => rule !== null) ? await counts.loadRuledOn(tx) : [];
  for (const collection of named) await pickByRule(tx, collection, ruled);
  await store.saveCopiesIn(tx, collectionIds);
  await counts.sizeCollections(tx, collectionIds);
  await counts.recountFacets(tx, collectionIds);
  await store.saveVersions(tx, [...named.map(({ handle }) => `collection:${handle}`), "catalog", "shell"]);
}

type Ruled = Awaited<ReturnType<typeof counts.loadRuledOn>>;

async function pickByRule(tx: Tx, { id, rule }: counts.KnownCollection, all: Ruled): Promise<void> {
  if (!rule) return;
  const wanted = new Set(all.filter((product) => matchesRule(rule, product)).map((product) => product.id));
  const there = new Set(await counts.loadMemberIds(tx, [id]));
  const pairs = (ids: Iterable<string>) => [...ids].map((productId) => ({ collectionId: id, productId }));
  await store.saveMemberships(tx, { joined: pairs(wanted.difference(there)), left: pairs(there.difference(wanted)) });
}
