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
  expect(unescaped('[vc_row][vc_column width="1/2"]Oak[/vc_column][/vc_row] [gallery ids="1,2"] [Sale] [1]')).toBe(
    "Oak  [Sale] [1]",
  );
  expect(richText(unescaped(String.raw`Oak.\n\nOiled.\nTwice.`))).toBe("<p>Oak.</p>\n<p>Oiled.<br />Twice.</p>");
});

test("what is empty leaves no line behind", () => {
  expect(richText("<ul><li>one</li><li>&nbsp;</li></ul><h2></h2><p> <br></p>")).toBe("<ul><li>one</li></ul>");
});
