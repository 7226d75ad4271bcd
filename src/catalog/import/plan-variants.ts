import type { ImportedProduct, ImportedVariant } from "./product.ts";
import type { ProductRow, VariantRow } from "./store.ts";
import type { Setting } from "./plan.ts";

export type VariantPlan = {
  readonly add: readonly VariantRow[];
  readonly change: readonly { readonly row: VariantRow; readonly change: Partial<VariantRow> }[];
  readonly drop: readonly string[];
  /** What the file does not tell of and stays in the shop. */
  readonly stay: readonly VariantRow[];
};

/**
 * Brings a product's variants to what the file says. One is the same as before by its options, else by its SKU, so that
 * carts and orders keep pointing at it. Variants that the file lacks go, unless some of its rows could not be read.
 */
export function planVariants(
  { variants, options, whole }: ImportedProduct,
  before: readonly VariantRow[] = [],
  productId: string,
  pictureOf: (address: string) => string | null,
  setting: Setting,
): VariantPlan {
  const { matches, left } = matched(variants, before);
  const rows = variants.map((said, at) => {
    const same = matches[at];
    const row = rowOf(said, same, setting);
    const pictureId = same && !setting.tells("picture") ? same.pictureId : pictureOf(said.picture);
    return { same, row: { ...row, id: same?.id ?? setting.newId(), productId, position: at, pictureId } };
  });
  const drop = left.filter((row) => whole || !fits(row, options.length));
  return {
    add: rows.filter(({ same }) => !same).map(({ row }) => row),
    change: rows.flatMap(({ same, row }) => (same ? changeOf(same, row) : [])),
    drop: drop.map((row) => row.id),
    stay: left.filter((row) => !drop.includes(row)),
  };
}

/** The options with the values of variants that stay, so that these can still be chosen. */
export const withStaying = (options: ProductRow["options"], stay: readonly VariantRow[]): ProductRow["options"] =>
  options.map((option, at) => {
    const kept = stay.map((row) => [row.option1, row.option2, row.option3][at] ?? "");
    return { ...option, values: [...new Set([...option.values, ...kept])] };
  });

type Matches = { readonly matches: readonly (VariantRow | undefined)[]; readonly left: readonly VariantRow[] };

function matched(variants: readonly ImportedVariant[], before: readonly VariantRow[]): Matches {
  const left = new Map(before.map((row) => [optionsIn(row), row]));
  const take = (row: VariantRow | undefined) => {
    if (row) left.delete(optionsIn(row));
    return row;
  };
  const byOptions = variants.map((said) => take(left.get(said.options.join("\0"))));
  const matches = variants.map((said, at) => {
    const bySku = () => (said.sku === "" ? undefined : [...left.values()].find((row) => row.sku === said.sku));
    return byOptions[at] ?? take(bySku());
  });
  return { matches, left: [...left.values()] };
}

const optionsIn = (row: VariantRow) => [row.option1, row.option2, row.option3].join("\0");

/** Whether a variant has a value for each option of the product and for no more. */
const fits = (row: VariantRow, options: number) =>
  [row.option1, row.option2, row.option3].every((value, at) => (value !== "") === at < options);

type Said = Omit<VariantRow, "id" | "productId" | "position" | "pictureId">;
type Told = "sku" | "barcode" | "compareAt" | "weight" | "stock" | "tracked" | "backorder" | "maxPerOrder";

function rowOf(said: ImportedVariant, same: VariantRow | undefined, { tells }: Setting): Said {
  const told = <P extends Told>(part: P): VariantRow[P] => (same && !tells(part) ? same : said)[part] as VariantRow[P];
  const [option1, option2, option3] = said.options;
  const [tracked, backorder, stock] = [told("tracked"), told("backorder"), told("stock")];
  const compareAt = told("compareAt");
  return {
    option1,
    option2,
    option3,
    tracked,
    backorder,
    price: said.price,
    sku: told("sku"),
    barcode: told("barcode"),
    compareAt: compareAt !== null && compareAt > said.price ? compareAt : null,
    weight: told("weight"),
    stock: tracked && !backorder ? Math.max(0, stock) : stock,
    maxPerOrder: told("maxPerOrder"),
    version: (same?.version ?? 0) + 1,
  };
}

function changeOf(before: VariantRow, after: VariantRow): VariantPlan["change"] {
  const names = (Object.keys(after) as (keyof VariantRow)[]).filter((name) => name !== "version");
  const differing = names.filter((name) => before[name] !== after[name]);
  if (differing.length === 0) return [];
  return [
    { row: before, change: Object.fromEntries([...differing, "version" as const].map((name) => [name, after[name]])) },
  ];
}
