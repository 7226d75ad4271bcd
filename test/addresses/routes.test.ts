import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { addresses } from "#db/schema.ts";
import { few } from "#test/security/doors.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { brokenOut, doubledIds, hostile, lostTargets } from "#test/views/page-shell.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile Bernard" };
const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
const home = {
  name: "Odile Bernard",
  country: "US",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
};
const mill = { ...home, street: "14 Mill Street", city: "Harrow Mills", region: "", postcode: "54699" };

let shop: TestShop;
let visitor: TestVisitor;
beforeEach(async () => {
  shop = await openShop();
  visitor = await signedIn(odile);
});
afterEach(() => shop.close());

async function signedIn(who: typeof odile): Promise<TestVisitor> {
  const fresh = shop.visitor();
  await fresh.post("/register", who);
  return fresh;
}
const page = async (path = "/account/addresses", who = visitor) => (await who.get(path)).text();
const add = (address: Readonly<Record<string, string>>, who = visitor) => who.post("/account/addresses", address);
const rows = () => shop.deps.store.read.select().from(addresses).orderBy(addresses.createdAt, addresses.id);
const idOf = async (street: string) => (await rows()).find((row) => row.street === street)?.id ?? "none";

describe("a customer's addresses", () => {
  test("are none at first, and the first one is where everything goes", async () => {
    expect(await page()).toContain("None yet.");
    const form = await page("/account/addresses/new");
    expect(form).toContain('value="Odile Bernard"');
    expect(form).toMatch(/name="forDelivery" value="yes" checked/);
    const added = await add(home);
    expect([added.status, added.headers.get("Location")]).toEqual([303, "/account/addresses"]);
    const list = await page();
    expect(list).toContain("231 Warren Street, Hudson is in your account.");
    expect(list).toContain("Goods go here · Bills go here");
    expect(list).toContain("Hudson, NY 12534");
    expect([doubledIds(list), lostTargets(list)]).toEqual([[], []]);
  });

  test("are asked for as the checkout asks: what is wrong is said beside the field, and nothing is saved", async () => {
    const refused = await add({ ...home, name: "", street: "x".repeat(201), postcode: "1253", city: 'Hud"son' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("<title>Error: Add an address: Test Shop</title>");
    for (const said of [
      '<a href="#name">Enter your full name</a>',
      '<a href="#street">Shorten this to 200 characters</a>',
      '<a href="#postcode">Enter a ZIP code like 12534</a>',
      'value="Hud&#34;son"',
    ])
      expect(html).toContain(said);
    expect(await rows()).toEqual([]);
    const part = await (await visitor.htmx.post("/account/addresses", { ...home, city: "" })).text();
    expect(part).toStartWith("<title>Error: Add an address</title>");
    expect(part).not.toContain("<html");
  });

  test("are written as their country writes them, with and without scripts", async () => {
    const update = { ...home, country: "CA", op: "update" };
    for (const html of [
      await (await add(update)).text(),
      await (await visitor.htmx.post("/account/addresses", update)).text(),
    ]) {
      expect(html).toContain("Province");
      expect(html).not.toContain("There is a problem");
      expect(html).toContain('value="231 Warren Street"');
    }
    expect(await rows()).toEqual([]);
    await add(mill);
    expect((await rows())[0]?.region).toBe("WI"); // the postcode tells it
  });

  test("are changed, made the default ones, taken out and put back, without scripts", async () => {
    await add(home);
    await add(mill);
    const [at, millAt] = [await idOf(home.street), await idOf(mill.street)];
    const path = `/account/addresses/${millAt}`;
    expect(await page(path)).toContain('value="Harrow Mills"');
    expect((await visitor.post(path, { ...mill, phone: "715 555 0134" })).headers.get("Location")).toBe(
      "/account/addresses",
    );
    expect(await page()).toContain("715 555 0134");
    expect((await visitor.post(`${path}/default`, { use: "bills" })).status).toBe(303);
    expect(await page()).toContain("Bills go there from now on.");
    expect((await rows()).map(({ forDelivery, forBills }) => [forDelivery, forBills])).toEqual([
      [true, false],
      [false, true],
    ]);
    const out = await visitor.post(`/account/addresses/${at}/remove`);
    expect(out.headers.get("Location")).toBe(`/account/addresses?removed=${at}`);
    const without = await (await visitor.follow(out)).text();
    expect(without).toContain("231 Warren Street, Hudson removed.");
    expect(without.match(/<li class="slip"/g)).toHaveLength(1);
    await visitor.post(`/account/addresses/${at}/undo`);
    const again = await page();
    expect(again).toContain("The address is back.");
    expect(again).toContain("Goods go here");
  });

  test("by htmx the list is answered in its place, with the way back in it", async () => {
    await add(home);
    await add(mill);
    const at = await idOf(home.street);
    const made = await (await visitor.htmx.post(`/account/addresses/${at}/default`, { use: "delivery" })).text();
    expect(made).toStartWith('<div class="stack" id="addresses">');
    expect(made).toContain("Goods go there from now on.");
    const out = await (await visitor.htmx.post(`/account/addresses/${at}/remove`)).text();
    expect(out).toContain(`action="/account/addresses/${at}/undo"`);
    expect(out).toContain("autofocus");
    const back = await (await visitor.htmx.post(`/account/addresses/${at}/undo`)).text();
    expect(back.match(/<li class="slip"/g)).toHaveLength(2);
    expect(await page()).not.toContain("The address is back.");
  });

  test("Z02: are nobody else's to see, to change, to take out or to bring back", async () => {
    await add(home);
    const at = await idOf(home.street);
    const other = await signedIn(lena);
    const before = await rows();
    const path = `/account/addresses/${at}`;
    expect((await other.get(path)).status).toBe(404);
    for (const [tail, fields] of [
      ["", mill],
      ["/default", { use: "bills" }],
      ["/remove", {}],
      ["/undo", {}],
    ] as const) {
      expect((await other.post(path + tail, fields)).status, tail).toBe(404);
      const stranger = await shop.visitor().post(path + tail, fields);
      expect([stranger.status, stranger.headers.get("Location")?.split("?")[0]], tail).toEqual([303, "/login"]);
    }
    expect(await page(`/account/addresses?removed=${at}`, other)).not.toContain("Warren");
    expect(await rows()).toEqual(before);
    await visitor.post(`${path}/remove`);
    expect(await page(`/account/addresses?removed=${at}`, other)).not.toContain("Warren");
    expect((await other.post(`${path}/undo`)).status).toBe(404);
  });

  test("are twenty at most, and the form says so", async () => {
    for (let nth = 1; nth <= 20; nth++) await add({ ...home, street: `${nth} Long Road` });
    expect(await page()).toContain("That is as many as an account holds.");
    const refused = await add(mill);
    expect([refused.status, (await refused.text()).includes("at most. Take one out first.")]).toEqual([422, true]);
    expect(await rows()).toHaveLength(20);
  });

  test("keep no card number, wherever it was typed", async () => {
    await add({ ...home, company: "4242 4242 4242 4242", extra: "5555-5555-5555-4444" });
    expect((await rows())[0]).toMatchObject({ company: "•••• 4242", extra: "•••• 4444" });
  });

  test("I01: stay text in every field, whatever is typed", async () => {
    let kept = 0;
    const texts = [...few, hostile].map((text) => text.toWellFormed().slice(0, 190));
    for (const text of texts) {
      const fields = { ...home, name: text, street: text, extra: text, company: text, city: text, phone: text };
      const answer = await add({ ...fields, country: "BR", region: text, postcode: "01310" });
      expect([303, 422], text).toContain(answer.status);
      if (answer.status === 303) kept += 1;
      else expect(brokenOut(await answer.text()), text).toBe(false);
      const [row] = await rows();
      for (const path of ["/account/addresses", ...(row ? [`/account/addresses/${row.id}`] : [])])
        expect(brokenOut(await page(path)), text).toBe(false);
      const out = row && (await (await visitor.htmx.post(`/account/addresses/${row.id}/remove`)).text());
      if (out !== undefined) expect(brokenOut(out), text).toBe(false);
    }
    expect(kept).toBeGreaterThan(10);
    for (const name of ["country", "region", "postcode", "forDelivery", "op"])
      for (const text of texts) expect((await add({ ...home, [name]: text })).status, name).toBeLessThan(500);
    for (const text of texts)
      expect((await visitor.get(`/account/addresses?${new URLSearchParams({ removed: text })}`)).status).toBe(200);
  });
});
