import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { collections, products, redirects, variants } from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
  await seedDemo(shop.deps);
});
afterAll(() => shop.close());

const page = async (path: string, status = 200) => {
  const response = await shop.get(path);
  expect(response.status, path).toBe(status);
  return response.text();
};
const part = async (path: string) => (await shop.htmx.get(path)).text();
const cards = (html: string) =>
  [...html.matchAll(/<li class="product-card">.*?<a href="\/products\/([^"]+)"/gs)].map((found) => found[1]);
const queries = async (path: string) => {
  const before = shop.deps.store.statements();
  await page(path);
  return shop.deps.store.statements() - before;
};

describe("the front page", () => {
  test("shows rows, shelves with what is on them, and a story", async () => {
    const html = await page("/");
    expect(html).toContain("Open all week, packed by hand");
    expect(html).toContain("On the cart this week");
    expect(cards(html).slice(0, 2)).toEqual(["pushcart-mug", "storm-lantern"]);
    expect(html).toMatch(/Ceramics<span>8 things, from \$/);
    expect(html).toContain("Pantry<span>10 things</span>"); // one of them is free
    expect(html).toContain("All 60 things");
    expect(html).toContain("/pictures/hero-about.svg");
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/"');
  });

  test("of a young shop leads to all there is, says so where more is behind it, and offers no place it has not", async () => {
    const products = ["Mug", "Jug", "Pot"].map((title) => ({ title, price: 500 }));
    await using young = await openShop({ products, settings: { name: "Three things", tagline: "Cups and the like" } });
    const html = await (await young.get("/")).text();
    for (const each of ["Three things", "Cups and the like", "See what is on the cart"]) expect(html).toContain(each);
    expect(html).not.toMatch(/All \d+ things/);
    expect(html).toContain("At pick-up"); // The Old Mill
    await using five = await openShop({ products: ["A", "B", "C", "D", "E"].map((title) => ({ title, price: 500 })) });
    expect(await (await five.get("/")).text()).toContain("All 5 things");
  });

  test("of a shop without goods says that it opens soon", async () => {
    await using empty = await openShop();
    const html = await (await empty.get("/")).text();
    expect(html).toContain("Opening soon");
    expect(html).not.toContain("See what is on the cart");
  });
});

describe("a collection", () => {
  test("shows its goods in their order, with counts beside each filter", async () => {
    const html = await page("/collections/ceramics");
    expect(html).toContain("<strong>8 things</strong>");
    expect(cards(html)[0]).toBe("pushcart-mug");
    expect(html).toMatch(/name="glaze" value="Oat"\/><span>Oat<\/span><span class="n">4<\/span>/);
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/collections/ceramics"');
  });

  test("is filtered, counted anew, and each filter can be taken away", async () => {
    const html = await page("/collections/ceramics?glaze=Oat&glaze=Celadon&price_max=50&sort=price_asc");
    expect(html).toContain('href="/collections/ceramics?glaze=Celadon&amp;price_max=50&amp;sort=price_asc"');
    expect(html).toContain("Up to $50");
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(cards(html).length).toBeGreaterThan(1);
  });

  test("says which filter left nothing, and offers to drop it", async () => {
    const html = await page("/collections/ceramics?glaze=Oat&price_min=900");
    expect(html).toContain("Nothing is left");
    expect(html).toContain("“From $900” does not go with the rest. Without it there are 4 things.");
    expect(html).toContain('href="/collections/ceramics?glaze=Oat"');
  });

  test("answers htmx with results and filters, and a clean address", async () => {
    const response = await shop.htmx.get("/collections/ceramics?glaze=Oat&price_min=&price_max=&sort=featured");
    expect(response.headers.get("HX-Push-Url")).toBe("/collections/ceramics?glaze=Oat");
    const html = await response.text();
    expect(html).toStartWith('<section id="results"');
    expect(html).toContain('<hx-partial hx-target="#facets"');
    expect(html).not.toContain("<html");
  });

  test("has pages, and shows the last one to whoever goes beyond", async () => {
    const [gifts] = await shop.deps.store.read.select().from(collections).where(eq(collections.id, "demo-gifts"));
    const last = Math.ceil((gifts?.productCount ?? 0) / 24);
    expect(cards(await page(`/collections/gifts?page=${last}`))).toEqual(
      cards(await page("/collections/gifts?page=9999")),
    );
  });

  test("moves for good where its address has changed, and is not found where there is none", async () => {
    await shop.deps.store.write((tx) =>
      tx.insert(redirects).values({ from: "collections/pots", what: "collection", targetId: "demo-ceramics" }),
    );
    const moved = await shop.get("/collections/pots");
    expect([moved.status, moved.headers.get("Location")]).toEqual([301, "/collections/ceramics"]);
    await page("/collections/nobody", 404);
  });
});

