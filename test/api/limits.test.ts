import { expect, test } from "bun:test";
import type { Static } from "typebox";
import { Problem } from "#src/api/shapes.ts";
import { openShop } from "#test/support/shop.ts";
import { expectFit } from "./fits.ts";

test("S52: too many tries are 429, with the time to wait; guessing codes counts here as on the page", async () => {
  await using shop = await openShop({ products: [{ title: "Mug", price: 2999 }], limits: true });
  const guess = (each: number) =>
    shop.send("/api/v1/cart/coupon", {
      method: "PUT",
      body: JSON.stringify({ code: `GUESS${each}` }),
      headers: { "Content-Type": "application/json" },
    });
  await shop.post("/cart/items", { handle: "mug", quantity: "1" });
  for (let each = 0; each < 9; each++) expect((await guess(each)).status).toBe(422);
  await shop.post("/cart/coupon", { code: "GUESS" });
  const refused = await guess(10);
  const body = (await refused.json()) as Static<typeof Problem>;
  expectFit(Problem, body);
  expect([refused.status, refused.headers.get("Content-Type"), body.status]).toEqual([
    429,
    "application/problem+json",
    429,
  ]);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  for (let each = 0; each < 60; each++) await shop.get(`/api/v1/products?q=mug${each}`);
  expect((await shop.get("/api/v1/products?q=mug")).status).toBe(429);
  expect((await shop.get("/api/v1/products")).status).toBe(200);
});

test("S14, S44: a fault of the shop is told without any detail", async () => {
  await using shop = await openShop({ products: [{ title: "Mug", price: 2999 }] });
  const { store } = shop.deps;
  const select = store.read.select.bind(store.read);
  Object.assign(store.read, {
    select: () => {
      throw new Error("SQLITE_ERROR: no such column at /srv/shop/db.ts:12");
    },
  });
  const response = await shop.get("/api/v1/products");
  Object.assign(store.read, { select });
  const text = await response.text();
  expect([response.status, response.headers.get("Content-Type")]).toEqual([500, "application/problem+json"]);
  expect(text).not.toMatch(/SQLITE|\.ts|srv|column/);
  expectFit(Problem, JSON.parse(text));
});
