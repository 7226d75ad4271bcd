import type { Reader } from "#db/open.ts";
import { link, paths } from "#src/paths.ts";
import { formatMoney, plainMoney, type Cents } from "#src/pricing/money.ts";
import { loadCards, loadCollection, type CollectionRows } from "./collection-store.ts";
import { chosenFacets, facetGroups, labelOf, parameterOf } from "./facet-groups.ts";
import { ownFacets, type Facet } from "./facets.ts";
import { loadFiltered, type Filters } from "./filter-store.ts";
import { listingQuery, readListing, sorts, without, withoutFilters, withoutPrice, type Listing } from "./listing.ts";

export const perPage = 24;

type Asked = { readonly handle: string; readonly query: URLSearchParams; readonly currency: string };

/** A collection as an address asks for it, in two queries; undefined where there is none. */
export async function loadCollectionPage(db: Reader, { handle, query, currency }: Asked) {
  const rows = await loadCollection(db, handle);
  if (!rows) return undefined;
  const asked = readListing(query, currency);
  const chosen = chosenFacets(asked, rows.facets);
  const listing = { ...asked, chosen: grouped(chosen) };
  const path = link(paths.collection, { handle });
  const found = await loadList(db, rows, listing, chosen);
  const { title, description, picture } = rows.collection;
  return {
    handle,
    title,
    description,
    picture,
    parents: rows.parents,
    children: rows.children,
    canonical: path + (found.page > 1 ? `?page=${found.page}` : ""),
    list: listOf({ rows, listing: { ...listing, page: found.page }, chosen, path, currency, found }),
  };
}

/** What was chosen, as an address says it: only what the list has, spelt as the list does. */
function grouped(facets: readonly Facet[]): Listing["chosen"] {
  const groups = Map.groupBy(facets, (facet) => parameterOf(facet.name));
  return Object.fromEntries([...groups].map(([parameter, all]) => [parameter, all.map((facet) => facet.value)]));
}

type Found = Omit<Awaited<ReturnType<typeof loadFiltered>>, "filters"> & { readonly page: number };

async function loadList(db: Reader, rows: CollectionRows, listing: Listing, chosen: readonly Facet[]): Promise<Found> {
  const { id: collectionId, productCount } = rows.collection;
  const kept = keptCount(rows);
  const page = (number: number) => ({
    collectionId,
    sort: listing.sort,
    limit: perPage,
    offset: (number - 1) * perPage,
  });
  const { priceMin, priceMax } = listing;
  if (chosen.length === 0 && priceMin === undefined && priceMax === undefined) {
    const number = Math.min(listing.page, pagesOf(productCount));
    const cards = await loadCards(db, page(number));
    return { cards, total: productCount, countOf: kept, freed: [], page: number };
  }
  const filters: Filters = { facets: chosen, priceMin, priceMax };
  let number = listing.page;
  let found = await loadFiltered(db, filters, page(number));
  if (found.total > 0 && number > pagesOf(found.total)) {
    number = pagesOf(found.total);
    found = await loadFiltered(db, filters, page(number));
  }
  if (found.filters > 1) return { ...found, page: number };
  // The only filter left open is the whole list, whose counts are kept.
  const countOf = (facet: Facet) => (facet.name === chosen[0]?.name ? kept(facet) : found.countOf(facet));
  const freed = found.freed.map(({ name }) => ({ name, count: productCount }));
  return { ...found, countOf, freed, page: number };
}

const pagesOf = (total: number) => Math.max(1, Math.ceil(total / perPage));

const keptCount = (rows: CollectionRows) => (facet: Facet) =>
  rows.facets.find((each) => each.name === facet.name && each.value === facet.value)?.count ?? 0;

type Composing = {
  readonly rows: CollectionRows;
  readonly listing: Listing;
  readonly chosen: readonly Facet[];
  readonly path: string;
  readonly currency: string;
  readonly found: Found;
};

function listOf({ rows, listing, chosen, path, currency, found }: Composing) {
  const href = (other: Listing) => path + listingQuery(other, (amount) => wholeMoney(amount, currency));
  const chips = chosen.map((facet) => ({
    label: chipLabel(facet),
    href: href(without(listing, parameterOf(facet.name), facet.value)),
  }));
  const priceChip = { label: priceLabel(listing, currency), href: href(withoutPrice(listing)) };
  return {
    path,
    currency,
    cards: found.cards,
    total: found.total,
    page: found.page,
    perPage,
    groups: facetGroups({ known: rows.facets, chosen, countOf: found.countOf }),
    price: priceRange(rows, listing, currency),
    sort: listing.sort,
    sorts: Object.entries(sorts).map(([value, label]) => ({ value, label })),
    chips: priceChip.label === "" ? chips : [...chips, priceChip],
    clearHref: href(withoutFilters(listing)),
    hrefOf: (page: number) => href({ ...listing, page }),
    culprit: found.total === 0 ? culpritOf(found, { listing, chosen, href, priceChip }) : undefined,
  };
}

type Chip = { readonly label: string; readonly href: string };
type Blaming = Pick<Composing, "listing" | "chosen"> & {
  readonly href: (listing: Listing) => string;
  readonly priceChip: Chip;
};

/** The filter without which most would be left. */
function culpritOf(
  { freed }: Found,
  { listing, chosen, href, priceChip }: Blaming,
): (Chip & { count: number }) | undefined {
  const worst = freed.toSorted((a, b) => b.count - a.count)[0];
  if (!worst || worst.count === 0) return undefined;
  if (worst.name === "") return { ...priceChip, count: worst.count };
  const facets = chosen.filter((facet) => facet.name === worst.name);
  const freer = facets.reduce((left, facet) => without(left, parameterOf(facet.name), facet.value), listing);
  return { label: facets.map(chipLabel).join(" or "), href: href(freer), count: worst.count };
}

function chipLabel({ name, value }: Facet): string {
  if (name === ownFacets.rated) return `Rated ${value} and up`;
  return name === ownFacets.available || name === ownFacets.reduced ? labelOf(name) : value;
}

/** "60" for 60.00, "9.50" for 9.50: as one would type it. */
const wholeMoney = (amount: Cents, currency: string) => plainMoney(amount, currency).replace(/\.0+$/, "");
const shown = (amount: Cents, currency: string) => formatMoney(amount, currency).replace(/\.0+$/, "");

function priceLabel({ priceMin, priceMax }: Listing, currency: string): string {
  if (priceMin === undefined) return priceMax === undefined ? "" : `Up to ${shown(priceMax, currency)}`;
  if (priceMax === undefined) return `From ${shown(priceMin, currency)}`;
  return `${shown(priceMin, currency)} to ${shown(priceMax, currency)}`;
}

/** What was asked for, and what the list spans. */
function priceRange({ collection, priceTo }: CollectionRows, { priceMin, priceMax }: Listing, currency: string) {
  const { priceFrom } = collection;
  const isOne = priceFrom === null || priceTo === null || priceFrom === priceTo;
  if (isOne && priceMin === undefined && priceMax === undefined) return undefined;
  const text = (amount: Cents | null | undefined) =>
    amount === null || amount === undefined ? "" : wholeMoney(amount, currency);
  const [low = ""] = text(priceFrom).split(".");
  const [high = "", part] = text(priceTo).split(".");
  return {
    min: text(priceMin),
    max: text(priceMax),
    lowest: low,
    highest: part === undefined ? high : String(Number(high) + 1),
  };
}