describe("a product", () => {
  test("shows name, price, shelf, delivery, facts for search engines and what stands beside it", async () => {
    const html = await page("/products/pushcart-mug");
    expect(html).toContain("<h1>Pushcart Mug</h1>");
    expect(html).toContain('<output id="total-price" for="item-quantity">$29.99</output>');
    expect(html).toContain("140 in stock");
    expect(html).toContain("$6.95, three to six days");
    expect(html).toMatch(
      /"@type":"Product".*"price":"29.99","priceCurrency":"USD","availability":"https:\/\/schema.org\/InStock"/,
    );
    expect(html).toContain('<meta property="og:image" content="http://localhost:3000/pictures/pushcart-mug-640.webp"');
    const shared = await shop.get("/pictures/pushcart-mug-640.webp");
    expect([shared.status, shared.headers.get("Content-Type")]).toEqual([200, "image/webp"]);
    expect(cards(html)).toContain("breakfast-bowl");
  });

  test("shows price, picture and shelf of the combination that an address names", async () => {
    const html = await page("/products/ledger-notebook?option1=Ledger%2C+8+%C3%97+12+in&option2=Kraft&option3=Grid");
    expect(html).toContain("Sold out in ledger, 8 × 12 in, kraft, grid");
    expect(html).toMatch(/class="main"><div class="picture"><img src="\/pictures\/ledger-notebook--kraft.svg"/);
    expect(html).toMatch(/id="add-to-cart" disabled/);
  });

  test("says so after the last one was sold", async () => {
    expect(await page("/products/salt-pig")).toMatch(/<span class="ticket gone big">Sold out/);
    expect(await page("/products/french-rolling-pin")).toContain("Only 3 left");
    await shop.deps.store.write(async (tx) => {
      await tx.update(variants).set({ stock: 0 }).where(eq(variants.productId, "demo-french-rolling-pin"));
      await keepProducts(tx, ["demo-french-rolling-pin"]);
    });
    expect(await page("/products/french-rolling-pin")).toMatch(/<span class="ticket gone big">Sold out/);
    expect(await page("/collections/kitchen")).toMatch(/french-rolling-pin.*?ticket gone/s);
  });

  test("takes over a change of what stands beside it", async () => {
    for (const _ of [1, 2, 3]) expect(await page("/products/pushcart-mug")).toContain("Breakfast Bowl");
    await shop.deps.store.write(async (tx) => {
      await tx.update(products).set({ title: "Porridge Bowl" }).where(eq(products.id, "demo-breakfast-bowl"));
      await keepProducts(tx, ["demo-breakfast-bowl"]);
    });
    expect(await page("/products/pushcart-mug")).toContain("Porridge Bowl");
  });

  test("is not found as a draft, and moves where its address has changed", async () => {
    await shop.deps.store.write(async (tx) => {
      await tx.update(products).set({ status: "draft" }).where(eq(products.id, "demo-counter-bell"));
      await tx
        .insert(redirects)
        .values({ from: "products/ye-olde-mug", what: "product", targetId: "demo-pushcart-mug" });
      await tx
        .insert(redirects)
        .values({ from: "products/ye-olde-bell", what: "product", targetId: "demo-counter-bell" });
      await tx
        .insert(redirects)
        .values({ from: "products/all-the-pots", what: "collection", targetId: "demo-ceramics" });
      await keepProducts(tx, ["demo-counter-bell"]);
    });
    const missing = await page("/products/counter-bell", 404);
    expect(missing).toContain('name="q" type="search" value="counter bell"');
    expect(missing).toContain("The Saturday Stall");
    expect(cards(await page("/products/the-teapot-i-saw", 404)).length).toBe(4);
    expect(cards(await page("/collections/teapto", 404))).toEqual(["round-teapot"]);
    await page("/products/ye-olde-bell", 404);
    const moved = await shop.get("/products/ye-olde-mug");
    expect([moved.status, moved.headers.get("Location")]).toEqual([301, "/products/pushcart-mug"]);
    const gathered = await shop.get("/products/all-the-pots");
    expect([gathered.status, gathered.headers.get("Location")]).toEqual([301, "/collections/ceramics"]);
    expect(await part("/search/suggest?q=counter")).not.toContain("Counter Bell");
  });

  test("shows another picture when asked, to htmx only the gallery", async () => {
    const html = await part("/products/round-teapot?picture=2");
    expect(html).toStartWith('<section class="gallery" id="gallery"');
    expect(html).toMatch(/class="main"><div class="picture"><img src="\/pictures\/round-teapot--oxblood.svg"/);
  });
});

