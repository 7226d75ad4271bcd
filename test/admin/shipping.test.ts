import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { auditLog } from "#db/schema.ts";
import { withList } from "#test/accounts/hostile-lists.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({
    products: [{ title: "Mug", price: 4000, stock: 5, weight: 2000 }],
    settings: { currency: "EUR", pricesIncludeTax: true, country: "DE", vatNumbers: true },
    tax: [
      { country: "DE", rate: 190_000 },
      { country: "FR", rate: 200_000 },
      { country: "FR", rate: 55_000, taxClass: "reduced" },
    ],
    shipping: 490,
  });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const ask = (fields: Readonly<Record<string, string>>) =>
  `/admin/shipping?${new URLSearchParams({ goods: "40", weight: "2", country: "FR", postcode: "69002", city: "Lyon", ...fields })}`;

describe("shipping and tax at the desk", () => {
  test("lists ways, places and taxes", async () => {
    const html = await (await desk.get("/admin/shipping")).text();
    for (const each of ["Parcel", "€4.90", "The Old Mill", "14 Mill Street, Harrow Mills", "France", "5.5%", "reduced"])
      expect(html).toContain(each);
    expect(html).toContain('aria-current="page"');
  });

  test("says what 2 kg for 40.00 to Lyon would cost, as the cart does", async () => {
    // 44.90 / 1.2 = 37.4167 (37.42), so 7.48 of it is tax.
    const page = await (await desk.get(ask({}))).text();
    const part = await (await desk.htmx.get(ask({}))).text();
    for (const html of [page, part]) for (const each of ["To France.", "€44.90", "€7.48"]) expect(html).toContain(each);
    expect(part).toStartWith('<section class="panel" id="trial"');
    const buyer = shop.visitor();
    await buyer.post("/cart/items", { variant: "mug-0", quantity: "1" });
    await buyer.post("/cart/estimate", { country: "FR", postcode: "69002" });
    const cart = await (await buyer.get("/cart")).text();
    for (const each of ["€44.90", "€7.48"]) expect(cart).toContain(each);
    // 40.00 / 1.055 = 37.9147 (37.91): 2.09; 4.90 / 1.2 = 4.0833 (4.08): 0.82.
    const reduced = await (await desk.get(ask({ class: "reduced" }))).text();
    for (const each of ["€2.09", "€0.82"]) expect(reduced).toContain(each);
  });

  test("takes the tax off for a business across the border", async () => {
    // 40.00 / 1.19 = 33.6134 (33.61); 4.90 / 1.19 = 4.1176 (4.12); together 37.73.
    const html = await (await desk.get(ask({ vat: "FR40303265045" }))).text();
    expect(html).toContain("€37.73");
    expect(html).toContain("pays no tax");
  });

  test("names each field that cannot be used, and keeps what was typed", async () => {
    const wrong = { goods: "4,000", weight: "2kg", country: "ZZ", postcode: "69<b>", vat: "FR1" };
    const refused = await desk.get(ask(wrong));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const name of ["goods", "weight", "country", "postcode", "vat"]) expect(html).toContain(`<a href="#${name}">`);
    expect(html).toContain('value="4,000"');
    expect(html).not.toContain("69<b>");
    expect(html).toContain("<title>Error: Shipping and tax");
    expect((await desk.htmx.get(ask(wrong))).status).toBe(422);
  });

  for (const list of ["amounts-own", "naughty-strings", "xss-payloads"] as const)
    withList<string>(list, (texts) => {
      test(`stays whole under ${list}`, async () => {
        for (const text of texts.slice(0, 60)) {
          const fields = Object.fromEntries(
            ["goods", "weight", "class", "country", "postcode", "city", "vat"].map((name) => [name, text]),
          );
          const answer = await desk.htmx.get(`/admin/shipping?${new URLSearchParams(fields)}`);
          expect([text, answer.status]).toEqual([text, 422]);
          const only = await desk.htmx.get(ask({ goods: text }));
          expect([200, 422], text).toContain(only.status);
        }
      });
    });

  test("switches a way off and on; shoppers see it at once, and the log tells who did it", async () => {
    const buyer = shop.visitor();
    await buyer.post("/cart/items", { variant: "mug-0", quantity: "1" });
    const off = await desk.htmx.post("/admin/shipping/parcel", { state: "off" });
    expect(off.status).toBe(200);
    const html = await off.text();
    expect(html).toStartWith('<div id="ways"');
    expect(html).toContain("Parcel is off now.");
    expect(await (await buyer.get("/cart")).text()).not.toContain("€44.90");
    const on = await desk.post("/admin/shipping/parcel", { state: "on" });
    expect([on.status, on.headers.get("Location")]).toEqual([303, "/admin/shipping#ways"]);
    expect(await (await buyer.get("/cart")).text()).toContain("€44.90");
    const log = await shop.deps.store.read.select().from(auditLog);
    expect(log.filter(({ act }) => act.startsWith("switch")).map(({ act, subject }) => `${act} ${subject}`)).toEqual([
      "switch off delivery method:parcel",
      "switch on delivery method:parcel",
    ]);
    expect((await desk.post("/admin/shipping/nothing", { state: "on" })).status).toBe(404);
    expect((await desk.post("/admin/shipping/parcel", { state: "sideways" })).status).toBe(422);
    expect((await desk.post("/admin/shipping/mill", { state: "off" })).status).toBe(303);
    expect((await desk.post("/admin/shipping/mill", { state: "on" })).status).toBe(303);
  });

  test("who may only look gets no buttons, and is refused", async () => {
    const reader = await member(shop, "reader");
    const html = await (await reader.get("/admin/shipping")).text();
    expect(html).toContain("Parcel");
    expect(html).not.toContain("Switch off");
    expect((await reader.post("/admin/shipping/parcel", { state: "off" })).status).toBe(403);
    expect((await (await member(shop, "packer")).get("/admin/shipping")).status).toBe(403);
  });
});
