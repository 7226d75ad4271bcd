import { expect, test } from "bun:test";
import { promotions } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { openShop } from "#test/support/shop.ts";

const candle = { title: "Candle", price: 1400, stock: 50, tags: ["candle"] };
const third = { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: { tags: ["candle"] } };
const many = { kind: "tiers", on: { tags: ["candle"] }, tiers: [{ from: 5, rate: 50_000 }] };
const books = { kind: "percent", off: "goods", rate: 100_000, on: { tags: ["book"] } };
const free = { kind: "free-shipping", methods: ["parcel"] };

test("cart and drawer say what takes nothing off just now and why, and how far it is to free delivery", async () => {
  await using shop = await openShop({ products: [candle] });
  await shop.deps.store.write(async (tx) => {
    const row = (id: string, name: string, effect: object, conditions = {}) => ({
      id,
      name,
      effect,
      conditions,
      coded: false,
    });
    await tx
      .insert(promotions)
      .values([
        row("third", "Three for two", third),
        row("many", "Five and more", many),
        row("books", "Reading week", books),
        row("free", "Free from 50", free, { minSubtotal: 5000 }),
      ]);
    await bump(tx, ["promotions"]);
  });
  const list = (html: string, id: string) =>
    [...(html.split(`id="${id}"`)[1] ?? "").split("</ul>")[0]!.matchAll(/<li>(.*?)<\/li>/g)].map(([, said]) => said);

  const drawer = await (await shop.htmx.post("/cart/items", { handle: "candle", quantity: "2" })).text();
  expect(list(drawer, "drawer-unused")).toEqual([
    "Five and more needs 3 more of one thing.",
    "Three for two needs 1 more thing.",
  ]);
  expect(drawer).toContain("Delivery is free from $50.00: $22.00 to go.");

  const [, lineId = ""] = /action="\/cart\/lines\/([^"]+)"/.exec(await (await shop.get("/cart")).text()) ?? [];
  const more = await (await shop.htmx.post(`/cart/lines/${lineId}`, { quantity: "5", was: "2" })).text();
  expect(list(more, "unused")).toEqual(["Five and more takes off less than Three for two."]);
  expect(more).toContain("Delivery is free from $50.00. You are there.");
  expect(more).not.toContain("Reading week");
});
