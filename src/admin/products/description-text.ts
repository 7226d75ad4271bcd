import { richText } from "../../catalog/rich-text.ts";

/**
 * A description as one would type it: where it is nothing but paragraphs, plain words with empty lines between; anything
 * more stays the HTML that it is. Saved again unchanged, it is the same.
 */
export function descriptionText(html: string): string {
  const plain = html
    .replace(/^<p>|<\/p>$/g, "")
    .replaceAll(/<\/p>\s*<p>/g, "\n\n")
    .replaceAll("<br />", "\n")
    .replaceAll("&amp;", "&");
  return !/<[a-z/]/i.test(plain) && richText(plain) === html ? plain : html;
}
