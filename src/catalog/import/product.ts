import type { CollectionRule } from "#db/schema.ts";
import type { Cents } from "#src/pricing/money.ts";

/** The kinds of product file that Pushcart reads. */
export type Form = "shopify" | "woocommerce" | "pushcart";

/** What is wrong in a file, where a person finds it: rows are counted as a spreadsheet shows them, the header is row 1. */
export type Trouble = {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  /** Whether the row was left out; otherwise it came in without this. */
  readonly leftOut: boolean;
};

export type ImportedVariant = {
  readonly row: number;
  readonly options: readonly [string, string, string];
  readonly sku: string;
  readonly barcode: string;
  readonly price: Cents;
  /** Always above `price`: anything else is no sale. */
  readonly compareAt: Cents | null;
  /** Grams. */
  readonly weight: number;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
  readonly maxPerOrder: number;
  /** One of the product's picture addresses, or "". */
  readonly picture: string;
};

/** `address` is an http(s) address, or a path beside the file. */
export type ImportedPicture = { readonly address: string; readonly alt: string };

/** A collection by hand, as its path from the top: ["Clothing", "Hoodies"]. */
export type CollectionPath = readonly string[];

/** One product as any of the files tells it. Everything a shop does not say is "" or empty. */
export type ImportedProduct = {
  readonly row: number;
  readonly handle: string;
  readonly title: string;
  readonly subtitle: string;
  /** HTML as it stood in the file; not sanitised yet. */
  readonly description: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly status: "draft" | "active" | "archived";
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly taxClass: string;
  readonly digital: boolean;
  readonly variants: readonly ImportedVariant[];
  readonly pictures: readonly ImportedPicture[];
  /** How many times the file names a picture of it; the same picture may be named again by a variant. */
  readonly pictureEntries: number;
  readonly collections: readonly CollectionPath[];
  /** Where a standard list of all kinds of goods has it: a collection as well, but no name that the shop chose. */
  readonly taxonomy: CollectionPath;
  /** Handles of products shown beside it. */
  readonly related: readonly string[];
  /** Handles of the products that this one only gathers (a "grouped product"): they become a collection of its name. */
  readonly gathers: readonly string[];
  /** Whether every row of it was read; if not, variants that the file seems to lack stay in the shop. */
  readonly whole: boolean;
  /** What only Pushcart's own file says. */
  readonly own?: OwnFacts;
};

export type OwnFacts = {
  readonly createdAt: Date | undefined;
  readonly leadTime: string;
  /** Names of options whose values change the picture. */
  readonly pictured: readonly string[];
  readonly places: readonly { readonly collection: string; readonly place: number }[];
  /** Addresses it had before: "products/old-handle". */
  readonly oldAddresses: readonly string[];
};

/** A collection as Pushcart's own file tells it. */
export type ImportedCollection = {
  readonly row: number;
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  /** The handle of the one above, or "". */
  readonly parent: string;
  readonly place: number;
  readonly listed: boolean;
  readonly rule: CollectionRule | null;
  readonly picture: string;
  readonly oldAddresses: readonly string[];
};

/** What some rows of a file came to. Where it is nothing, the reason is among the troubles. */
export type Made = {
  readonly product?: ImportedProduct;
  readonly collection?: ImportedCollection;
  readonly troubles: readonly Trouble[];
};
