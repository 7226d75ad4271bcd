import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { CollectionMorePart, CollectionPage, CollectionPart } from "#views/catalog/collection.tsx";
import { HomePage, type HomeProps } from "#views/catalog/home.tsx";
import { ProductGrid } from "#views/catalog/product-card.tsx";
import { SearchPage, type SearchProps } from "#views/catalog/search.tsx";
import { marked, SuggestPart } from "#views/catalog/suggest.tsx";
import { personalMark } from "#views/personal.tsx";
import { card, list } from "./catalog-samples.ts";
import { brokenOut, doubledIds, hostile, lostTargets, pageShell } from "./page-shell.ts";

const html = (element: JSX.Element) => element as string;
const hostileCard = card({ handle: hostile, title: hostile, subtitle: hostile, picture: hostile });
const choice = { parameter: "glaze", value: "Oat", label: "Oat", count: 3, isChosen: false };
const collection = (given: object = {}) => ({
  ...{ handle: "ceramics", title: "Ceramics", description: "Thrown.\n\nFired.", parents: [], children: [] },
  ...{ canonical: "/collections/ceramics", list: list() },
  ...given,
});
const page = (given: object = {}) =>
  html(<CollectionPage shell={pageShell()} collection={collection(given) as never} />);

describe("a card", () => {
  const grid = (...cards: Parameters<typeof card>) =>
    html(<ProductGrid cards={cards.map((each) => card(each))} currency="USD" />);

  test("is one link by its name, and a heart that is a form", () => {
    const drawn = grid({});
    expect(drawn).toContain('<h3><a href="/products/round-teapot">Round Teapot</a></h3>');
    expect(drawn).toContain('<form method="post" action="/likes/round-teapot"');
    expect(drawn).toContain('aria-label="Like Round Teapot"');
  });

  test("tells plain, reduced, dearer kinds and sold out apart by words", () => {
    expect(grid({})).toContain('<span class="ticket">$29.99</span>');
    expect(grid({ compareAt: toCents(3999) })).toContain("Before ");
    expect(grid({ priceTo: toCents(9999) })).toContain("from $29.99");
    expect(grid({ available: false })).toContain("Sold out");
    expect(grid({ ratingCount: 0 })).not.toContain("Rated");
  });

  test("shows hostile names as text and leaves one mark, for the heart", () => {
    const drawn = html(<ProductGrid cards={[hostileCard]} currency="USD" />);
    expect(brokenOut(drawn)).toBeFalse();
    const marks = drawn.split(personalMark).filter((_, at) => at % 2 === 1);
    expect(marks).toEqual([`like:${encodeURIComponent(hostile)}`]);
  });
});

