import { expect, test } from "bun:test";
import { join } from "node:path";
import { promotionCodes, promotions } from "#db/schema.ts";
import { fillCart } from "#test/checkout/small-shop.ts";
import { openShop } from "#test/support/shop.ts";
import { owner } from "./staff.ts";

const hostile = join(import.meta.dir, "../../../shared/data/hostile");
const files = [
  "amounts-own.json",
  "naughty-strings.json",
  "sql-injection.json",
  "xss-payloads.json",
  "csv-formulas.json",
];

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const boxes = [
  "value",
  "buy",
  "tiers",
  "collection",
  "tags",
  "codes",
  "minSpend",
  "minQuantity",
  "starts",
  "limit",
  "groups",
];

for (const name of files) {
  test(`hostile text (${name}) at the desk and in the cart is refused in a sentence, or taken for text`, async () => {
    const file = Bun.file(join(hostile, name));
    if (!(await file.exists())) return console.warn(`SKIPPED: there is no ${join(hostile, name)}`);
    const all = [...new Set(textsIn(JSON.parse(await file.text())))].filter((text) => text.length < 2000);
    const texts = all.slice(0, 120);
    await using shop = await openShop({ products: [{ title: "Mug", price: 3000, stock: 9 }] });
    const desk = await owner(shop);
    const visitor = shop.visitor();
    await fillCart(visitor);
    const marks = /<script>alert|<img src=x|onerror=alert\(1\)>/i;
    for (const [at, text] of texts.entries()) {
      const box = boxes[at % boxes.length] ?? "value";
      const does = { buy: "buy-get", tiers: "tiers" }[box] ?? "percent";
      const typed = { name: "Ten", value: "10", does, [box]: text };
      const preview = await desk.htmx.post("/admin/promotions/preview", typed);
      expect(preview.status, `${box}: ${text}`).toBeLessThan(500);
      expect(await preview.text(), text).not.toMatch(marks);
      const page = await desk.post("/admin/promotions/preview", { ...typed, name: text });
      expect([200, 422], `${box}: ${text}`).toContain(page.status);
      expect(await page.text(), text).not.toMatch(marks);
      const found = await desk.get(`/admin/promotions?${new URLSearchParams({ q: text })}`);
      expect(found.status, text).toBe(200);
      const tried = await visitor.htmx.post("/cart/coupon", { code: text });
      expect(tried.status, text).toBe(422);
      expect(await tried.text(), text).not.toMatch(marks);
    }
    expect(await shop.deps.store.read.$count(promotions)).toBe(0);
    expect(await shop.deps.store.read.$count(promotionCodes)).toBe(0);
  }, 120_000);
}
