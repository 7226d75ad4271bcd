import { describe, expect, test } from "bun:test";
import { promotions, taxRates, taxZones } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

/** Options x quantity x tier x place, in four shops that reckon differently. */
type Shop = {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: "line" | "document";
  readonly prices: readonly number[];
  /** Rates in millionths: at home, and elsewhere two of them, one on top of the other. */
  readonly home: number;
  readonly away: readonly number[];
  readonly shipping: number;
};

const shops: Readonly<Record<string, Shop>> = {
  "dollars, tax on top": {
    currency: "USD",
    ...{ pricesIncludeTax: false, taxRounding: "document", prices: [400, 2999], shipping: 55_000 },
    ...{ home: 55_000, away: [88_750] },
  },
  "euros, tax inside, two rates elsewhere": {
    currency: "EUR",
    ...{ pricesIncludeTax: true, taxRounding: "document", prices: [499, 1250], shipping: 190_000 },
    ...{ home: 190_000, away: [50_000, 99_750] },
  },
  "yen, no decimals, rounded for each line": {
    currency: "JPY",
    ...{ pricesIncludeTax: true, taxRounding: "line", prices: [333, 1980], shipping: 100_000 },
    ...{ home: 100_000, away: [80_000] },
  },
  "dinars of Kuwait, three decimals": {
    currency: "KWD",
    ...{ pricesIncludeTax: false, taxRounding: "line", prices: [1_005, 29_999], shipping: 50_000 },
    ...{ home: 50_000, away: [33_333] },
  },
};

/** 10% from 10, 20% from 50: odd prices then round. */
const volume = {
  kind: "tiers",
  on: { products: ["wrap"] },
  tiers: [10, 50].map((from) => ({ from, rate: from === 10 ? 100_000 : 200_000 })),
};
const places = [undefined, { country: "DE", postcode: "10115" }] as const;

async function openTiered({ currency, prices, home, away, ...rules }: Shop): Promise<TestShop> {
  const { pricesIncludeTax, taxRounding } = rules;
  const shop = await openShop({
    settings: { currency, pricesIncludeTax, taxRounding, country: "US", region: "" },
    products: [
      {
        ...{ title: "Wrap", handle: "wrap", price: 1, weight: 10 },
        options: [{ name: "Size", values: ["Small", "Large"] }],
        variants: ["Small", "Large"].map((size, at) => ({ options: [size], price: prices[at] ?? 0, stock: 10_000 })),
      },
    ],
  });
  await shop.deps.store.write(async (tx) => {
    for (const [country, rates] of [
      ["US", [home]],
      ["DE", away],
    ] as const) {
      await tx.insert(taxZones).values({ id: country, name: country, country, region: "" });
      for (const [at, rate] of rates.entries()) {
        const id = `${country}-${at}`;
        await tx.insert(taxRates).values({ id, zoneId: country, name: `Tax ${id}`, rate, taxClass: "standard" });
      }
    }
    const shared = { conditions: {}, coded: false };
    await tx.insert(promotions).values({ ...shared, id: "many", name: "For many", effect: volume });
    const free = { kind: "free-shipping", methods: ["parcel"] };
    await tx
      .insert(promotions)
      .values({ ...shared, id: "free", name: "Free from 40", effect: free, conditions: { minQuantity: 40 } });
    await bump(tx, ["promotions", "shipping"]);
  });
  return shop;
}

/** What stands in each row of a sum, without the small print. */
function rowsIn(html: string): string[] {
  const plain = (text: string) => text.replaceAll(/<small>.*?<\/small>/g, "").replaceAll(/<[^>]*>/g, "");
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(
    ([, name = "", value = ""]) => `${plain(name)}: ${plain(value)}`,
  );
}

const between = (html: string, from: string, to: string) => html.split(from)[1]?.split(to)[0] ?? "nothing";
const ungrouped = (text: string) => text.replaceAll(",", "");

/** Total beside the quantity, the rows of the sum, the sum in its heading, and whether it may be bought. */
function onProduct(html: string) {
  return {
    line: between(html, '<output id="total-price" for="item-quantity">', "<"),
    rows: rowsIn(between(html, 'class="comes-to"', "</details>")),
    total: between(between(html, 'class="comes-to"', "</summary>"), 'class="figures">', "<"),
  };
}

function inCart(html: string) {
  const sum = between(html, '<p class="sum">', "</p>").replaceAll(/<s .*?<\/s>/g, "");
  const rows = rowsIn(between(html, 'id="totals"', "</dl>"));
  return {
    line: ungrouped(sum.replaceAll(/<[^>]*>/g, "")),
    rows,
    total: rows.find((row) => row.startsWith("Total"))?.slice(7),
  };
}

async function sendTo(visitor: TestVisitor, place: (typeof places)[number]): Promise<void> {
  if (place) expect((await visitor.post("/cart/estimate", { ...place })).status).toBe(303);
}

