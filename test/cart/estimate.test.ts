import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { withList } from "#test/accounts/hostile-lists.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop({
    products: [{ title: "Mug", price: 2000, stock: 50 }],
    tax: [
      { country: "US", rate: 50_000 },
      { country: "US", region: "WI", rate: 55_000 },
      { country: "DE", rate: 190_000 },
    ],
  });
});
afterAll(() => shop.close());

async function withMug(): Promise<TestVisitor> {
  const visitor = shop.visitor();
  await visitor.post("/cart/items", { variant: "mug-0", quantity: "1" });
  return visitor;
}
const cartOf = async (visitor: TestVisitor) => (await visitor.get("/cart")).text();

describe("the cart's estimate", () => {
  // 25.00 with delivery: 5 % is 1.25, Wisconsin's 5.5 % is 1.375 (1.38), 19 % is 4.75.
  const places = [
    [{ country: "US", postcode: "" }, "$26.25"],
    [{ country: "US", postcode: "53703" }, "$26.38"],
    [{ country: "DE", postcode: "04109" }, "$29.75"],
    [{ country: "FR", postcode: "69002" }, "$25.00"],
  ] as const;

  test("takes the tax of there, in place and on a page of its own", async () => {
    const visitor = await withMug();
    for (const [place, total] of places) {
      const part = await visitor.htmx.post("/cart/estimate", place);
      expect([part.status, (await part.text()).includes(total)], total).toEqual([200, true]);
      const plain = await visitor.post("/cart/estimate", place);
      expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/cart#estimate"]);
      expect(await cartOf(visitor)).toContain(total);
    }
  });

  test("names the field that cannot be used, and changes nothing", async () => {
    const visitor = await withMug();
    await visitor.post("/cart/estimate", { country: "DE", postcode: "04109" });
    for (const [place, field] of [
      [{ country: "ZZ", postcode: "1" }, "country"],
      [{ country: "de", postcode: "1" }, "country"],
      [{ country: "", postcode: "1" }, "country"],
      [{ country: "US", postcode: "5<b>" }, "postcode"],
      [{ country: "US", postcode: "5".repeat(17) }, "postcode"],
    ] as const) {
      for (const answer of [
        await visitor.htmx.post("/cart/estimate", place),
        await visitor.post("/cart/estimate", place),
      ]) {
        expect(answer.status).toBe(422);
        expect(await answer.text()).toContain(`id="${field}-error"`);
      }
    }
    expect(await cartOf(visitor)).toContain("$29.75");
  });

  for (const list of ["naughty-strings", "sql-injection"] as const)
    withList<string>(list, (texts) => {
      test(`stays whole under ${list}`, async () => {
        const visitor = await withMug();
        await visitor.post("/cart/estimate", { country: "DE", postcode: "04109" });
        for (const text of texts.filter((each) => !/^\s*[A-Za-z0-9 -]{0,16}\s*$/.test(each)).slice(0, 100)) {
          const answer = await visitor.htmx.post("/cart/estimate", { country: text, postcode: text });
          expect([text, answer.status]).toEqual([text, 422]);
        }
        expect(await cartOf(visitor)).toContain("$29.75");
      });
    });
});
