import { expect, test } from "bun:test";
import { openShop } from "#test/support/shop.ts";

test("S50: what is switched off by a variable answers like a missing page, and pages say so to the style sheet", async () => {
  await using shop = await openShop({
    products: [{ title: "Mug", price: 2999 }],
    env: { PUSHCART_FEATURES: "-likes,-newsletter,-accounts,-coupons" },
  });
  for (const path of ["/likes", "/newsletter", "/login", "/register", "/account", "/api/me", "/login/", "/api/me/"])
    expect((await shop.get(path)).status, path).toBe(404);
  for (const path of ["/likes/mug", "/newsletter", "/login", "/auth/login", "/cart/coupon", "/cart/coupon/"])
    expect((await shop.post(path)).status, path).toBe(404);
  const html = await (await shop.get("/products/mug")).text();
  expect(html).toMatch(/<body class="[^"]*without-likes[^"]*without-newsletter|<body class="[^"]*without-accounts/);
  expect((await shop.get("/cart")).status).toBe(200);
});

test("by default nothing is off", async () => {
  await using shop = await openShop();
  expect((await shop.get("/likes")).status).toBe(200);
  expect(await (await shop.get("/cart")).text()).not.toContain("without-");
});
