import { describe, expect, test } from "bun:test";
import { outbox, promotionCodes, promotions, taxRates, variants } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { toCents } from "#src/pricing/money.ts";
import { owner } from "#test/admin/staff.ts";
import { odile, reachPayment } from "#test/checkout/small-shop.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

// One order, bought by tiers and with a code: cart, checkout, order, letters, desk and papers say the same of it, as text,
// also after everything that it was reckoned by has changed; and each amount is explained by that amount.

const shops = [
  ["tax on top", { currency: "USD", pricesIncludeTax: false, taxRounding: "document" }],
  ["tax inside", { currency: "EUR", pricesIncludeTax: true, taxRounding: "document" }],
  ["rounded line by line, three decimals", { currency: "KWD", pricesIncludeTax: false, taxRounding: "line" }],
] as const;

async function open(settings: (typeof shops)[number][1]): Promise<TestShop> {
  const products = [
    { title: "Wrap", price: 1333, stock: 100, taxClass: "standard" },
    { title: "Honey", price: 955, stock: 100, taxClass: "food" },
  ];
  const tax = [
    { country: "US", rate: 88_750 },
    { country: "US", rate: 70_000, taxClass: "food" },
  ];
  const shop = await openShop({ products, tax, settings });
  await shop.deps.store.write(async (tx) => {
    await tx.update(taxRates).set({ zoneId: "zone-0" }); // one place, two classes
    const tiers = [
      { from: 5, rate: 75_000 },
      { from: 10, rate: 125_000 },
    ];
    const effect = { kind: "tiers", on: { products: ["wrap"] }, tiers };
    const week = { kind: "percent", off: "order", rate: 33_300 };
    await tx.insert(promotions).values([
      { id: "many", name: "For many", effect, conditions: {}, coded: false },
      { id: "week", name: "Market week", effect: week, conditions: {}, coded: true },
    ]);
    await tx.insert(promotionCodes).values({ key: "WEEK", promotionId: "week" });
    await bump(tx, ["promotions", "shipping"]);
  });
  return shop;
}

/** Everything that what was bought is reckoned by, turned upside down. */
async function changeAll({ deps }: TestShop): Promise<void> {
  await deps.store.write(async (tx) => {
    await tx.update(variants).set({ price: toCents(1) });
    await tx.update(taxRates).set({ rate: 500_000, name: "Other" });
    await tx.update(promotions).set({ active: false, name: "Other" });
    await bump(tx, ["promotions", "shipping", "settings", "catalog"]);
  });
}

const read = async (who: TestVisitor, path: string) => {
  const response = await who.get(path);
  expect(response.status, path).toBe(200);
  return response.text();
};
/** "−KWD 1,234.500" is "-1234.500". */
const figure = (text: string) =>
  text.trim() === "free"
    ? "0"
    : text
        .replaceAll(/[^\d.−-]/g, "")
        .replace("−", "-")
        .replace(/^(-?)0[.0]*$/, "0");
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, "");

/** The amounts of a sum that stands in a `dl`, a table or lines of text, without regard to their order. */
function inLedger(html: string, from: string): string[] {
  const part = html.split(from)[1]?.split("</dl>")[0] ?? "";
  return [...part.matchAll(/<dd[^>]*>(.*?)<\/dd>/gs)].map(([, value = ""]) => figure(plain(value))).toSorted();
}
function inText(letter: string): string[] {
  const rows = letter.split("Receipt P-")[1]?.split("Why this price?")[0]?.split("\n") ?? [];
  const sums = rows.filter((row) => / \.{2,} /.test(row) && !/^\d+ x /.test(row));
  return sums.map((row) => figure(row.split(/ \.{2,} /).at(-1) ?? "")).toSorted();
}
function inTable(html: string): string[] {
  const rows = (html.split("Receipt P-")[1]?.split("</table>")[0] ?? "").split("</tr>").slice(2, -1);
  return rows
    .map((row) =>
      figure(
        plain(
          row
            .split("<td")
            .at(-1)
            ?.replace(/^[^>]*>/, "") ?? "",
        ),
      ),
    )
    .toSorted();
}

