import { expect, test } from "bun:test";
import { richText } from "#src/catalog/rich-text.ts";
import { decodeEntities, shortLine, unescaped } from "#src/catalog/import/woo-text.ts";

test("names lose their entities, whichever letter they name, and once only", () => {
  expect(decodeEntities("Caf&eacute; &amp; B&uuml;cher &#8222;Amrum&#8220;")).toBe("Café & Bücher „Amrum“");
  expect(decodeEntities("&lt;b&gt; &amp;amp; &nosuch; & Co; &#0;")).toBe("<b> &amp; &nosuch; & Co; ");
  expect(shortLine("<p>Ein Hemd f&uuml;r den Sommer.</p>").line).toBe("Ein Hemd für den Sommer.");
});

test("descriptions get their lines back and lose the codes of page builders, but no words", () => {
  expect(unescaped(String.raw`One\nTwo\\n`)).toBe(`One\nTwo${String.raw`\n`}`);
  expect(
    richText(unescaped('[vc_row][vc_column width="1/2"]Oak[/vc_column][/vc_row] [gallery ids="1,2"] [Sale] [1]')),
  ).toBe("<p>Oak</p>\n<p>[Sale] [1]</p>");
  expect(richText(unescaped(String.raw`Oak.\n\nOiled.\nTwice.`))).toBe("<p>Oak.</p>\n<p>Oiled.<br />Twice.</p>");
});

test("what is empty leaves no line behind", () => {
  expect(richText("<ul><li>one</li><li>&nbsp;</li></ul><h2></h2><p> <br></p>")).toBe("<ul><li>one</li></ul>");
});

test("codes of any plugin go, their headings and whatever else stands in brackets stay", () => {
  const tabs =
    '[tabs][tab title="Care"]Wash cold[/tab][su_button url="x"]Call us[/su_button][/tabs][size_chart id="7"]';
  expect(richText(unescaped(tabs))).toBe("<h3>Care</h3><p>Wash cold</p>\n<p>Call us</p>");
  const kept = "[Set of 2] cups [11oz], see [1] and [note: x]";
  expect(unescaped(kept)).toBe(kept);
  expect(unescaped("[vc_raw_html]JTNDcCUzRQ==[/vc_raw_html]Oak [embed]https://video.example[/embed]").trim()).toBe(
    "Oak",
  );
});

test.each([
  ["[caption]".repeat(30_000), "codes that never end"],
  ["[a ".repeat(300_000), "brackets that never close"],
  [`[a ${"b=c ".repeat(250_000)}`, "one with settings without end"],
  [`[tab ${'title="x '.repeat(100_000)}]`, "a heading without end"],
  [`[a_${"b_".repeat(300_000)}`, "a name without end"],
  ["\n&nbsp;".repeat(150_000), "blank lines"],
  ["<p ".repeat(300_000), "tags that never close"],
  [`${"<div>x".repeat(20_000)}${"</p>x".repeat(20_000)}`, "elements in one another"],
  [`${"\u00a0".repeat(100_000)}x`, "hard blanks"],
  ["<p><b></b> <br>".repeat(30_000), "empty marks"],
  [`&lt;p${" ".repeat(500_000)}`, "blanks"],
])("a hostile text is read in a moment: %#", (text) => {
  const before = performance.now();
  unescaped(text);
  shortLine(text);
  expect(performance.now() - before).toBeLessThan(1500);
});

test("text between headings and lists is in paragraphs, as WordPress shows it", () => {
  const text = String.raw`<h2>Care</h2>\nWash <b>cold</b>.\nHang.\n\n&nbsp;\n\nNo dryer.\n<ul>\n <li>one</li>\n</ul>\nThe end`;
  expect(richText(unescaped(text)).replace(/\s*\n\s*/g, "")).toBe(
    "<h2>Care</h2><p>Wash <strong>cold</strong>.<br />Hang.</p><p>No dryer.</p><ul><li>one</li></ul><p>The end</p>",
  );
});

test("tags that were written as text are tags again", () => {
  expect(unescaped("&lt;p&gt;Oak &amp;amp; ash&lt;/p&gt;")).toBe("<p>Oak &amp; ash</p>");
  expect(unescaped("5 &lt; 6")).toBe("5 &lt; 6");
});
