import { expect, test } from "bun:test";
import { descriptionText } from "#src/admin/products/description-text.ts";
import { richText } from "#src/catalog/rich-text.ts";

test("words that were typed plainly are plain again in the form, and the same once they are saved", () => {
  for (const typed of ["Knitted in Leipzig.\n\nWash by hand.", "One line\nand another", "Salt & pepper, 5 > 3", ""]) {
    const kept = richText(typed);
    expect(richText(descriptionText(kept))).toBe(kept);
    if (!typed.includes(">")) expect(descriptionText(kept)).toBe(typed);
  }
});

test("what has more in it than paragraphs stays as it is", () => {
  for (const html of [
    "<p>A <strong>b</strong></p>",
    "<ul><li>a</li></ul>",
    "<p>a</p><p>b</p>",
    "<p>&lt;p&gt; is a mark</p>",
    "<p>&amp;lt;</p>",
    '<p><a href="/x">a</a></p>',
  ]) {
    const kept = richText(html);
    expect(richText(descriptionText(kept))).toBe(kept);
    if (html.includes("<strong>") || html.includes("<ul>")) expect(descriptionText(kept)).toBe(kept);
  }
});
