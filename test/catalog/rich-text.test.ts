import { describe, expect, test } from "bun:test";
import { richText } from "#src/catalog/rich-text.ts";

describe("descriptions", () => {
  test.each([
    ["Plain <3 text & more\r\n\r\nSecond\nline", "<p>Plain &lt;3 text &amp; more</p>\n<p>Second<br />line</p>"],
    [
      '<meta charset="utf-8"><p data-x="1" style="color:red" class="a">Hi <b>there</b></p>',
      "<p>Hi <strong>there</strong></p>",
    ],
    ["<div>one</div><div>two<div>three</div></div>", "<p>one</p><p>two</p><p>three</p>"],
    ["<h1>Size</h1><ul><li>S</li></ul>", "<h2>Size</h2><ul><li>S</li></ul>"],
    ["<p>&nbsp;</p><p>Text</p><p><br></p>", "<p>Text</p>"],
    ["<table><tr><td colspan=2 width=9>x</td></tr></table>", '<table><tr><td colspan="2">x</td></tr></table>'],
    ["<font color=red>cheap</font>", "<p>cheap</p>"],
    ["“Quotes” – dashes", "<p>“Quotes” – dashes</p>"],
    ["", ""],
  ])("%p", (html, clean) => expect(richText(html)).toBe(clean));

  test.each([
    ['<p hx-get="/a" data-hx-post="/b" hx-on:click="x" onclick="x">a</p>', "<p>a</p>"],
    ["<script>alert(1)</script><style>p{}</style>", ""],
    ["<svg><script>alert(1)</script></svg>after", "<p>after</p>"],
    ["<img src=x onerror=alert(1)>", ""],
    ['<a href="javascript:alert(1)">x</a>', "<p><a>x</a></p>"],
    ['<a href="//elsewhere.example">x</a>', "<p><a>x</a></p>"],
    [
      '<a href="https://a.example/?b=1&c=2" target="_blank">x</a>',
      '<p><a href="https://a.example/?b=1&amp;c=2">x</a></p>',
    ],
    ["<form action=/x><input name=a><button>Go</button></form>", "<p>Go</p>"],
    ["<math><mi href=x>1</mi></math>", ""],
    ["<base href=x><link rel=x><iframe src=x>in</iframe>", ""],
  ])("nothing that loads or runs: %p", (html, clean) => expect(richText(html)).toBe(clean));

  test("doing it twice changes nothing", () => {
    for (const html of [
      "<p><strong><ul><li>a</li></ul></strong></p>",
      "a<p>b<p>c",
      "<div><p>x</p>y</div>",
      "<b>x\n\ny</b>",
    ]) {
      expect(richText(richText(html))).toBe(richText(html));
    }
  });
});

const payloads = Bun.file(`${import.meta.dir}/../../../shared/data/hostile/xss-payloads.json`);

test.skipIf(!(await payloads.exists()))(
  "none of 300 payloads survives, and all are settled after one time",
  async () => {
    const allowed =
      /<(?!\/?(?:p|br|hr|h2|h3|h4|[uod]l|li|dt|dd|blockquote|pre|code|strong|em|u|s|su[bp]|small|a|table|caption|t[rhd]|thead|tbody|tfoot)\b)/i;
    for (const payload of (await payloads.json()) as string[]) {
      const clean = richText(payload);
      expect(clean).not.toMatch(allowed);
      expect(clean.match(/<[^>]*>/g)?.join("") ?? "").not.toMatch(/script:|\son\w+=|style=|hx-/i);
      expect(richText(clean)).toBe(clean);
    }
  },
);

test("text beside blocks is a paragraph, and no paragraph begins or ends with blank lines", () => {
  expect(richText("Oak.<ul><li>one</li></ul>More <b>of</b> it<p><br>Then<br><br></p>")).toBe(
    "<p>Oak.</p><ul><li>one</li></ul><p>More <strong>of</strong> it</p><p>Then</p>",
  );
  expect(richText("<p>One<br><br><br><br>two<sup></sup>!<b> </b>three</p>")).toBe("<p>One<br /><br />two! three</p>");
  expect(richText("<table><tr><td>in a cell</td></tr></table>")).toBe("<table><tr><td>in a cell</td></tr></table>");
});

test.each([
  ["<p>" + "\u00a0".repeat(60) + "x</p>", "hard blanks before a word"],
  ["<ul><li>" + "\u00a0 <br>".repeat(2000) + "x</li></ul>", "blank lines before a word"],
  ["<p>" + "<br>".repeat(5000) + "x" + "<br> ".repeat(5000) + "</p>", "breaks"],
  ["<strong>" + " \u00a0".repeat(5000), "a mark that never ends"],
  ["<b>".repeat(13_000) + "x", "I06: marks within each other"],
  ["<ul><li>".repeat(5000) + "x", "I06: lists within each other"],
])("is made in a moment, whatever stands in it: %#", (html) => {
  const before = performance.now();
  const text = richText(html);
  expect(performance.now() - before).toBeLessThan(1000);
  if (html.includes("x")) expect(text).toContain("x");
});
