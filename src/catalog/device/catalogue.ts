/** A product as the catalogue for devices holds it. Prices are minor units. */
export type DeviceProduct = {
  readonly handle: string;
  readonly title: string;
  readonly subtitle: string;
  /** Address of its picture in a list. */
  readonly picture: string;
  readonly priceFrom: number;
  readonly priceTo: number;
  /** What the cheapest cost before, where it is reduced. */
  readonly compareAt: number | null;
  readonly available: boolean;
  /** Among those that match alike, the greater comes first. */
  readonly rank: number;
  readonly vendor: string;
  /** Handles of the collections that show it. */
  readonly collections: readonly string[];
  /** Folded words, as the search knows it by. */
  readonly words: {
    readonly title: readonly string[];
    readonly codes: readonly string[];
    readonly rest: readonly string[];
  };
};

export type DeviceShelf = { readonly handle: string; readonly title: string };

/** What belongs to all products together. They are named by their number, in the order in which they were added. */
export type DeviceFacts = {
  /** So many matches are put in order, as the server does. */
  readonly mostHits: number;
  /** All products by their folded title, byte by byte. */
  readonly byTitle: readonly number[];
  readonly newestFirst: readonly number[];
  /** The words that a slip of the finger is mended to. */
  readonly mendedTo: ReadonlySet<string>;
};

/** "PCat", and which form of the file it is: a reader knows one. */
export const magic = [0x50, 0x43, 0x61, 0x74] as const;
export const formVersion = 1;
