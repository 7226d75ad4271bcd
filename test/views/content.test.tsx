import { expect, test } from "bun:test";
import { NewsletterForm } from "#views/content/newsletter.tsx";
import { ContentPage } from "#views/content/page.tsx";
import { brokenOut, doubledIds, hostile, pageShell } from "./page-shell.ts";

const html = (element: JSX.Element) => element as string;
const page = (given: object = {}) =>
  html(
    <ContentPage
      shell={pageShell()}
      page={{ ...{ title: "Delivery", html: "<p>By parcel.</p>", path: "/pages/delivery", contents: [] }, ...given }}
    />,
  );

test("a page to read has its contents beside it where there is enough of it", () => {
  const contents = ["where", "when", "what"].map((id) => ({ id, title: id }));
  expect(page({ contents })).toContain('<nav class="toc" aria-labelledby="toc">');
  expect(page({ contents: contents.slice(0, 2) })).not.toContain('class="toc"');
  expect(page()).toContain('<div class="prose"><p>By parcel.</p></div>');
  expect(doubledIds(page({ contents }))).toEqual([]);
});

test("a page to read shows hostile names as text", () => {
  const contents = Array.from({ length: 3 }, () => ({ id: hostile, title: hostile }));
  expect(brokenOut(page({ title: hostile, description: hostile, contents }))).toBeFalse();
});

test("the form for letters keeps what was typed, says what is wrong, and thanks", () => {
  const refused = html(<NewsletterForm typed={hostile} error={hostile} />);
  expect(refused).toContain('aria-invalid="true" aria-describedby="letter-error"');
  expect(brokenOut(refused)).toBeFalse();
  expect(html(<NewsletterForm thanks="Look into your mail." />)).toBe(
    '<p class="gap-above" id="newsletter" role="status">Look into your mail.</p>',
  );
});
