import type { Cells } from "./cells.ts";
import { unique } from "./cells.ts";
import { plain } from "./header.ts";
import type { ImportedProduct, ImportedVariant } from "./product.ts";
import { readYesNo } from "./read-number.ts";

export type WooAttribute = { readonly name: string; readonly values: readonly string[]; readonly visible: boolean };
type Variation = { readonly cells: Cells; readonly said: readonly WooAttribute[] };
export type WooChoice = {
  readonly options: ImportedProduct["options"];
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
  sold: (cells: Cells) => ImportedVariant | undefined,
): WooChoice {
  const variations = all.filter(({ cells }) => !["0", "-1"].includes(cells.text("published")));
  const names = optionNames(attributes, variations);
  if (names.length > 3) {
    parent.trouble("type", `it has ${names.length} options (${names.join(", ")}), and Pushcart takes three`, true);
    return { options: [], variants: [] };
  }
  const options = names.map((name) => ({ name, values: valuesOf(name, attributes, variations) }));
  const taken = new Map<string, number>();
  const variants: ImportedVariant[] = [];
  // What names its values exactly goes before what stands for any of them.
  const exactFirst = variations.toSorted((left, right) => blanks(names, left) - blanks(names, right));
  for (const variation of exactFirst) {
    const places = combinations(options, variation).filter((place) => !taken.has(place.join("\0")));
    const { cells } = variation;
    if (places.length === 0) {
      cells.trouble("parent", "another variation of the product has the same options", true);
      continue;
    }
    if (variants.length + places.length > mostVariants) {
      cells.trouble("parent", `the product has more than ${mostVariants} variants`, true);
      continue;
    }
    const variant = sold(cells);
    if (!variant) continue;
    for (const place of places) taken.set(place.join("\0"), cells.number);
    variants.push(
      ...places.map((place, at) => ({ ...variant, options: place, stock: share(variant.stock, places.length, at) })),
    );
  }
  return { options, variants: inOrder(options, shared(variants, parent, all)) };
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

type Place = readonly [string, string, string];

function combinations(options: ImportedProduct["options"], variation: Variation): Place[] {
  const [first, second, third] = [0, 1, 2].map((at) => {
    const option = options[at];
    if (!option) return [""];
    const said = saidOf(variation, option.name);
    if (said === "") return option.values;
    return [option.values.find((value) => plain(value) === plain(said)) ?? said];
  });
  return (first ?? [""]).flatMap((one) =>
    (second ?? [""]).flatMap((two) => (third ?? [""]).map((three): Place => [one, two, three])),
  );
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
