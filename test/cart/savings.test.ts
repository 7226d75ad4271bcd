import { expect, test } from "bun:test";
import { addPromotion } from "#src/promotions/setup-store.ts";
import { openShop } from "#test/support/shop.ts";

const plain = {
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codeLimit: null,
};

test("each line says what it saves and by what, on the page and in the drawer", async () => {
  await using shop = await openShop({
    products: [
      { title: "Candle", price: 1400, stock: 50, tags: ["candle"] },
      { title: "Mug", price: 3000, stock: 50 },
    ],
  });
  await shop.deps.store.write(async (tx) => {
    const third = { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: { tags: ["candle"] } } as const;
    await addPromotion(tx, "third", { ...plain, name: "Three for two", effect: third, codes: [] });
    const half = { kind: "percent", off: "order", rate: 500_000 } as const;
    await addPromotion(tx, "half", { ...plain, name: "Staff & friends", effect: half, codes: ["STAFF50"] });
  });
  await shop.post("/cart/items", { handle: "candle", quantity: "3" });
  await shop.post("/cart/items", { handle: "mug", quantity: "1" });
  const drawer = await (await shop.htmx.get("/cart/drawer")).text();
  expect(drawer).toContain("Three for two: −$14.00");
  expect(await (await shop.post("/cart/coupon", { code: "staff50" })).text()).toBe("");
  const page = await (await shop.get("/cart")).text();
  for (const said of [
    "Three for two: −$14.00",
    "Staff &amp; friends: −$14.00, in the sum",
    "Staff &amp; friends: −$15.00, in the sum",
  ])
    expect(page).toContain(said);
  // All of it, once: 72 less 14, and half of what is left.
  expect(page).toContain("−$29.00");
});
