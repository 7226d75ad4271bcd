import { readMoney, type Cents } from "#src/pricing/money.ts";

/** How a list can be sorted, and what that is called. */
export const sorts = {
  featured: "What we like",
  price_asc: "Price, low first",
  price_desc: "Price, high first",
  newest: "Newest",
  rated: "Best rated",
  name: "Name",
} as const;
export type Sort = keyof typeof sorts;

/** What an address such as `?color=blue&color=red&price_min=10&sort=price_asc&page=2` asks of a list. */
export type Listing = {
  /** Parameters that may name facets, with all their values. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly priceMin: Cents | undefined;
  readonly priceMax: Cents | undefined;
  readonly sort: Sort;
  readonly page: number;
};

/** Names that mean something else than a facet. */
export const ownParameters: ReadonlySet<string> = new Set(["q", "sort", "page", "more", "price_min", "price_max"]);

const most = { parameters: 24, values: 40, length: 100 };
const isSort = (text: string | null): text is Sort => text !== null && Object.hasOwn(sorts, text);

/** Reads an address; whatever makes no sense is as if it were not there. */
export function readListing(query: URLSearchParams, currency: string): Listing {
  const names = [...new Set(query.keys())].filter((name) => !ownParameters.has(name)).slice(0, most.parameters);
  const chosen = names.map((name) => {
    const values = query.getAll(name).filter((value) => value !== "" && value.length <= most.length);
    return [name, [...new Set(values)].slice(0, most.values)] as const;
  });
  const prices = [query.get("price_min"), query.get("price_max")].map((text) => readPrice(text, currency));
  const [low, high] = prices;
  const isTurned = low !== undefined && high !== undefined && low > high;
  const sort = query.get("sort");
  const page = query.get("page") ?? "";
  return {
    chosen: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    priceMin: isTurned ? high : low,
    priceMax: isTurned ? low : high,
    sort: isSort(sort) ? sort : "featured",
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** "$10", "10,5" and "10.50" are all prices to whoever types them. */
export const readPrice = (text: string | null, currency: string) =>
  text === null ? undefined : readMoney(text.replace(/[^\d.,]/g, "").replace(",", "."), currency);

/** The address of a list without its path: the same list always has the same, "" for the plain one. */
export function listingQuery(listing: Listing, priceText: (amount: Cents) => string): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(listing.chosen).toSorted()) {
    for (const value of (listing.chosen[name] ?? []).toSorted()) query.append(name, value);
  }
  if (listing.priceMin !== undefined) query.set("price_min", priceText(listing.priceMin));
  if (listing.priceMax !== undefined) query.set("price_max", priceText(listing.priceMax));
  if (listing.sort !== "featured") query.set("sort", listing.sort);
  if (listing.page > 1) query.set("page", String(listing.page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The same list from its first page, without one of its filters. */
export function without(listing: Listing, parameter: string, value: string): Listing {
  const { [parameter]: values = [], ...others } = listing.chosen;
  const rest = values.filter((each) => each !== value);
  return { ...listing, page: 1, chosen: rest.length > 0 ? { ...others, [parameter]: rest } : others };
}

export const withoutPrice = (listing: Listing): Listing => ({
  ...listing,
  page: 1,
  priceMin: undefined,
  priceMax: undefined,
});

/** The same order of the same list, without any filter. */
export const withoutFilters = (listing: Listing): Listing => ({ ...withoutPrice(listing), chosen: {} });
