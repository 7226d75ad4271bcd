import type { Cents } from "#src/pricing/money.ts";
import { sanitizer } from "../sanitizer.ts";
import type { Cells } from "./cells.ts";
import { withoutCodes } from "./woo-codes.ts";
import { wordPressParagraphs } from "./woo-paragraphs.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** "ü" for "&uuml;"; what names no letter stays as it stands. */
function letter(entity: string): string {
  const read = sanitizer()(entity, { allowedTags: [], allowedAttributes: {} });
  return read.startsWith("&") ? entity : read;
}

/** WordPress keeps names with their entities: "Salt &amp; Pepper". */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}\d?));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name)] ?? letter(whole);
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : "";
  });
}

const tagsAsText = /&lt;(?:p|div|br|ul|ol|li|h[1-6]|strong|b|em|span|table)\b/i;
/** HTML whose every tag was written as text, as some programs do, made HTML again. */
export const unescapedTags = (html: string): string =>
  !/<[a-z]/i.test(html) && tagsAsText.test(html) ? decodeEntities(html) : html;

/** A description as WooCommerce reads it back and shows it: "\\n" is the end of a line. Without the codes of page builders. */
export const unescaped = (html: string): string =>
  wordPressParagraphs(
    withoutCodes(unescapedTags(html.replace(/\\\\n|\\n/g, (mark) => (mark === "\\n" ? "\n" : "\\n")))),
  );

/** A short description of one line goes below the title; a longer one opens the description, as `rest`. */
export function shortLine(html: string): { readonly line: string; readonly rest: string; readonly whole: string } {
  const text = decodeEntities(html.replace(/<[^<>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
  const whole = text === "" ? "" : html;
  const fits = text.length <= 140 && !/<(ul|ol|table|img|a)\b/i.test(html);
  return fits ? { line: text, rest: "", whole } : { line: "", rest: whole, whole };
}

/** Where an external product is sold, as a link at the end of its description; the sanitiser checks the address. */
export function externalLink(kinds: readonly string[], address: string, button: string): string {
  if (!kinds.includes("external") || !/^https?:\/\//i.test(address)) return "";
  const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<p><a href="${escape(address)}">${escape(button || address)}</a></p>`;
}

/** The sale price where there is one below the regular price and today lies in its dates. */
export function salePrice(cells: Cells, regular: Cents, now: Date): Cents | undefined {
  const sale = cells.priceOrNone("salePrice");
  if (sale === null || sale >= regular) return undefined;
  const [starts, ends] = [moment(cells.text("saleStarts")), moment(cells.text("saleEnds"), true)];
  if ((starts !== undefined && starts > now.getTime()) || (ends !== undefined && ends < now.getTime()))
    return undefined;
  if (ends !== undefined)
    cells.trouble("saleEnds", "the sale does not end by itself in Pushcart: end it by hand, or with a promotion");
  return sale;
}

/** "2026-03-01", with or without a time, or seconds since 1970; the end of a day when it ends something. */
function moment(text: string, ending = false): number | undefined {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?/.exec(text);
  const read = found ? Date.parse(`${found[1]}T${found[2] ?? (ending ? "23:59:59" : "00:00:00")}Z`) : Number.NaN;
  return Number.isNaN(read) ? undefined : read;
}
