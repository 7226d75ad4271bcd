import { unique } from "./cells.ts";
import { handleIn } from "./handle.ts";
import { oncePer, type Header } from "./header.ts";
import type { ImportedProduct } from "./product.ts";

type Column = { readonly place: number; readonly name: string; readonly space: string; readonly key: string };

/** "Color (product.metafields.shopify.color-pattern)", and "Metafield: custom.material [single_line_text_field]". */
const columns = oncePer(({ labels }): readonly Column[] =>
  labels.flatMap((label, place) => {
    const shopify = /^(.+?)\s*\(product\.metafields\.([^.]+)\.([^)]+)\)$/.exec(label);
    if (shopify) return [{ place, name: shopify[1] ?? "", space: shopify[2] ?? "", key: shopify[3] ?? "" }];
    const [, space = "", key = ""] = /^metafield: ([\w-]+)\.([\w-]+)(?: \[\w+\])?$/i.exec(label) ?? [];
    return key === "" ? [] : [{ place, name: named(key), space, key }];
  }),
);

const named = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replace(/[-_]+/g, " ");

/** Where apps keep what is their own business, and no shopper's. */
const apps = /^(reviews|mm-google-shopping|shopify--discovery.*|judgeme|loox|yotpo|stamped|okendo|spr|global|app--.*)$/;

type At = (place: number) => string;

/**
 * What a Shopify file says in metafield columns, kept when a person can read it. References, JSON and addresses are an
 * app's own business. Shopify's standard fields hold handles, "long-sleeve; cotton-1": they become words.
 */
export function metafields(header: Header, at: At): ImportedProduct["attributes"] {
  return columns(header).flatMap(({ place, name, space, key }) => {
    if (apps.test(space)) return [];
    const text = at(place);
    const value = space === "shopify" ? words(text, key) : text.replace(/\s*;\s*/g, ", ");
    const readable = value !== "" && value.length <= 200 && !/^[[{<]|gid:\/\/|https?:\/\//.test(value);
    return readable ? [{ name, value }] : [];
  });
}

/** A second entry of the same name has a number behind its handle, as many colours have: "cotton; cotton-1" is cotton. */
function words(text: string, key: string): string {
  const handles = text.split(/\s*;\s*/);
  const said = handles.map((each) => {
    if (!/^[\p{Ll}\p{Lo}\p{N}-]+$/u.test(each)) return each;
    const plain = each.replace(/-\d+$/, "");
    const isSecond = handles.includes(plain) || key === "color-pattern";
    return (isSecond ? plain : each).replaceAll("-", " ");
  });
  return unique(said).join(", ");
}

/** Handles of the products that Shopify's own app for recommendations shows beside one. */
export function relatedIn(header: Header, at: At): string[] {
  const told = columns(header).filter(({ space, key }) => /discovery/.test(space) && key.endsWith("_products"));
  const handles = told.flatMap(({ place }) => at(place).split(/\s*[;,]\s*/));
  return unique(handles.filter((each) => each !== "" && !/[:/[\]{}"]/.test(each)).map(handleIn));
}