describe("a collection", () => {
  test("is a form of filters beside the goods; the sorting belongs to it", () => {
    const drawn = page({ list: list({ groups: [{ label: "Glaze", choices: [choice] }] }) });
    expect(drawn).toContain('<form class="facets sheet" id="facets" popover action="/collections/ceramics"');
    expect(drawn).toContain('<input type="checkbox" name="glaze" value="Oat"/>');
    expect(drawn).toContain('name="sort" form="facets"');
    expect(drawn).toContain("<p>Thrown.</p><p>Fired.</p>");
    expect(doubledIds(drawn)).toEqual([]);
    expect(lostTargets(drawn)).toEqual([]);
  });

  test("without anything to filter by still sorts", () => {
    const drawn = page();
    expect(drawn).toContain('<form id="facets" action="/collections/ceramics" hidden>');
    expect(drawn).not.toContain("filter-button");
  });

  test("greys out what would leave nothing, unless it is chosen", () => {
    const of = (given: object) =>
      page({ list: list({ groups: [{ label: "G", choices: [{ ...choice, ...given }] }] }) });
    expect(of({ count: 0 })).toContain('value="Oat" disabled/>');
    expect(of({ count: 0, isChosen: true })).toContain('value="Oat" checked/>');
    expect(of({ count: undefined })).not.toContain('class="n"');
  });

  test("filtered: chips that take a filter away, and nothing for search engines", () => {
    const chips = [{ label: "Oat", href: "/collections/ceramics" }];
    const drawn = page({ list: list({ chips }) });
    expect(drawn).toContain('<a class="chip" href="/collections/ceramics"><span>Oat</span>');
    expect(drawn).toContain('content="noindex"');
    expect(drawn).not.toContain("canonical");
  });

  test("with nothing left names the filter that is to blame and offers to drop it", () => {
    const culprit = { label: "Up to $3", href: "/collections/ceramics?glaze=Oat", count: 4 };
    const drawn = page({ list: list({ cards: [], total: 0, chips: [culprit], culprit }) });
    expect(drawn).toContain("“Up to $3” does not go with the rest. Without it there are 4 things.");
    expect(drawn).toContain('<a class="button" href="/collections/ceramics?glaze=Oat">Drop “Up to $3”</a>');
  });

  test("empty says so and leads on", () => {
    expect(page({ list: list({ cards: [], total: 0 }) })).toContain("This shelf is empty for now.");
  });

  test("of many has real pages, and the next can be put below", () => {
    const drawn = page({ list: list({ total: 60 }) });
    expect(drawn).toContain('<a href="/collections/ceramics?page=2" aria-label="Page 2">2</a>');
    expect(drawn).toContain('hx-get="/collections/ceramics?page=2&amp;more=1" hx-target="#goods"');
    expect(drawn).toContain("You have seen 24 of 60 things");
  });

  test("for htmx is the results, the counts of the filters and a word for the ear", () => {
    const part = html(<CollectionPart list={list({ total: 14 })} />);
    expect(part).toStartWith('<section id="results"');
    expect(part).toContain('<hx-partial hx-target="#facets" hx-swap="innerMorph">');
    expect(part).toContain('<hx-partial hx-target="#live" hx-swap="textContent">14 things</hx-partial>');
    expect(part).not.toContain("<html");
  });

  test("keeps the button that opens the filters, which has the focus to come back to, and changes what it says", () => {
    const chips = [{ label: "Oat", href: "/collections/ceramics" }];
    const part = html(<CollectionPart list={list({ chips, groups: [{ label: "Glaze", choices: [choice] }] })} />);
    expect(part).toContain('id="open-facets" popovertarget="facets" hx-preserve="true">');
    expect(part).toMatch(/<hx-partial hx-target="#open-facets" hx-swap="innerHTML"><svg.*?<\/svg>Filters \(1\)/);
  });

  test("more of it begins where one can go on", () => {
    const part = html(<CollectionMorePart list={list({ page: 2, total: 30 })} />);
    expect(part).toStartWith('<li class="product-card">');
    expect(part).toContain('<a href="/products/round-teapot" autofocus>');
    expect(part).toContain('<hx-partial hx-target=".pager"');
  });

  test("shows hostile text as text", () => {
    const chip = { label: hostile, href: hostile, count: 1 };
    const groups = [{ label: hostile, choices: [{ ...choice, value: hostile, label: hostile, parameter: hostile }] }];
    const given = { cards: [hostileCard], chips: [chip], groups, sorts: [{ value: hostile, label: hostile }] };
    const named = { title: hostile, description: hostile, children: [{ handle: hostile, title: hostile }] };
    expect(brokenOut(page({ ...named, parents: named.children, list: list(given) }))).toBeFalse();
    expect(brokenOut(page({ list: list({ cards: [], culprit: chip, chips: [chip] }) }))).toBeFalse();
  });
});

describe("the search", () => {
  const search = (given: Partial<SearchProps> = {}) =>
    html(
      <SearchPage
        shell={pageShell()}
        search={{
          ...{ q: "tea", cards: [card()], currency: "USD", total: 1, isMore: false, page: 1, perPage: 24 },
          ...{ hrefOf: (each: number) => `/search?q=tea&page=${each}`, collections: [] },
          ...given,
        }}
      />,
    );

  test("says how many it found, for what, and keeps the word in the field", () => {
    expect(search()).toContain("<h1>1 thing for “tea”</h1>");
    expect(search()).toContain('name="q" type="search" value="tea"');
    expect(search({ meant: "teapot", q: "teepot" })).toContain("There is nothing for “teepot”. This is for “teapot”.");
    expect(search({ q: "", cards: [], total: 0 })).toContain("What are you looking for?");
  });

  test("with nothing found says what to try, whom to ask, and shows goods all the same", () => {
    const drawn = search({ q: "zzz", cards: [], total: 0, instead: [card()] });
    expect(drawn).toContain("Nothing for “zzz”");
    expect(drawn).toContain("mailto:hello@stall.example");
    expect(drawn).toContain("On the cart today");
  });

  test("shows hostile text as text", () => {
    const given = {
      q: hostile,
      meant: hostile,
      collections: [{ handle: hostile, title: hostile }],
      cards: [hostileCard],
    };
    expect(brokenOut(search(given))).toBeFalse();
    expect(brokenOut(search({ ...given, cards: [], total: 0 }))).toBeFalse();
  });
});

