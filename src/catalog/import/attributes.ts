import { unique } from "./cells.ts";
import { handleIn } from "./handle.ts";
import { hyphens } from "./linked-options.ts";
import { oncePer, type Header } from "./header.ts";
import type { ImportedProduct } from "./product.ts";

type Column = { readonly place: number; readonly name: string; readonly space: string; readonly key: string };

/** "Color (product.metafields.shopify.color-pattern)", and "Metafield: custom.material [single_line_text_field]". */
const columns = oncePer(({ labels }): readonly Column[] =>
  labels.flatMap((label, place) => {
    const shopify = /^(.+?)\s*\(product\.metafields\.([^.]+)\.([^)]+)\)$/.exec(label);
    if (shopify) return [{ place, name: named(shopify[1] ?? ""), space: shopify[2] ?? "", key: shopify[3] ?? "" }];
    const [, space = "", key = ""] = /^metafield: ([\w-]+)\.([\w-]+)(?: \[\w+\])?$/i.exec(label) ?? [];
    return key === "" ? [] : [{ place, name: named(key), space, key }];
  }),
);

/** A name that was made for programs, for people: "next_day" is Next day. */
const named = (key: string) =>
  /^[a-z][a-z\d_-]*$/.test(key) ? key.charAt(0).toUpperCase() + key.slice(1).replace(/[-_]+/g, " ") : key;

/** Where apps keep what is their own business, and no shopper's. */
const apps =
  /^(reviews|mm-google-shopping|mc-facebook|shopify--.*|judgeme|loox|yotpo|stamped|okendo|spr|global|seo|ecomposer|pagefly|gempages|shogun|klaviyo|recharge|app--.*)$/;

type At = (place: number) => string;

type Said = Column & { readonly text: string };

/** What people can read: references, JSON and addresses are an app's own business. */
const readable = (header: Header, at: At): Said[] =>
  columns(header).flatMap((column) => {
    const text = at(column.place).replace(/^'(?=\d)/, "");
    const isNone = text === "" || apps.test(column.space) || /^[[{<]|gid:\/\/|https?:\/\//.test(text);
    return isNone ? [] : [{ ...column, text }];
  });

const isSubtitle = ({ key }: Column) => key === "subtitle";
const isLong = ({ text }: Said) => text.length > 200 || text.includes("\n");

/**
 * What a Shopify file says in metafield columns, as facts. Shopify's standard fields hold handles, "long-sleeve;
 * cotton-1": they become words.
 */
export const metafields = (header: Header, at: At): ImportedProduct["attributes"] =>
  readable(header, at)
    .filter((said) => !isLong(said) && !isSubtitle(said))
    .map(({ name, space, key, text }) => ({ name, value: space === "shopify" ? words(text, key) : plainly(text) }));

const plainly = (text: string) =>
  /^(true|false)$/i.test(text) ? (/^t/i.test(text) ? "Yes" : "No") : text.replace(/\s*;\s*/g, ", ");

/** Those that are texts, each with its name above it: they follow the description. */
export const longMetafields = (header: Header, at: At): string[] =>
  readable(header, at)
    .filter((said) => isLong(said) && said.text.length <= 5000 && !isSubtitle(said))
    .map(({ name, text }) => `<h3>${escaped(name)}</h3>\n<p>${escaped(text).replaceAll("\n", "<br />")}</p>`);

const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A line below the title, as many themes of Shopify show it. */
export const subtitleIn = (header: Header, at: At): string =>
  (readable(header, at).find(isSubtitle)?.text ?? "").replace(/\s+/g, " ").slice(0, 200);

/** A second entry of the same name has a number behind its handle, as many colours have: "cotton; cotton-1" is cotton. */
function words(text: string, key: string): string {
  const handles = text.split(/\s*;\s*/);
  const said = handles.map((each) => {
    if (!/^[\p{Ll}\p{Lo}\p{N}-]+$/u.test(each)) return each;
    const plain = each.replace(/-\d+$/, "");
    const isSecond = handles.includes(plain) || key === "color-pattern";
    return (isSecond ? plain : each).replace(hyphens, " ");
  });
  return unique(said).join(", ");
}

/** Handles of the products that Shopify's own app for recommendations shows beside one. */
export function relatedIn(header: Header, at: At): string[] {
  const told = columns(header).filter(({ space, key }) => /discovery/.test(space) && key.endsWith("_products"));
  const handles = told.flatMap(({ place }) => at(place).split(/\s*[;,]\s*/));
  return unique(handles.filter((each) => each !== "" && !/[:/[\]{}"]/.test(each)).map(handleIn));
}
