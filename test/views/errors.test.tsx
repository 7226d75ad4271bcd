import { describe, expect, test } from "bun:test";
import { ErrorNotice, ErrorPage } from "#views/errors.tsx";
import { toCents } from "#src/pricing/money.ts";
import { brokenOut, hostile, pageShell } from "./page-shell.ts";

const page = (given: Partial<Parameters<typeof ErrorPage>[0]> = {}) =>
  ErrorPage({ status: 404, message: "There is no such page.", requestId: "7f3a", ...given }) as string;

describe("an error page", () => {
  test("stands without a shop, says what happened and which request it was", () => {
    const html = page({ status: 500, message: "The shop broke." });
    expect(html).toContain("<h1>The stall fell over</h1>");
    expect(html).toContain("Error 500 · request 7f3a");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain("<!--pc:");
  });

  test("for a missing page offers the search with what was looked for, and guesses", () => {
    const card = {
      ...{ handle: "round-teapot", title: "Round Teapot", subtitle: "", compareAt: null, available: true, picture: "" },
      ...{ priceFrom: toCents(7800), priceTo: toCents(7800), ratingSum: 0, ratingCount: 0 },
    };
    const html = page({ shell: pageShell(), looked: "round teepot", guesses: { cards: [card], currency: "USD" } });
    expect(html).toContain('value="round teepot"');
    expect(html).toContain("You may have meant");
    expect(html).toContain('href="/products/round-teapot"');
  });

  test("says when to come again", () => {
    expect(page({ status: 503, message: "Busy.", retryAfter: 30 })).toContain("again in 30 seconds");
  });

  test("shows hostile text as text", () => {
    expect(brokenOut(page({ message: hostile, looked: hostile, requestId: hostile }))).toBeFalse();
    expect(brokenOut(ErrorNotice({ status: 500, message: hostile, requestId: hostile }) as string)).toBeFalse();
  });
});

describe("an error for htmx", () => {
  const notice = (status: number) => ErrorNotice({ status, message: "It broke.", requestId: "7f3a" }) as string;

  test("goes above the page and leaves what was being changed as it is", () => {
    expect(notice(500)).toStartWith('<hx-partial hx-target="#notices"');
    expect(notice(500)).toEndWith("</hx-partial>");
  });

  test("can be tried again where that may help", () => {
    expect(notice(503)).toContain("data-retry");
    expect(notice(429)).toContain("data-retry");
    expect(notice(404)).not.toContain("data-retry");
  });
});
