import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { BuyBoxPart, BuyForm, BuyRefusal } from "#views/catalog/buy-box.tsx";
import { Gallery } from "#views/catalog/gallery.tsx";
import { LikePart } from "#views/catalog/like.tsx";
import { ProductPage } from "#views/catalog/product.tsx";
import { fillPersonal } from "#views/personal.tsx";
import { buy, card, product } from "./catalog-samples.ts";
import { brokenOut, doubledIds, hostile, lostTargets, pageShell } from "./page-shell.ts";

const html = (element: JSX.Element) => element as string;
const page = (given: Parameters<typeof product>[0] = {}) =>
  html(<ProductPage shell={pageShell()} product={product(given)} />);
const facts = (text: string) =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) => JSON.parse(json ?? ""));

describe("the quantity adjuster", () => {
  const form = (given: Parameters<typeof buy>[0] = {}) => html(<BuyForm buy={buy(given)} />);

  test("has the ids, kinds and attributes that were agreed on", () => {
    expect(form()).toContain('<input id="item-quantity" name="quantity" type="text" inputmode="numeric" value="2"');
    expect(form()).toContain('<output id="total-price" for="item-quantity">$59.98</output>');
    expect(form()).toContain('<button class="button wide" id="add-to-cart">Add to cart</button>');
    expect(form()).toContain('hx-get="/products/round-teapot/preview" hx-trigger="input"');
    expect(form()).toContain('hx-sync="this:replace" hx-swap="outerHTML settle:0"');
  });

  test("keeps what was typed, shows $0.00 and cannot be sent when it is no number", () => {
    const drawn = form({ preview: { field: "abc", total: "$0.00", isOn: false } });
    expect(drawn).toContain('value="abc"');
    expect(drawn).toContain(">$0.00</output>");
    expect(drawn).toContain('id="add-to-cart" disabled>');
    expect(drawn).toContain('aria-hidden="true" disabled>');
  });

  test("without scripts its buttons ask for the page again, and so does a choice", () => {
    expect(form()).toContain('formaction="/products/round-teapot" formmethod="get"');
    expect(form()).toContain("<noscript><button");
  });

  test("says beside the field why nothing was added", () => {
    const drawn = form({ refusal: "Only 3 left." });
    expect(drawn).toContain('aria-invalid="true" aria-describedby="item-quantity-error"');
    expect(drawn).toContain("Only 3 left.");
    const part = html(<BuyRefusal message={hostile} />);
    expect(part).toStartWith('<hx-partial hx-target="#item-quantity-news"');
    expect(brokenOut(part)).toBeFalse();
  });

  test("one answer carries all that follows from it, for places that are on the page", () => {
    const part = html(<BuyBoxPart buy={buy()} />);
    expect(part).toStartWith('<div class="choosing" id="choosing"');
    const targets = [...part.matchAll(/<hx-partial hx-target="#([\w-]+)"/g)].map(([, id]) => id ?? "");
    expect(targets).toEqual(["price", "shelf", "comes-to", "buy-bar", "live"]);
    for (const id of targets) expect(page()).toContain(`id="${id}"`);
  });
});

describe("options", () => {
  const options = html(<BuyForm buy={buy()} />);

  test("are radios with swatches for colours, and say what choosing them changes", () => {
    expect(options).toContain("<legend>Glaze <span>bottle green</span></legend>");
    expect(options).toContain('<i class="swatch-bottle-green"></i>');
    expect(options).toContain("<small>+$7.00</small>");
  });

  test("have swatches all or none: a colour that nobody drew leaves the others in words, too", () => {
    const [glaze, ...others] = buy().options;
    if (!glaze) throw new Error("no glaze");
    const values = glaze.values.map((value, at) => (at === 1 ? { ...value, value: "Rust" } : value));
    const mixed = html(<BuyForm buy={buy({ options: [{ ...glaze, values }, ...others] })} />);
    expect(mixed).toContain("<legend>Glaze <span>bottle green</span></legend>");
    expect(mixed).not.toContain('<i class="swatch-');
  });

  test("that are missing or sold out can be chosen all the same, and say why not", () => {
    expect(options).toContain(
      '<label class="option missing"><input type="radio" id="option1-2" name="option1" value="Oxblood"/>',
    );
    expect(options).toContain("<small>not in 0.9 l</small>");
    expect(options).toContain("<small>sold out</small>");
  });
});

