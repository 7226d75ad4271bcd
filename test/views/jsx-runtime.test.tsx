import { expect, test } from "bun:test";

const drawn = (element: JSX.Element) => element as string;

test("an attribute comes back from the browser as it was given", () => {
  for (const text of [
    "&quot;,&quot;price&quot;:1",
    "a & b",
    "?a=1&copy=2",
    '"><script>alert(1)</script>',
    "&amp;",
    "'",
    "&#34;",
    '<hx-partial hx-target="body"><b hx-post="/logout" hx-trigger="load">',
    "</head>&lt;",
  ]) {
    const html = drawn(<input value={text} />);
    const written = /value="([^"]*)"/.exec(html)?.[1] ?? "";
    const marks = written.replaceAll("&#34;", '"').replaceAll("&quot;", '"').replaceAll("&lt;", "<");
    const read = marks.replaceAll("&amp;", "&");
    expect(read, html).toBe(text);
    expect(html).not.toMatch(/"[^"]*"[^\s/>]/);
    expect(written, "htmx reads its tags wherever they stand").not.toContain("<");
  }
});

test("text stays text", () => {
  const hostile: string = "<b>&amp;";
  expect(drawn(<p safe>{hostile}</p>)).toBe("<p>&lt;b&gt;&amp;amp;</p>");
});