/** Follows each amount's link: the last figure there is the amount, or it stands among the steps. */
async function explained(who: TestVisitor, html: string): Promise<number> {
  const links = [...html.matchAll(/<a class="why-amount" href="([^"]+)"[^>]*>([^<]*)<\/a>/g)];
  for (const [, href = "", shown = ""] of links) {
    const why = await read(who, href.replaceAll("&amp;", "&"));
    const figures = [...why.matchAll(/<td class="amount">([^<]*)<\/td>/g)].map(([, each = ""]) => figure(each));
    const isPart = /of=(line|delivery)/.test(href);
    if (isPart) expect(figures, `${shown} at ${href}`).toContain(figure(shown));
    else expect(figures.at(-1), `${shown} at ${href}`).toBe(figure(shown));
    expect(await (await who.htmx.get(href.replaceAll("&amp;", "&"))).text()).toStartWith(
      '<div class="stack"><h2 id="why-h"',
    );
  }
  return links.length;
}

describe.each(shops)("an order, %s", (_, settings) => {
  test("is the same to the last digit wherever it is shown, now and later, and every amount is explained", async () => {
    await using shop = await open(settings);
    const buyer = shop.visitor();
    await buyer.post("/cart/items", { variant: "wrap-0", quantity: "11" });
    await buyer.post("/cart/items", { variant: "honey-0", quantity: "3" });
    await buyer.post("/cart/coupon", { code: "week" });
    const last = await reachPayment(buyer);

    const cart = await read(buyer, "/cart");
    const checkout = await read(buyer, "/checkout/payment");
    const placed = await buyer.post("/checkout/place", { ...last, pay: "transfer" });
    const path = placed.headers.get("Location") ?? "";
    expect(path).toMatch(/^\/orders\//);
    const sums = inLedger(cart, 'id="totals"');
    expect(sums.length).toBeGreaterThanOrEqual(7); // goods, two savings, delivery, two taxes, total
    expect(inLedger(checkout, 'id="summary"')).toEqual(sums);

    await changeAll(shop);
    const desk = await owner(shop);
    const [letter] = await shop.deps.store.read.select().from(outbox);
    const [id = ""] = /(?<=\/admin\/orders\/)[\w-]+(?=")/.exec(await read(desk, "/admin/orders?view=all")) ?? [];
    const [order, admin] = [await read(buyer, path), await read(desk, `/admin/orders/${id}`)];
    expect(inLedger(order, 'class="receipt"')).toEqual(sums);
    expect(inLedger(admin, 'class="panel" aria-labelledby="l-h"')).toEqual(sums);
    expect(inText(letter?.text ?? "")).toEqual(sums);
    expect(inTable(letter?.html ?? "")).toEqual(sums);
    expect(letter?.html).toContain(`${path}/why`);
    const total = figure(/class="total">.*?<dd>(.*?)<\/dd>/s.exec(order)?.[1]?.replaceAll(/<[^>]*>/g, "") ?? "");
    expect(await read(desk, "/admin/orders.csv?view=all")).toContain(total);
    expect(plain(await read(desk, `/admin/orders/${id}/slip`))).not.toMatch(/[$€]\s?\d|KWD/);

    expect(await explained(buyer, order)).toBeGreaterThanOrEqual(9);
    expect(await explained(desk, admin)).toBeGreaterThanOrEqual(9);
    expect(admin).toContain(`/admin/orders/${id}/why?of=due"`);
    expect(await read(desk, `/admin/orders/${id}/why?of=due`)).toContain("Still to pay");
    expect(
      figure(
        plain(
          (await read(buyer, `${path}/why?of=due`))
            .split("<tfoot>")[1]
            ?.split("</tr>")[0]
            ?.split("<td")
            .at(-1)
            ?.replace(/^[^>]*>/, "") ?? "",
        ),
      ),
    ).toBe(total);
  }, 60_000);

  test("is explained amount by amount before it is placed, in cart and checkout", async () => {
    await using shop = await open(settings);
    const buyer = shop.visitor();
    await buyer.post("/cart/items", { variant: "wrap-0", quantity: "7" });
    await buyer.post("/cart/items", { variant: "honey-0", quantity: "1" });
    await buyer.post("/cart/coupon", { code: "week" });
    await reachPayment(buyer, odile);
    expect(await explained(buyer, await read(buyer, "/cart"))).toBeGreaterThanOrEqual(9);
    expect(await explained(buyer, await read(buyer, "/checkout/payment"))).toBeGreaterThanOrEqual(9);
    for (const path of ["/cart/why", "/checkout/why"])
      for (const of of ["x", "line.nothing", "__proto__", "tax.0.", "%00", "due", "a".repeat(5000)])
        expect(await read(buyer, `${path}?of=${of}`)).toContain("You pay");
  }, 60_000);
});