describe("a product's page", () => {
  test("stands whole: one heading, no id twice, every target there", () => {
    const drawn = fillPersonal(page(), { cartCount: 0, account: undefined, theme: undefined, liked: ["mug"] });
    expect(drawn.match(/<h1/g)).toHaveLength(1);
    expect(doubledIds(drawn)).toEqual([]);
    expect(lostTargets(drawn)).toEqual([]);
    expect(drawn).toContain('aria-pressed="true" aria-label="Like Mug"');
    expect(drawn).toContain('aria-pressed="false" aria-label="Like Round Teapot"');
  });

  test("sold out or not made like this cannot be bought, in words", () => {
    expect(page({ buy: buy({ shelf: "none", shelfWords: "Sold out" }) })).toContain("disabled>Sold out</button>");
    expect(page({ buy: buy({ shelf: "missing" }) })).toContain("disabled>Not made like this</button>");
    expect(page({ buy: buy({ shelf: "low", shelfWords: "Only 3 left" }) })).toContain('class="stock low"');
  });

  test("a refused one says Error first in its title", () => {
    expect(page({ buy: buy({ refusal: "Only 3 left." }) })).toContain("<title>Error: Round Teapot: ");
  });

  test("stands with nothing but a name and a price", () => {
    const bare = {
      ...{ summary: "", descriptionHtml: "", vendor: "", sku: "", attributes: [], delivery: [], related: [] },
      gallery: { handle: "x", title: "X", pictures: [], shown: 0, hrefOf: String },
      buy: buy({ options: [], priceNotes: [] }),
      reviews: { sum: 0, count: 0, stars: [0, 0, 0, 0, 0] as const, list: [] },
    };
    const drawn = page(bare);
    expect(drawn).toContain("no-picture-");
    expect(drawn).not.toMatch(/About it|All \\d|Stands well beside/);
    expect(facts(drawn)[0]).not.toHaveProperty("aggregateRating");
  });

  test("without a description its measures stand in its place, once", () => {
    const drawn = page({ descriptionHtml: "", attributes: [{ name: "Glaze", value: "Celadon" }] });
    expect(drawn.match(/Celadon/g)).toHaveLength(1);
    expect(drawn).toContain("About it");
    expect(drawn).not.toContain('id="specs"');
  });

  test("tells search engines what it is, what it costs and where it hangs", () => {
    const [told, crumbs] = facts(page());
    expect(told).toMatchObject({
      ...{ "@type": "Product", name: "Round Teapot", url: "https://stall.example/products/round-teapot", sku: "TEA-1" },
      offers: { "@type": "Offer", price: "29.99", priceCurrency: "USD", availability: "https://schema.org/InStock" },
      aggregateRating: { ratingValue: "4.5", reviewCount: 2 },
    });
    expect(crumbs.itemListElement).toHaveLength(3);
    const [several] = facts(page({ priceTo: toCents(5000), variantCount: 4, available: false }));
    expect(several.offers).toMatchObject({ lowPrice: "29.99", highPrice: "50.00", offerCount: 4 });
  });

  test("shows hostile text as text everywhere", () => {
    const row = { name: hostile, value: hostile, note: hostile };
    const review = {
      author: hostile,
      place: hostile,
      rating: 5,
      title: hostile,
      body: hostile,
      reply: hostile,
      when: hostile,
      ...{ picture: hostile, pictureAlt: hostile, pictureWidth: 400, pictureHeight: 300 },
    };
    const options = buy().options.map((option) => ({
      ...option,
      ...{ name: hostile, values: option.values.map((value) => ({ ...value, value: hostile })) },
    }));
    const pictures = [
      { file: hostile, alt: hostile, width: 1, height: 1 },
      { file: hostile, alt: hostile, width: 1, height: 1 },
    ];
    const preview = { field: hostile, total: hostile, isOn: true };
    const drawn = page({
      ...{ handle: hostile, title: hostile, seoTitle: hostile, summary: hostile, vendor: hostile, sku: hostile },
      ...{ attributes: [row], delivery: [row], trail: [{ title: hostile, href: hostile }] },
      gallery: { handle: hostile, title: hostile, pictures, shown: 0, hrefOf: () => hostile },
      buy: buy({ options, handle: hostile, shelfWords: hostile, priceNotes: [hostile], refusal: hostile, preview }),
      reviews: { sum: 5, count: 1, stars: [1, 0, 0, 0, 0], list: [review] },
      related: [card({ handle: hostile, title: hostile })],
    });
    expect(brokenOut(drawn)).toBeFalse();
    expect(facts(drawn)[0].name).toBe(hostile);
    expect(brokenOut(html(<BuyBoxPart buy={buy({ options, shelfWords: hostile, preview })} />))).toBeFalse();
  });
});

test("a gallery of one has no thumbnails; of several each is a link and the shown one is marked", () => {
  const { gallery } = product();
  expect(html(<Gallery {...gallery} pictures={gallery.pictures.slice(0, 1)} />)).not.toContain("<ul");
  const drawn = html(<Gallery {...gallery} shown={1} />);
  expect(drawn).toContain('<a id="thumb-2" href="?picture=2" aria-current="true"');
  expect(drawn).toContain('alt="Round Teapot"');
});

test("a heart comes back in its new state and keeps the focus", () => {
  const part = html(<LikePart handle={hostile} title={hostile} liked />);
  expect(part).toContain('hx-swap="outerMorph"');
  expect(part).toContain('aria-pressed="true"');
  expect(brokenOut(part)).toBeFalse();
});
