// What the browser's worker is made of: generated from here into one module, with the code that the shop itself runs.

import { formatMoney, toCents, zero } from "../../pricing/money.ts";
import { readPrice } from "../listing.ts";
import { find } from "./find.ts";
import { readCatalogue, type DeviceCatalogue } from "./read-catalogue.ts";

export { readCatalogue };

/** As it stands in the form's fields; "" where nothing was chosen. */
export type AskedHere = {
  readonly text: string;
  readonly shelf: string;
  readonly vendor: string;
  readonly priceMin: string;
  readonly priceMax: string;
  readonly inStock: boolean;
  readonly currency: string;
  /** Cards from this place on, up to that one. */
  readonly from: number;
  readonly upTo: number;
};

/** What goes back to the page: plain values, to be put in as text. */
export function answer(catalogue: DeviceCatalogue, asked: AskedHere) {
  const { text, shelf, vendor, inStock, currency, from, upTo } = asked;
  const [low, high] = [readPrice(asked.priceMin, currency), readPrice(asked.priceMax, currency)];
  const isTurned = low !== undefined && high !== undefined && low > high;
  const { hits, isMore, meant } = find(catalogue, text, {
    shelf: shelf === "" ? undefined : Number(shelf),
    vendor: vendor === "" ? undefined : Number(vendor),
    priceMin: isTurned ? high : low,
    priceMax: isTurned ? low : high,
    inStock,
  });
  const cards = hits.slice(from, upTo).map((at) => cardOf(catalogue, at, currency));
  return { total: hits.length, isMore, meant, from, cards };
}

/** What views/ui/ticket.tsx says of a price, in words. */
function cardOf(catalogue: DeviceCatalogue, at: number, currency: string) {
  const [price, was] = [toCents(catalogue.priceFrom[at] ?? 0), toCents(catalogue.compareAt[at] ?? -1)];
  const isFrom = (catalogue.priceTo[at] ?? 0) > price;
  const shown = price === zero && !isFrom ? "Free" : formatMoney(price, currency);
  const isThere = catalogue.available[at] === 1;
  return {
    handle: catalogue.handles[at] ?? "",
    title: catalogue.titles[at] ?? "",
    subtitle: catalogue.subtitles[at] ?? "",
    picture: catalogue.pictures[at] ?? "",
    isThere,
    price: isThere && isFrom ? `from ${shown}` : shown,
    was: isThere && was > price ? formatMoney(was, currency) : "",
  };
}

/** What one may choose from. */
export const choices = ({ size, shelves, vendors }: DeviceCatalogue) => ({
  size,
  shelves: shelves.map((shelf) => shelf.title),
  vendors,
});
