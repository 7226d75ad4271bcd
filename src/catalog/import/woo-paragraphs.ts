/** Elements that stand on lines of their own. Text beside them is a paragraph in WordPress, though nothing says so. */
const block =
  /(<\/?(?:address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>)/i;
/** No text is laid out deeper, but one that is to keep a shop busy. */
const deepest = 100;
/** Within these, text is what it is. */
const closed = new Set(
  "dd dl dt figcaption h1 h2 h3 h4 h5 h6 li ol p pre script style table tbody td tfoot th thead tr ul".split(" "),
);

/**
 * A text as WordPress shows it: blank lines end a paragraph and line ends are kept, also where text stands between
 * headings and lists, which HTML itself would run together.
 */
export function wordPressParagraphs(html: string): string {
  const open: string[] = [];
  const parts = html.replaceAll("\r\n", "\n").split(block);
  if (parts.length === 1) return html;
  const written = parts.map((part, at) => {
    if (at % 2 === 0) return open.some((name) => closed.has(name)) ? part : paragraphs(part);
    const [, end = "", name = ""] = /^<(\/?)([a-z]\w*)/i.exec(part.toLowerCase()) ?? [];
    if (end === "") {
      if (!["hr", "iframe"].includes(name) && open.length < deepest) open.push(name);
    } else {
      const last = open.lastIndexOf(name);
      if (last >= 0) open.length = last;
    }
    return part;
  });
  return written.join("");
}

/** Several such texts one after another: each keeps its own lines. */
export const textsTogether = (texts: readonly string[]): string => {
  const said = texts.filter((text) => text !== "");
  return said.length < 2
    ? (said[0] ?? "")
    : said.map((text) => (block.test(text) ? text : paragraphs(text))).join("\n");
};

const nothing = /^(?:\s|&nbsp;|<br\s*\/?>)*$/i;

function paragraphs(text: string): string {
  const said = text.split(/\n(?:[^\S\n]|&nbsp;)*\n/).filter((part) => !nothing.test(part));
  if (said.length === 0) return text.includes("\n") ? "\n" : "";
  return said.map((part) => `<p>${part.trim().replaceAll("\n", "<br />")}</p>`).join("\n");
}
