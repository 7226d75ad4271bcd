import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { replay } from "#src/pricing/replay.ts";
import type { Totals } from "#src/pricing/totals.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { buyThrough, type Bought, type Person } from "./bought.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

// A shop in Germany whose prices include tax: a mug for 13.05 and a jar for 9.90 at 19 %, a book for 19.99 at the reduced
// rate of 7 %, a parcel for 4.90 at 19 %. France takes 20 % and 5.5 %. Every cart: a mug, a jar, two books. All figures
// below were worked out by hand, from the rates alone.

const products = [
  { title: "Mug", price: 1305, stock: 50 },
  { title: "Jar", price: 990, stock: 50 },
  { title: "Book", price: 1999, stock: 50, taxClass: "reduced" },
];
const tax = [
  { country: "DE", rate: 190_000 },
  { country: "DE", rate: 70_000, taxClass: "reduced" },
  { country: "FR", rate: 200_000 },
  { country: "FR", rate: 55_000, taxClass: "reduced" },
];
const settings = {
  currency: "EUR",
  pricesIncludeTax: true,
  country: "DE",
  vatNumbers: true,
  address: { street: "Lindenweg 4", city: "Leipzig", region: "", postcode: "04109", country: "DE" },
} as const;

const leipzig = {
  email: "ida@example.com",
  name: "Ida Brandt",
  country: "DE",
  street: "Lindenweg 9",
  city: "Leipzig",
  postcode: "04109",
  ship: "parcel",
  bill: "asked",
  same: "yes",
};
const lyon = {
  ...leipzig,
  name: "Marc Petit",
  country: "FR",
  street: "8 rue Mercière",
  city: "Lyon",
  postcode: "69002",
};

const open: TestShop[] = [];
afterAll(() => Promise.all(open.map((shop) => shop.close())));

async function openEuroShop(more: Partial<ShopSettings> = {}): Promise<TestShop> {
  const shop = await openShop({ products, tax, shipping: 490, settings: { ...settings, ...more } });
  open.push(shop);
  return shop;
}

const goods = { "mug-0": "1", "jar-0": "1", "book-0": "2" };
const buy = (shop: TestShop, person: Person) => buyThrough(shop, goods, person);

/** The total stands on every page; the taxes, in euro, on all that have a ledger. */
function expectFigures({ cart, payment, receipt, letter, desk, order, total }: Bought, sum: string, taxes: string[]) {
  expect(total).toBe(sum.replace(".", ""));
  for (const [where, text] of Object.entries({ cart, payment, receipt, letter })) {
    expect(text, where).toContain(`€${sum}`);
    for (const each of taxes) expect(text, where).toContain(`€${each}`);
  }
  expect(desk).toContain(sum);
  expect(order.total as number).toBe(Number(total));
  replay((order.totals as Totals).steps);
}

describe("a buyer at home", () => {
  test("pays the shelf prices; the tax inside is rounded once for each rate", async () => {
    // 19 %: 13.05 + 9.90 + 4.90 = 27.85; 27.85 / 1.19 = 23.4034, so 4.45. 7 %: 39.98 / 1.07 = 37.3645 (37.36), so 2.62.
    const bought = await buy(await openEuroShop(), leipzig);
    expectFigures(bought, "67.83", ["4.45", "2.62"]);
    expect(bought.order.tax as number).toBe(707);
  });

  test("or once for each line, where the shop says so", async () => {
    // 13.05 / 1.19 = 10.9664: 2.08; 9.90: 8.3193: 1.58; 4.90: 4.1176: 0.78; together 4.44. The books: 2.62.
    const bought = await buy(await openEuroShop({ taxRounding: "line" }), leipzig);
    expectFigures(bought, "67.83", ["4.44", "2.62"]);
    expect(bought.order.tax as number).toBe(706);
  });
});

describe("a buyer in another zone", () => {
  test("pays the same where the shop keeps its shelf prices, with the other zone's tax inside", async () => {
    // 20 %: 27.85 / 1.2 = 23.2083 (23.21), so 4.64. 5.5 %: 39.98 / 1.055 = 37.8957 (37.90), so 2.08.
    const bought = await buy(await openEuroShop(), lyon);
    expectFigures(bought, "67.83", ["4.64", "2.08"]);
  });

  test("pays the net prices and the other zone's tax where the shop keeps those", async () => {
    // Net units: 10.97, 8.32, 18.68, parcel 4.12. 20 % of 23.41 = 4.682: 4.68. 5.5 % of 37.36 = 2.0548: 2.05.
    // 10.97 + 8.32 + 37.36 + 4.12 = 60.77; + 4.68 + 2.05 = 67.50.
    const shop = await openEuroShop({ taxElsewhere: "keep-net" });
    const bought = await buy(shop, lyon);
    expectFigures(bought, "67.50", ["4.68", "2.05"]);
    expect(bought.cart).toContain("€37.36");
    expect(bought.order.totals).toMatchObject({ pricesIncludeTax: false });
    expectFigures(await buy(shop, leipzig), "67.83", ["4.45", "2.62"]);
  });

  test("for each line by itself", async () => {
    // 20 %: 2.194 (2.19) + 1.664 (1.66) + 0.824 (0.82) = 4.67; 2.05 on the books; 60.77 + 6.72 = 67.49.
    const bought = await buy(await openEuroShop({ taxElsewhere: "keep-net", taxRounding: "line" }), lyon);
    expectFigures(bought, "67.49", ["4.67", "2.05"]);
  });
});

describe("a business with a VAT number", () => {
  test("across the border pays the net prices and no tax, and the number is on the papers", async () => {
    const shop = await openEuroShop();
    const bought = await buy(shop, { ...lyon, vatNumber: "fr 40 303 265 045" });
    // 10.97 + 8.32 + 37.36 + 4.12 = 60.77
    expect(bought.total).toBe("6077");
    for (const text of [bought.payment, bought.receipt, bought.letter]) {
      expect(text).toContain("€60.77");
      expect(text).toContain("FR40303265045");
      expect(text).toContain("Not charged to a business with a VAT number");
    }
    expect(bought.desk).toContain("60.77");
    expect(bought.desk).toContain("FR40303265045");
    expect(bought.why).toContain("without tax");
    expect(bought.explained).toContain("€60.77");
    expect(bought.order).toMatchObject({ tax: 0, total: 6077, address: { vatNumber: "FR40303265045" } });
    replay((bought.order.totals as Totals).steps);
  });

  test("at home pays it like everybody", async () => {
    const bought = await buy(await openEuroShop(), { ...leipzig, vatNumber: "FR40303265045" });
    expectFigures(bought, "67.83", ["4.45", "2.62"]);
  });

  test("with one that is none is told how it looks, and nothing typed is lost", async () => {
    const shop = await openEuroShop();
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { variant: "mug-0", quantity: "1" });
    const refused = await visitor.post("/checkout", { ...lyon, vatNumber: "FR4030326504" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('<a href="#vatNumber">Check the VAT number: one of FR looks like FR12345678901</a>');
    expect(html).toContain('value="FR4030326504"');
    expect(html).toContain('value="Lyon"');
  });

  test("is not asked for it where the shop does not ask, and then it changes nothing", async () => {
    const shop = await openEuroShop({ vatNumbers: false });
    const bought = await buy(shop, { ...lyon, vatNumber: "FR40303265045" });
    expectFigures(bought, "67.83", ["4.64", "2.08"]);
    expect(bought.receipt).not.toContain("FR40303265045");
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { variant: "mug-0", quantity: "1" });
    expect(await (await visitor.get("/checkout")).text()).not.toContain("VAT number");
  });
});
