import { describe, expect, test } from "bun:test";
import { withoutCampaign } from "#src/web/campaign.ts";
import { openShop } from "#test/support/shop.ts";

describe("an address that a campaign has lengthened", () => {
  test.each([
    ["/products/mug?utm_source=letter&utm_medium=mail", "/products/mug"],
    ["/products/mug?fbclid=IwAR0&option1=Oat", "/products/mug?option1=Oat"],
    ["/search?q=gclid&gclid=1&page=2", "/search?q=gclid&page=2"],
    ["/search?q=", "/search?q="],
    ["/products/mug?", "/products/mug?"],
    ["/products/mug", "/products/mug"],
    ["/search?q=a?gclid=1", "/search?q=a?gclid=1"],
    ["/search?%75tm_source=x", "/search?%75tm_source=x"],
  ])("%p is kept as %p", (address, kept) => {
    expect(withoutCampaign(address)).toBe(kept);
  });

  test("is answered from the page that is kept without it", async () => {
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 3 }] });
    for (const _ of [1, 2, 3]) await shop.get("/products/mug");
    const before = shop.deps.store.statements();
    const plain = await (await shop.get("/products/mug")).text();
    for (const who of ["a", "b", "c"]) {
      expect(await (await shop.get(`/products/mug?utm_source=letter&fbclid=${who}`)).text()).toBe(plain);
    }
    expect(shop.deps.store.statements()).toBe(before);
  });
});
