import type { Attribute, ProductOption } from "#db/schema.ts";
import type { SearchDocument, Slip } from "#db/search-index.ts";
import { zero, type Cents } from "#src/pricing/money.ts";
import { isMendable, joinedWordsOf, slipsOf, wordsOf } from "./words.ts";

/** A product and all that its kept columns are made of. */
export type ProductFacts = {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly options: readonly ProductOption[];
  readonly variants: readonly VariantFacts[];
  /** The first one that is there, if any. */
  readonly pictures: readonly { readonly file: string; readonly alt: string }[];
  readonly ratings: readonly { readonly rating: number }[];
};

export type VariantFacts = {
  readonly option1: string;
  readonly option2: string;
  readonly option3: string;
  readonly sku: string;
  readonly barcode: string;
  readonly price: Cents;
  readonly compareAt: Cents | null;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
};

/** What a card shows, as `products` keeps it. */
export type KeptColumns = {
  readonly priceFrom: Cents;
  readonly priceTo: Cents;
  readonly compareAt: Cents | null;
  readonly reduced: boolean;
  readonly available: boolean;
  readonly variantCount: number;
  readonly picture: string;
  readonly pictureAlt: string;
  readonly ratingSum: number;
  readonly ratingCount: number;
};

const isReduced = ({ price, compareAt }: VariantFacts) => compareAt !== null && compareAt > price;

/** Computes the kept columns; variants come in the order of their positions. One without any variant cannot be bought. */
export function keptColumns({ variants, pictures, ratings }: ProductFacts): KeptColumns {
  const byPrice = variants.toSorted((a, b) => a.price - b.price);
  const cheapest = byPrice[0];
  return {
    priceFrom: cheapest?.price ?? zero,
    priceTo: byPrice.at(-1)?.price ?? zero,
    compareAt: cheapest && isReduced(cheapest) ? cheapest.compareAt : null,
    reduced: variants.some(isReduced),
    available: variants.some(({ stock, tracked, backorder }) => !tracked || backorder || stock > 0),
    variantCount: variants.length,
    picture: pictures[0]?.file ?? "",
    pictureAlt: pictures[0]?.alt ?? "",
    ratingSum: ratings.reduce((total, { rating }) => total + rating, 0),
    ratingCount: ratings.length,
  };
}

/** What the words of a product are made of. */
export type WordFacts = Pick<
  ProductFacts,
  "title" | "subtitle" | "description" | "vendor" | "type" | "tags" | "attributes"
> & {
  readonly variants: readonly Pick<VariantFacts, "option1" | "option2" | "option3" | "sku" | "barcode">[];
};

/** The words that a product is found by: those of its title, article numbers as one word each, and all others. */
export function searchWords(product: WordFacts): Pick<SearchDocument, "title" | "codes" | "rest"> {
  const { title, subtitle, attributes, variants } = product;
  const told = [subtitle, ...attributes.map((each) => each.value), textOf(product.description)].join(" \n ");
  const codes = variants
    .flatMap(({ sku, barcode }) => [sku, barcode])
    .map(codeOf)
    .filter((code) => code !== "");
  const skus = variants.flatMap(({ sku }) => wordsOf(sku));
  return {
    title: wordsOf(title),
    codes,
    rest: [...joinedWordsOf(title), ...wordsOf(nearTextOf(product)), ...skus, ...wordsOf(told)],
  };
}

/** What stands close to a name: maker, kind, tags and options. */
function nearTextOf({ vendor, type, tags, variants }: WordFacts): string {
  const options = variants.flatMap(({ option1, option2, option3 }) => [option1, option2, option3]);
  return [...new Set([vendor, type, ...tags, ...options])].join(" \n ");
}

/** What the search knows of a product, and the words that a slip of the finger is mended to. */
export function searchable(product: ProductFacts, kept: KeptColumns): { document: SearchDocument; slips: Slip[] } {
  const { id, handle, title, subtitle } = product;
  const words = searchWords(product);
  const digest = Bun.hash(JSON.stringify([handle, title, subtitle, words, kept])).toString(36);
  const known = new Set([...words.title, ...wordsOf(nearTextOf(product))].filter(isMendable));
  const slips = [...known].flatMap((word) => slipsOf(word).map((slip) => ({ slip, word })));
  return { document: { productId: id, ...words, digest, rank: rankOf(kept) }, slips };
}

/** What is there before what is not, then what many have spoken of. */
const rankOf = ({ available, ratingCount }: KeptColumns) =>
  (available ? 1_000_000 : 0) + Math.min(ratingCount, 999_999);

/** "TOL-MUG 01" is looked for as "tolmug01", however it is typed. */
const codeOf = (code: string) => wordsOf(code).join("");

/** The words of sanitised HTML. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/&[a-z#0-9]+;/gi, " ");
