import type { Cells } from "./cells.ts";
import { unique } from "./cells.ts";
import { plain } from "./header.ts";
import type { ImportedProduct, ImportedVariant } from "./product.ts";
import { choicesOf, fold, foldedOptions, type Place } from "./woo-choices.ts";
import { readYesNo } from "./read-number.ts";

export type WooAttribute = { readonly name: string; readonly values: readonly string[]; readonly visible: boolean };
type Variation = { readonly cells: Cells; readonly said: readonly WooAttribute[] };
export type WooChoice = {
  readonly options: ImportedProduct["options"];
  /** The attributes that the options are made of. */
  readonly names: readonly string[];
  readonly variants: readonly ImportedVariant[];
};

const mostVariants = 1000;

/**
 * The variants of a variable product. Its options are the attributes that its variations name. A variation that leaves
 * one blank stands for any value of it: it becomes one variant for each value that no other variation claims, and stock
 * that it counts is shared out among them, so that no more can be sold than there is. Stock kept by the parent is shared
 * out in the same way. Variations that are switched off are left out.
 */
export function wooVariants(
  attributes: readonly WooAttribute[],
  all: readonly Variation[],
  parent: Cells,
  read: (cells: Cells) => ImportedVariant | undefined,
): WooChoice {
  const variations = all.filter(({ cells }) => !["0", "-1"].includes(cells.text("published")));
  const options = choicesOf(
    optionNames(attributes, variations).map((name) => ({ name, values: valuesOf(name, attributes, variations) })),
  );
  const names = options.map(({ name }) => name);
  const taken = new Map<string, number>();
  const variants: ImportedVariant[] = [];
  const sold: Place[] = [];
  // What names its values exactly goes before what stands for any of them.
  const exactFirst = variations.toSorted((left, right) => blanks(names, left) - blanks(names, right));
  for (const variation of exactFirst) {
    const places = combinations(options, variation).filter((place) => !taken.has(fold(place).join("\0")));
    const { cells } = variation;
    if (places.length === 0) {
      cells.trouble("parent", "another variation of the product has the same options", true);
      continue;
    }
    if (variants.length + places.length > mostVariants) {
      cells.trouble("parent", `the product has more than ${mostVariants} variants`, true);
      continue;
    }
    const variant = read(cells);
    if (!variant) continue;
    for (const place of places) taken.set(fold(place).join("\0"), cells.number);
    sold.push(...places);
    variants.push(
      ...places.map((place, at) => ({
        ...variant,
        options: fold(place),
        stock: share(variant.stock, places.length, at),
      })),
    );
  }
  const shown = foldedOptions(options, sold);
  return { options: shown, names, variants: inOrder(shown, shared(variants, parent, all)) };
}

function optionNames(attributes: readonly WooAttribute[], variations: readonly Variation[]): string[] {
  const used = variations.flatMap(({ said }) => said.map(({ name }) => name));
  const known = attributes
    .filter(({ name }) => used.some((each) => plain(each) === plain(name)))
    .map(({ name }) => name);
  const more = unique(used).filter((name) => !known.some((each) => plain(each) === plain(name)));
  return [...known, ...more];
}

const saidOf = ({ said }: Variation, name: string) =>
  said.find((each) => plain(each.name) === plain(name))?.values[0] ?? "";

const blanks = (names: readonly string[], variation: Variation) =>
  names.filter((name) => saidOf(variation, name) === "").length;

function valuesOf(name: string, attributes: readonly WooAttribute[], variations: readonly Variation[]): string[] {
  const offered = attributes.find((each) => each.name === name)?.values ?? [];
  return unique([...offered, ...variations.map((each) => saidOf(each, name)).filter((value) => value !== "")]);
}

/** Every place that a variation stands for: one value of each option, or all of one that it leaves blank. */
function combinations(options: ImportedProduct["options"], variation: Variation): Place[] {
  const offered = options.map(({ name, values }) => {
    const said = saidOf(variation, name);
    if (said === "") return values;
    return [values.find((value) => plain(value) === plain(said)) ?? said];
  });
  let places: Place[] = [[]];
  for (const values of offered) {
    if (places.length > mostVariants) return places; // too many to be sold already
    places = places.flatMap((place) => values.map((value) => [...place, value]));
  }
  return places;
}

/** The `at`-th of `parts` nearly equal shares of `stock`; they add up to it. */
const share = (stock: number, parts: number, at: number) => Math.floor(stock / parts) + (at < stock % parts ? 1 : 0);

/** Variations that count no stock of their own use the parent's, where it counts. */
function shared(
  variants: readonly ImportedVariant[],
  parent: Cells,
  all: readonly Variation[],
): readonly ImportedVariant[] {
  if (parent.text("stock") === "") return variants;
  const own = new Set(
    all
      .filter(({ cells }) => !["", "parent"].includes(cells.text("stock").toLowerCase()))
      .map(({ cells }) => cells.number),
  );
  const sharing = variants.filter((variant) => !own.has(variant.row));
  const backorder =
    readYesNo(parent.text("backorders")) === true || parent.text("backorders").toLowerCase() === "notify";
  const stock = backorder ? parent.whole("stock") : Math.max(0, parent.whole("stock"));
  return variants.map((variant) => {
    const at = sharing.indexOf(variant);
    return at < 0 ? variant : { ...variant, stock: share(stock, sharing.length, at), tracked: true, backorder };
  });
}

/** As a shopper expects them: by the first option's values, then the second's. */
function inOrder(
  options: ImportedProduct["options"],
  variants: readonly ImportedVariant[],
): readonly ImportedVariant[] {
  const rank = (variant: ImportedVariant, at: number) => options[at]?.values.indexOf(variant.options[at] ?? "") ?? 0;
  return variants.toSorted(
    (left, right) => rank(left, 0) - rank(right, 0) || rank(left, 1) - rank(right, 1) || rank(left, 2) - rank(right, 2),
  );
}
