import { Marked } from "marked";
import type sanitize from "sanitize-html";
import { richText } from "../catalog/rich-text.ts";
import { sanitizer } from "../catalog/sanitizer.ts";

const marked = new Marked({ gfm: true, async: false });
const parse = (text: string) => marked.parse(text) as string;

/** A description written in Markdown, as HTML that may stand on a page. */
export const markdown = (text: string): string => richText(parse(text));

export type Reading = {
  readonly html: string;
  /** The headings, with the ids they have in the text. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
};

/** Beside what descriptions may hold: our own pictures, and questions that open to their answer. */
const options: sanitize.IOptions = {
  allowedTags: (
    "p br hr h2 h3 h4 ul ol li dl dt dd blockquote pre code strong em s sub sup a img " +
    "details summary table thead tbody tr th td"
  ).split(" "),
  allowedAttributes: { a: ["href"], img: ["src", "alt"], th: ["scope"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: { h1: "h2", h5: "h4", h6: "h4", b: "strong", i: "em", del: "s" },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !/^\/(pictures|assets)\/[\w.-]+$/.test(attribs["src"] ?? ""),
};

/** A page of the shop written in Markdown: its text, and its headings for a table of contents. */
export function readPage(text: string): Reading {
  const taken = new Map<string, number>();
  const contents: { id: string; title: string }[] = [];
  const html = sanitizer()(parse(text), options).replace(/<h2>(.*?)<\/h2>/gs, (_, inner: string) => {
    const title = textOf(inner);
    const id = freeId(title, taken);
    contents.push({ id, title });
    return `<h2 id="${id}">${inner}</h2>`;
  });
  return { html, contents };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const textOf = (html: string) =>
  html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);

/** "What we pay" is at #what-we-pay; the page's own ids are kept clear of by the words before it. */
function freeId(title: string, taken: Map<string, number>): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const id = `about-${plain || "this"}`.slice(0, 80);
  const times = (taken.get(id) ?? 0) + 1;
  taken.set(id, times);
  return times === 1 ? id : `${id}-${times}`;
}
