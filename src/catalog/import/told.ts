import type { Field, Header } from "./header.ts";
import type { ImportedProduct, ImportedVariant } from "./product.ts";

/** What a file can tell of a product or a variant. */
export type Part = Exclude<
  keyof ImportedProduct | keyof ImportedVariant,
  "row" | "handle" | "whole" | "pictureEntries"
>;

const columns: Readonly<Partial<Record<Part, readonly Field[]>>> = {
  subtitle: ["shortDescription"],
  description: ["description", "shortDescription"],
  vendor: ["vendor", "brands"],
  type: ["type"],
  tags: ["tags"],
  status: ["status", "published", "visibility"],
  seoTitle: ["seoTitle"],
  seoDescription: ["seoDescription"],
  taxClass: ["taxed", "taxClass", "taxStatus"],
  digital: ["shipped"],
  pictures: ["picture", "images"],
  collections: ["collection", "collections", "category", "categories"],
  related: ["upsells", "crossSells"],
  sku: ["sku"],
  barcode: ["barcode"],
  compareAt: ["compareAt", "salePrice"],
  stock: ["stock", "inStock"],
  tracked: ["stock", "inStock", "tracker"],
  backorder: ["policy", "backorders"],
  maxPerOrder: ["individually"],
  picture: ["variantPicture", "images"],
};

/**
 * Whether a file tells of a part at all. What a file has no column for stays as it is in the shop: a list of handles,
 * titles and prices changes prices, and empties no description.
 */
export function tells(header: Header): (part: Part) => boolean {
  return (part) => {
    if (header.form === "pushcart") return part !== "collections" && part !== "gathers";
    if (part === "type" || part === "digital") {
      return header.form === "shopify" ? header.places.has(part === "type" ? "type" : "shipped") : part === "digital";
    }
    if (part === "weight")
      return header.form === "woocommerce" || header.places.has("weight") || header.places.has("weightIn");
    if (part === "own") return false;
    const needed = columns[part];
    return needed === undefined || needed.some((field) => header.places.has(field));
  };
}