describe.each(Object.entries(shops))("the calculator, %s", (_, given) => {
  test("S56: says for every option, quantity, tier and place what the cart then says, figure by figure", async () => {
    await using shop = await openTiered(given);
    let compared = 0;
    for (const place of places) {
      for (const size of ["Small", "Large"]) {
        const buyer = shop.visitor();
        await buyer.post("/cart/items", { handle: "wrap", option1: size, quantity: "1" });
        await sendTo(buyer, place);
        const [, lineId = ""] = /action="\/cart\/lines\/([^"]+)"/.exec(await (await buyer.get("/cart")).text()) ?? [];
        for (let quantity = 1; quantity <= 99; quantity += 1) {
          const asked = `option1=${size}&quantity=${quantity}`;
          const preview = onProduct(await (await buyer.htmx.get(`/products/wrap/preview?${asked}`)).text());
          expect((await buyer.post(`/cart/lines/${lineId}`, { quantity: String(quantity) })).status).toBe(303);
          const cart = inCart(await (await buyer.get("/cart")).text());
          expect(preview, `${quantity} ${size} to ${place?.country ?? "the shop's own place"}`).toEqual(
            cart as typeof preview,
          );
          compared += 1;
          // The page without scripts, where a tier begins and in the middle of each.
          if ([1, 9, 10, 11, 33, 49, 50, 51, 99].includes(quantity))
            expect(onProduct(await (await buyer.get(`/products/wrap?${asked}`)).text())).toEqual(preview);
        }
        const most = onProduct(
          await (await buyer.htmx.get(`/products/wrap/preview?option1=${size}&quantity=99`)).text(),
        );
        for (const typed of ["100", "150", "99999999999"]) {
          const above = await (await buyer.htmx.get(`/products/wrap/preview?option1=${size}&quantity=${typed}`)).text();
          expect(above).toContain('name="quantity" type="text" inputmode="numeric" value="99"');
          expect(onProduct(above)).toEqual(most);
        }
      }
    }
    expect(compared).toBe(396);
  }, 120_000);
});

describe("the calculator's words", () => {
  test("a table of tiers, each a link; the next one's hint; what is saved; nothing of it where nothing is cheaper", async () => {
    await using shop = await openTiered(shops["dollars, tax on top"] as Shop);
    const seen = async (query: string) => (await shop.get(`/products/wrap?${query}`)).text();
    const small = await seen("option1=Small&quantity=7");
    expect(
      [...small.matchAll(/id="tier-(\d+)"[^>]*>(.*?)<\/a>/gs)].map(([, from, text]) => [
        from,
        text?.replaceAll(/<[^>]*>/g, ""),
      ]),
    ).toEqual([
      ["1", "1–9 $4.00"],
      ["10", "10–49 $3.60"],
      ["50", "50+ $3.20"],
    ]);
    expect(small).toContain('href="/products/wrap?option1=Small&amp;quantity=10"');
    expect(small).toContain("3 more and each costs $3.60.");
    expect(small).not.toContain("you save");
    const large = await seen("option1=Large&quantity=10");
    expect(large).toContain("about $26.99"); // 26.991: ten come to $269.91
    expect(large).toContain('for="item-quantity">$269.91</output>');
    expect(large).toContain("For many: you save $29.99");
    expect(await seen("option1=Large&quantity=99")).not.toContain("more and each costs");
  });

  test("a quantity that is none costs nothing, and keeps the tiers", async () => {
    await using shop = await openTiered(shops["dollars, tax on top"] as Shop);
    for (const typed of ["0", "-1", "abc", "0.9", "", "NaN"]) {
      const html = await (await shop.htmx.get(`/products/wrap/preview?quantity=${encodeURIComponent(typed)}`)).text();
      expect(onProduct(html)).toEqual({ line: "$0.00", rows: [], total: "$0.00" });
      expect(html).toContain('id="tier-10"');
      expect(html).toContain('id="add-to-cart" disabled');
    }
  });

  test("a page that is kept is not shown to somebody who has said where it goes, and ends with a promotion", async () => {
    await using shop = await openTiered(shops["dollars, tax on top"] as Shop);
    const nobody = shop.visitor();
    for (let asked = 0; asked < 3; asked += 1) await nobody.get("/products/wrap");
    const buyer = shop.visitor();
    await buyer.post("/cart/items", { handle: "wrap", option1: "Small", quantity: "1" });
    await sendTo(buyer, places[1]);
    expect(await (await buyer.get("/products/wrap")).text()).toContain("Tax DE-0, 8.875%");
    expect(await (await nobody.get("/products/wrap")).text()).toContain("Tax US-0, 5.5%");
    const endsAt = new Date(shop.clock.now().getTime() + 3_600_000);
    await shop.deps.store.write(async (tx) => {
      await tx.update(promotions).set({ endsAt });
      await bump(tx, ["promotions"]);
    });
    for (let asked = 0; asked < 3; asked += 1)
      expect(await (await nobody.get("/products/wrap")).text()).toContain("tier-10");
    shop.clock.forward(3_600_001);
    expect(await (await nobody.get("/products/wrap")).text()).not.toContain("tier-10");
  });
});
