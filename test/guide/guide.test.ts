import { describe, expect, test } from "bun:test";
import { cartLines } from "#db/schema.ts";
import { openShop } from "#test/support/shop.ts";

const world = {
  products: [
    { title: "Mug", price: 2999, stock: 3 },
    { title: "Gone", price: 1, status: "draft" as const },
  ],
};

describe("the guide", () => {
  test("every row leads to a place that is there", async () => {
    await using shop = await openShop(world);
    const html = await (await shop.get("/guide")).text();
    const rows = [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map(([, text]) => text ?? "");
    expect(rows).toHaveLength(4);
    const places = rows.flatMap((text) => [...text.matchAll(/href="([^"#]+)/g)].map(([, href]) => href ?? ""));
    expect(places.length).toBeGreaterThan(25);
    for (const place of new Set(places)) {
      const { status } = await shop.get(place);
      // The desk shows the way in to who is not signed in there.
      expect(place.startsWith("/admin") ? status === 401 : status < 400, place).toBe(true);
    }
  });

  test("S54: a price that is sent changes nothing, here and in the cart", async () => {
    await using shop = await openShop(world);
    const visitor = shop.visitor();
    for (const price of ["0.01", "-5", "1e3", "<b>0</b>", ""]) {
      const answer = await visitor.htmx.post("/guide", { handle: "mug", quantity: "2", price });
      const html = await answer.text();
      expect([price, answer.status]).toEqual([price, 200]);
      expect(html).toContain("2 × Mug: $59.98.");
      expect(html).not.toContain("<b>0</b>");
    }
    expect(await shop.deps.store.read.select().from(cartLines)).toEqual([]);
    expect(await (await visitor.post("/guide", { handle: "mug", quantity: "1", price: "0" })).text()).toContain(
      "<html",
    );
  });

  test("what cannot be read is said beside its field", async () => {
    await using shop = await openShop(world);
    for (const quantity of ["0", "-1", "1.5", "100", "1e3", "0x10", "", "NaN"]) {
      const refused = await shop.htmx.post("/guide", { handle: "mug", quantity, price: "1" });
      expect([quantity, refused.status]).toEqual([quantity, 422]);
      expect(await refused.text()).toContain("Choose a quantity from 1 to 99.");
    }
    for (const handle of ["gone", "nothing", "'; drop table products"])
      expect((await shop.post("/guide", { handle, quantity: "1" })).status).toBe(422);
  });

  test("stands in an empty shop", async () => {
    await using empty = await openShop({ products: [] });
    expect((await empty.get("/guide")).status).toBe(200);
  });
});
