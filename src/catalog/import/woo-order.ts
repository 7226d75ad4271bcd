import type { wooColumns } from "./woo-columns.ts";

type Field = keyof typeof wooColumns;

/** The columns of WooCommerce's own export, in its order. A blank one is of no use here; two came with later versions. */
const before =
  "id type sku barcode? name published - visibility shortDescription description saleStarts saleEnds taxStatus taxClass inStock stock low? backorders individually";
const after =
  "- - - - - - salePrice regularPrice categories tags - images - - parent grouped upsells crossSells externalUrl button -";

/** Where the weight stands: the first name with a unit of weight behind it, "Vikt (kg)"; -1 for nowhere. */
export const weightPlace = (labels: readonly string[]): number =>
  labels.findIndex((label) => /\((kg|g|lbs|oz)\)$/i.test(label));

/**
 * What the columns of a WooCommerce export are, told by their order and the place of the weight among them, whatever
 * language their names are in. Undefined for what does not look like such an export.
 */
export function orderedWooFields(labels: readonly string[]): readonly (Field | undefined)[] | undefined {
  const weight = weightPlace(labels);
  const missing = 19 - weight;
  if (labels[0]?.toUpperCase() !== "ID" || ![0, 1, 2].includes(missing) || labels.length < weight + 21)
    return undefined;
  const left = before
    .split(" ")
    .filter((name) => !(name === "barcode?" && missing > 0) && !(name === "low?" && missing > 1));
  const names = [...left, ...after.split(" ")];
  // Brands came with later versions, behind the place in the list. Attributes and downloads have numbers.
  const next = labels[names.length] ?? "";
  const brands = next === "" || /\d|:/.test(next) ? [] : ["brands"];
  return [...names, ...brands].map((name) =>
    name === "-" || name === "low?" ? undefined : (name.replace("?", "") as Field),
  );
}

/** Attributes of such a file: their numbered columns stand behind the others, name, values and visibility first of each. */
export function orderedAttributes(
  labels: readonly string[],
): readonly { name: number; values: number; visible: number }[] {
  if (!orderedWooFields(labels)) return [];
  const start = weightPlace(labels) + 21;
  const found: { name: number; values: number; visible: number }[] = [];
  for (const [at, label] of labels.slice(start).entries()) {
    const number = Number(/\d+/.exec(label)?.[0] ?? 0);
    if (number === found.length + 1) found.push({ name: start + at, values: start + at + 1, visible: start + at + 2 });
    else if (number < found.length) break; // numbers that begin again are those of downloads
  }
  return found;
}
