import type sanitize from "sanitize-html";
import { sanitizer } from "./sanitizer.ts";

/** Where links may lead. Addresses without a scheme stay on this shop. */
const schemes = ["http", "https", "mailto", "tel"];

const blocks = ["p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code"];
const marks = ["strong", "em", "u", "s", "sub", "sup", "small", "a"];
const tables = ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];

const options: sanitize.IOptions = {
  allowedTags: [...blocks, ...marks, ...tables],
  allowedAttributes: { a: ["href"], th: ["colspan", "rowspan", "scope"], td: ["colspan", "rowspan"] },
  allowedSchemes: schemes,
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "option",
    "noscript",
    "template",
    "title",
    "svg",
    "math",
    "iframe",
    "object",
  ],
  transformTags: {
    b: "strong",
    i: "em",
    strike: "s",
    del: "s",
    h1: "h2",
    h5: "h4",
    h6: "h4",
    div: "p",
    center: "p",
    section: "p",
    article: "p",
  },
  enforceHtmlBoundary: false,
  parser: { lowerCaseAttributeNames: true },
};

/**
 * Text with marks that somebody wrote (an import, the shopkeeper) as HTML that may stand on a page: an allow-list of
 * plain elements, and of attributes only a link's address and a table's spans. No style, class, id, data-* or hx-*, no
 * picture, no form, nothing that loads or runs; what such elements said in text is kept, what scripts said is not.
 * Text without paragraphs gets them. Doing it twice changes nothing.
 */
export function richText(html: string): string {
  let text = html.replaceAll("\r\n", "\n");
  for (let times = 0; times < 5; times += 1) {
    const next = inParagraphs(withoutNesting(sanitizer()(text, options)))
      .replace(emptyParagraph, "")
      .trim();
    if (next === text) break;
    text = next;
  }
  return text;
}

const emptyParagraph = /<(p|li|h[2-4])>(?:\s|\u00a0|<br \/>)*<\/\1>/g;
const block = /^<(p|h2|h3|h4|ul|ol|dl|table|blockquote|pre|hr)\b/;

/** A paragraph ends where the next block begins, as browsers read it. */
function withoutNesting(html: string): string {
  let open = false;
  const parts = html.split(/(<[^>]+>)/).map((part) => {
    const ends = open && block.test(part) ? "</p>" : "";
    if (ends) open = false;
    if (part === "<p>") open = true;
    if (part !== "</p>") return ends + part;
    const closes = open ? part : "";
    open = false;
    return closes;
  });
  return parts.join("") + (open ? "</p>" : "");
}

function inParagraphs(html: string): string {
  if (/<(p|h2|h3|h4|ul|ol|dl|table|blockquote|pre|hr)\b/.test(html)) return html;
  return html
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${part.trim().replaceAll("\n", "<br />")}</p>`)
    .join("\n");
}