describe("the quantity adjuster", () => {
  test.each([
    ["2", "$59.98", '"2"', false],
    ["99", "$2969.01", '"99"', false],
    ["100", "$2969.01", '"99"', false],
    ["0", "$0.00", '"0"', true],
    ["abc", "$0.00", '"abc"', true],
    ['"><script>', "$0.00", '"&#34;>&lt;script>"', true],
  ])("answers %p with %p", async (typed, total, field, isOff) => {
    const html = await part(
      `/products/pushcart-mug/preview?${new URLSearchParams({ handle: "pushcart-mug", quantity: typed })}`,
    );
    expect(html).toContain(`<output id="total-price" for="item-quantity">${total}</output>`);
    expect(html).toContain(`id="item-quantity" name="quantity" type="text" inputmode="numeric" value=${field}`);
    expect(/id="add-to-cart" disabled/.test(html)).toBe(isOff);
  });

  test("follows the options, and says where a combination is sold out", async () => {
    const html = await part(
      "/products/ledger-notebook/preview?option1=Ledger%2C+8+%C3%97+12+in&option2=Kraft&option3=Grid&quantity=2",
    );
    expect(html).toContain('<hx-partial hx-target="#price"');
    expect(html).toContain("Sold out in ledger");
    expect(html).toContain("ledger-notebook--kraft.svg");
  });

  test("sends pictures only where another combination was chosen", async () => {
    const ask = async (more: Record<string, string>) => {
      const asked = { option1: "Pocket, 3.5 × 5.5 in", option2: "Kraft", option3: "Plain", quantity: "2", ...more };
      return part(`/products/ledger-notebook/preview?${new URLSearchParams(asked)}`);
    };
    const seen = "Pocket, 3.5 × 5.5 in|Kraft|Plain";
    const same = await ask({ seen });
    expect(same).not.toContain('hx-target="#gallery"');
    expect(/name="seen" value="([^"]*)"/.exec(same)?.[1]).toBe(seen);
    expect(await ask({ seen, option2: "Ink" })).toContain('hx-target="#gallery"');
    expect(await ask({ seen: "" })).toContain('hx-target="#gallery"');
    expect(await ask({})).toContain('hx-target="#gallery"');
    expect(await part("/products/round-teapot/preview?handle=round-teapot&quantity=3")).not.toContain("#gallery");
  });

  test("without scripts leads to the page, whose buttons count", async () => {
    const plain = await shop.get("/products/pushcart-mug/preview?quantity=3");
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/products/pushcart-mug?quantity=3"]);
    expect(await page("/products/pushcart-mug?quantity=3&op=inc")).toContain('value="4"');
    expect(await page("/products/pushcart-mug?quantity=1&op=dec")).toContain('value="1"');
    expect((await shop.htmx.get("/products/nobody/preview?quantity=1")).status).toBe(404);
  });
});

describe("the search", () => {
  test("finds, mends a slip, and says what it did", async () => {
    expect(await page("/search?q=teapot")).toContain("1 thing for “teapot”");
    const mended = await page("/search?q=teapto");
    expect(mended).toContain("There is nothing for “teapto”. This is for “teapot”.");
    expect(cards(mended)).toEqual(["round-teapot"]);
    expect(await page("/search?q=TOL-MUG")).toContain("Pushcart Mug");
  });

  test("helps on when nothing is found, and shows everything when nothing was asked", async () => {
    const html = await page("/search?q=zzzzqqq");
    expect(html).toContain("Nothing for “zzzzqqq”");
    expect(cards(html)).toHaveLength(4);
    expect(cards(await page("/search"))).toHaveLength(24);
    expect(cards(await page("/search?page=3"))).toHaveLength(11);
  });

  test("suggests goods and shelves while one types, and leads to the results without htmx", async () => {
    const html = await part("/search/suggest?q=cer");
    expect(html).toContain('role="listbox"');
    expect(html).toContain('href="/collections/ceramics"');
    expect(await part("/search/suggest?q=t")).toContain('<div id="suggest" hidden></div>');
    const plain = await shop.get("/search/suggest?q=tea+pot");
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/search?q=tea+pot"]);
  });

  test("is counted for each address, but not what is kept", async () => {
    await using strict = await openShop({ limits: true });
    const ask = async (q: string) => (await strict.get(`/search?q=${q}`)).status;
    for (let n = 0; n < 58; n += 1) await ask(`word${n}`);
    await ask("word7"); // a search is kept from its second time on
    await ask("last");
    expect(await ask("one-more")).toBe(429);
    expect(await ask("word7")).toBe(200);
  });
});

describe("what pages cost", () => {
  test.each([
    ["/", 1],
    ["/collections/kitchen", 2],
    ["/collections/kitchen?stock=1&price_min=10&sort=rated", 2],
    ["/products/ledger-notebook?option2=Ink", 1],
    ["/search?q=stoneware", 1],
    ["/search?q=lantren", 2],
    ["/search?q=qqqqqqq", 2],
  ])("%s is %d queries the first time", async (path, most) => {
    await page("/search?q=settings+and+menu+are+in+memory+now");
    await shop.deps.store.write((tx) => keepProducts(tx, ["demo-pushcart-mug"]));
    const asked = path.includes("?") ? `${path}&n=1` : `${path}?n=1`;
    expect(await queries(asked)).toBeLessThanOrEqual(most + 1); // on SQLite versions are read again after a write
  });

  test("nothing, where the page is kept", async () => {
    for (const path of ["/", "/collections/kitchen", "/products/bread-knife", "/search?q=knife"]) {
      for (const _ of [1, 2]) await page(path);
      expect(await queries(path), path).toBe(0);
    }
  });
});