describe("suggestions", () => {
  const thing = {
    handle: "round-teapot",
    title: "Round Teapot",
    picture: "",
    priceFrom: toCents(2999),
    available: true,
  };
  const suggest = (given: object = {}) =>
    html(<SuggestPart {...{ q: "tea", products: [thing], currency: "USD", collections: [], total: 4, ...given }} />);

  test("are a list to choose from, with ids, and all results at the end", () => {
    const drawn = suggest({ collections: [{ handle: "c", title: "Teas", productCount: 1 }] });
    expect(drawn).toStartWith('<div id="suggest" class="suggest"><div role="listbox"');
    expect(drawn).toContain('role="option" id="suggest-0" aria-selected="false" tabindex="-1"');
    expect(drawn).toContain("See all 4 results");
    expect(drawn).toContain('href="/search?q=tea"');
    expect(doubledIds(drawn)).toEqual([]);
  });

  test("are away when there is nothing to say", () => {
    expect(suggest({ q: " " })).toStartWith('<div id="suggest" hidden></div>');
    expect(suggest({ products: [] })).toContain("Nothing found");
  });

  test("set off what was typed where words begin with it, and nothing else", () => {
    expect(marked("Round Teapot", "tea")).toBe("Round <mark>Tea</mark>pot");
    expect(marked("Steam", "tea")).toBe("Steam");
    expect(marked("A.B", ".")).toBe("A.B");
    expect(marked("<b>", "(")).toBe("&lt;b&gt;");
    expect(brokenOut(suggest({ q: hostile, products: [{ ...thing, title: hostile, handle: hostile }] }))).toBeFalse();
  });
});

describe("the front page", () => {
  const home = (given: Partial<HomeProps> = {}) =>
    html(
      <HomePage
        shell={pageShell()}
        home={{
          ...{ currency: "USD", seoTitle: "", seoDescription: "", trust: ["Free delivery: from $75", "Mended"] },
          hero: {
            ...{ heading: "Open all week", text: "", picture: "hero-stall.svg", alt: "A stall", goods: [card()] },
            action: { label: "See it", href: "/collections/ceramics" },
          },
          rows: [{ title: "Today", cards: [card()] }],
          collections: [{ handle: "ceramics", title: "Ceramics", productCount: 8, priceFrom: toCents(950) }],
          ...given,
        }}
      />,
    );

  test("hangs real prices on the goods of the drawn stall", () => {
    expect(home()).toContain('<a class="tag tag-a" href="/products/round-teapot">');
    expect(home()).toContain("8 things, from $9.50");
    expect(home()).toContain("<strong>Free delivery</strong><span>from $75</span>");
    expect(doubledIds(home())).toEqual([]);
  });

  test("takes any other picture without tickets, or none", () => {
    const { hero } = {
      hero: { heading: "Hi", text: "", alt: "", goods: [card()], action: undefined },
    };
    expect(home({ hero: { ...hero, picture: "a.webp" } })).not.toContain("tag-a");
    expect(home({ hero: { ...hero, picture: "" } })).not.toContain('class="scene"');
  });

  test("of a shop without goods says that it opens soon", () => {
    expect(home({ rows: [], collections: [] })).toContain("Opening soon");
  });

  test("shows hostile text as text", () => {
    const hero = { heading: hostile, text: hostile, picture: hostile, alt: hostile, goods: [] };
    const more = { label: hostile, href: hostile };
    const given = {
      hero: { ...hero, action: { label: hostile, href: hostile } },
      ...{ trust: [hostile], rows: [{ title: hostile, cards: [hostileCard], more }] },
      collections: [{ handle: hostile, title: hostile, productCount: 1, priceFrom: null }],
      story: { picture: hostile, heading: hostile, text: hostile, more },
    };
    expect(brokenOut(home(given))).toBeFalse();
  });
});
