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
  // Deeper than anybody writes; ten thousand marks within each other took seconds.
  nestingLimit: 40,
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
    const next = laidOut(sanitizer()(text, options));
    if (next === text) break;
    text = next;
  }
  return text;
}

/** The steps are repeated here, since going through a text as the sanitiser does takes far longer than all of them. */
function laidOut(html: string): string {
  let text = html;
  for (let times = 0; times < 5; times += 1) {
    const next = inParagraphs(withoutNesting(text))
      .replace(emptyMark, "$2")
      .replace(emptyParagraph, "")
      .replace(tooManyBreaks, "<br /><br />")
      .replace(breaksAtEdge, (found) => /<\/?p>/.exec(found)?.[0] ?? "")
      .trim();
    if (next === text) break;
    text = next;
  }
  return text;
}

const emptyMark = /<(strong|em|u|s|small|sub|sup)>(\s*)<\/\1>/g;
const tooManyBreaks = /(?:<br \/>\s*){3,}/g;
const breaksAtEdge = /<p>(?:\s*<br \/>)+|(?:<br \/>\s*)+<\/p>/g;
const emptyParagraph = /<(p|li|h[2-4])>(?:\s|<br \/>)*<\/\1>/g;
const block = /^<(p|h2|h3|h4|ul|ol|dl|table|blockquote|pre|hr)\b/;
const anyBlock = /<(p|h2|h3|h4|ul|ol|dl|table|blockquote|pre|hr)\b/;

const held = /^<(\/?)(ul|ol|dl|table|blockquote|pre|h[2-4])\b/;

/** A paragraph ends where the next block begins, as browsers read it, and text beside blocks is one. */
function withoutNesting(html: string): string {
  const hasBlocks = anyBlock.test(html);
  let [open, depth] = [false, 0];
  const parts = html.split(/(<[^>]+>)/).map((part) => {
    const begins = block.test(part);
    const ends = open && begins ? "</p>" : "";
    if (ends) open = false;
    const [, closing, name] = held.exec(part) ?? [];
    if (name) depth = Math.max(0, depth + (closing ? -1 : 1));
    if (part === "<p>") open = true;
    if (part === "</p>") {
      const closes = open ? part : "";
      open = false;
      return closes;
    }
    const isLoose = hasBlocks && !open && depth === 0 && !begins && !name && part.trim() !== "" && part !== "<br />";
    if (isLoose && !part.startsWith("</")) {
      open = true;
      return `<p>${part}`;
    }
    return ends + part;
  });
  return parts.join("") + (open ? "</p>" : "");
}

function inParagraphs(html: string): string {
  if (anyBlock.test(html)) return html;
  return html
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${part.trim().replaceAll("\n", "<br />")}</p>`)
    .join("\n");
}
