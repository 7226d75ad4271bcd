import { describe, expect, test } from "bun:test";
import { Layout } from "#views/layout.tsx";
import { fillPersonal, personalMark, personalMarks } from "#views/personal.tsx";
import { brokenOut, doubledIds, hostile, lostTargets, pageShell } from "./page-shell.ts";

const nobody = { cartCount: 0, account: undefined, theme: undefined, liked: [] };
const ruth = { cartCount: 3, account: "Ruth", theme: "dark", liked: [] } as const;
const page = (given: Partial<Parameters<typeof Layout>[0]> = {}) =>
  Layout({ shell: pageShell(), title: "Ceramics", ...given }) as string;

describe("the frame of a page", () => {
  test("has one title, one main, a way past the header, and no id twice", () => {
    const html = fillPersonal(page(), nobody);
    expect(html).toContain("<title>Ceramics: The Saturday Stall</title>");
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('<a class="skip-link" href="#main">');
    expect(doubledIds(html)).toEqual([]);
    expect(lostTargets(html)).toEqual([]);
  });

  test("marks where one is in the menu", () => {
    expect(page()).toContain('<a href="/collections/ceramics" aria-current="page">Ceramics</a>');
    const elsewhere = page({ shell: pageShell({ path: "/collections/kitchen" }) });
    expect(elsewhere).toContain('<a href="/collections/ceramics">Ceramics</a>');
  });

  test("names nine shelves at most and says where the others are", () => {
    const menu = Array.from({ length: 30 }, (_, at) => ({ title: `Shelf ${at}`, handle: `shelf-${at}` }));
    const html = page({ shell: pageShell({ menu }) });
    expect(html.match(/href="\/collections\/shelf-/g)).toHaveLength(8);
    expect(html).toContain('<a href="/#where">All shelves</a>');
  });

  test("stands without shelves, pages, address and email", () => {
    const { shop } = pageShell();
    const bare = { ...shop, email: "", testMode: false };
    const html = page({ shell: pageShell({ shop: bare, place: "", menu: [], pages: [] }) });
    expect(html).toContain('placeholder="Search the shop"');
    expect(html).not.toContain("mailto:");
    expect(html).not.toContain("<h2>The shop</h2>");
  });

  test("has what leads behind the shop beside the pages about it, and help for itself", () => {
    const foot = page().split("<h2>Help</h2>")[1] ?? "";
    const [help = "", about = ""] = foot.split("<h2>The shop</h2>");
    for (const each of ["Where is my order?", "Delivery"]) expect(help).toContain(each);
    for (const each of ["About the stall", "How this shop works", "For programs"]) expect(about).toContain(each);
    expect(page()).toContain("The Saturday Stall, 14 Mill Street, Harrow Mills, WI 54699");
  });

  test("offers payment at pick-up only where there is a place to pick up", () => {
    const { shop } = pageShell();
    const payments = { ...shop.payments, onPickup: true };
    const foot = (picksUp: boolean) => page({ shell: pageShell({ shop: { ...shop, payments }, picksUp }) });
    expect(foot(true)).toContain("At pick-up");
    expect(foot(false)).not.toContain("At pick-up");
  });

  test("runs and styles nothing inline", () => {
    const html = page({ jsonLd: [{ name: hostile }] });
    expect(page()).not.toMatch(/<style|\sstyle=|\son\w+=/);
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toMatch(/ src="|application\/ld\+json/);
    expect(html).not.toContain("</script><!--");
  });

  test("shows hostile names as text, in the title, menu, footer, search and facts", () => {
    const { shop } = pageShell();
    const shell = pageShell({
      shop: { ...shop, name: hostile },
      place: hostile,
      menu: [{ title: hostile, handle: hostile }],
      pages: [{ title: hostile, handle: hostile, column: "help" }],
    });
    const html = page({ shell, title: hostile, description: hostile, q: hostile, jsonLd: [{ name: hostile }] });
    expect(brokenOut(html)).toBeFalse();
    expect(html.split(personalMark).filter((_, at) => at % 2 === 1)).toEqual([
      "theme",
      "xray:",
      "news",
      "account",
      "count",
      "account-menu",
      "xray-switch",
      "theme-switch",
    ]);
  });

  test("an address of its own is told to search engines and in links; without one nothing is", () => {
    const html = page({ canonical: "/collections/ceramics", og: { type: "website", image: "/pictures/a.svg" } });
    expect(html).toContain('<link rel="canonical" href="https://stall.example/collections/ceramics"/>');
    expect(html).toContain('<meta property="og:image" content="https://stall.example/pictures/a.svg"/>');
    expect(page()).not.toMatch(/canonical|og:/);
  });

  test("draws anew what a changed shop is called", () => {
    page();
    const { shop } = pageShell();
    expect(page({ shell: pageShell({ shop: { ...shop, name: "Other" } }) })).toContain("<span>Other</span>");
  });
});

describe("a visitor's own parts", () => {
  test("for nobody in particular: no badge, sign in, as the system has it", () => {
    const html = fillPersonal(page(), nobody);
    expect(html).toStartWith('<html lang="en"><head>');
    expect(html).toContain('id="cart-count" hidden');
    expect(html.match(/Sign in/g)).toHaveLength(2);
    expect(html).toContain('value="system" aria-pressed="true"');
  });

  test("for somebody: theme on the first tag, count, name", () => {
    const html = fillPersonal(page(), { ...ruth, account: `Ruth ${hostile}` });
    expect(html).toStartWith('<html lang="en" data-theme="dark"><head>');
    expect(html).toContain('>3<span class="visually-hidden"> things</span>');
    expect(html).toContain('value="dark" aria-pressed="true"');
    expect(html).toContain("Account of Ruth");
    expect(brokenOut(html)).toBeFalse();
  });

  test("no mark is left over", () => {
    expect(fillPersonal(page(), ruth)).not.toContain("<!--pc:");
    for (const mark of Object.values(personalMarks)) expect(mark).toMatch(personalMark);
  });
});
