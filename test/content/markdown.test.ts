import { describe, expect, test } from "bun:test";
import { markdown, readPage } from "#src/content/markdown.ts";

describe("a page in Markdown", () => {
  test("is read with its headings", () => {
    const page = readPage("Hello.\n\n## How we choose & why\n\n- One\n\n## How we choose & why\n\nText");
    expect(page.html).toContain('<h2 id="about-how-we-choose-why">How we choose &amp; why</h2>');
    expect(page.contents).toEqual([
      { id: "about-how-we-choose-why", title: "How we choose & why" },
      { id: "about-how-we-choose-why-2", title: "How we choose & why" },
    ]);
  });

  test("may show our own pictures and questions that open, and nobody else's", () => {
    expect(readPage("![A bench](/pictures/hero-about.svg)").html).toContain(
      '<img src="/pictures/hero-about.svg" alt="A bench" />',
    );
    expect(readPage("![x](https://evil.test/x.png) ![y](//evil.test/y) ![z](/admin/orders)").html).not.toContain(
      "<img",
    );
    expect(readPage("<details><summary>When?</summary>Now.</details>").html).toContain("<summary>When?</summary>");
  });

  test.each([
    "<script>alert(1)</script>",
    '<p onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](data:text/html,hi)",
    '<div hx-get="/admin">x</div>',
    '<form action="/logout"><button>x</button></form>',
    '<iframe src="//evil.test"></iframe>',
    '<svg><a xlink:href="javascript:alert(1)"/></svg>',
    "<style>*{display:none}</style>",
    "## <img src=x onerror=alert(1)>",
  ])("does nothing of %p", (text) => {
    const html = readPage(text).html + markdown(text);
    expect(html).not.toMatch(/<(script|form|iframe|svg|style|button|div)|javascript:|data:text|onclick|onerror|hx-/i);
  });
});
