import { oncePer } from "./header.ts";
import type { ImportedProduct } from "./product.ts";

/**
 * What a Shopify file says in metafield columns, "Color (product.metafields.shopify.color-pattern)": kept when a person
 * can read it. Ratings and other counters, references, JSON and addresses are an app's own business.
 */
export const metafieldColumns = oncePer(({ labels }) =>
  labels.flatMap((label, place) => {
    const [, name = "", space = ""] = /^(.+?)\s*\(product\.metafields\.([^.]+)\.[^)]+\)$/.exec(label) ?? [];
    return name !== "" && space !== "reviews" ? [{ place, name }] : [];
  }),
);

export function metafields(
  columns: readonly { readonly place: number; readonly name: string }[],
  at: (place: number) => string,
): ImportedProduct["attributes"] {
  return columns.flatMap(({ place, name }) => {
    const value = at(place).replace(/\s*;\s*/g, ", ");
    const readable = value !== "" && value.length <= 200 && !/^[[{<]|gid:\/\/|https?:\/\//.test(value);
    return readable ? [{ name, value }] : [];
  });
}
