import { describe, expect, test } from "bun:test";
import { openShop } from "#test/support/shop.ts";

const page = "/products/mug";
const world = { products: [{ title: "Mug", price: 2999, stock: 3 }] };

/** A shop whose page is kept: asked for until it is known what else it shows. */
async function keptShop() {
  const shop = await openShop(world);
  for (const _ of [1, 2, 3]) await shop.get(page);
  return shop;
}

describe("a page that is kept", () => {
  test("is answered with all headers, and a number of its own", async () => {
    await using shop = await keptShop();
    const before = shop.deps.store.statements();
    const [one, other] = [await shop.get(page), await shop.get(page)];
    expect(shop.deps.store.statements()).toBe(before);
    expect(one.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(one.headers.get("cache-control")).toBe("private, no-cache");
    expect(one.headers.get("x-request-id")).not.toBe(other.headers.get("x-request-id"));
    expect(await one.text()).toBe(await other.text());
  });

  test("is not sent again to a browser that has it", async () => {
    await using shop = await keptShop();
    const tag = (await shop.get(page)).headers.get("etag") ?? "";
    const again = await shop.get(page, { headers: { "If-None-Match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await shop.get(page, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  test("shows each visitor their own cart, theme and account, and nobody anybody's", async () => {
    await using shop = await keptShop();
    const [shopper, member] = [shop.visitor(), shop.visitor()];
    await shopper.post("/cart/items", { handle: "mug", quantity: "2" });
    await shopper.post("/theme", { theme: "dark" });
    await member.post("/register", { displayName: "Zoë", email: "zoe@example.com", password: "a long one, really" });
    const [mine, theirs, nobodys] = await Promise.all(
      [shopper, member, shop].map(async (each) => (await each.get(page)).text()),
    );
    expect(mine).toContain('data-theme="dark"');
    expect(mine).toMatch(/id="cart-count"[^>]*>2</);
    expect(theirs).toContain("Account of Zoë");
    for (const html of [theirs, nobodys]) expect(html).not.toContain("data-theme");
    for (const html of [mine, nobodys]) expect(html).not.toContain("Zoë");
    expect(nobodys).not.toContain('<!--pc:"');
  });

  test("still takes back the cookie of a session that has ended", async () => {
    await using shop = await keptShop();
    const name = "pc";
    const answered = await shop.get(page, { headers: { cookie: `${name}=no.such.token` } });
    expect(answered.headers.getSetCookie().join()).toContain(`${name}=; Max-Age=0`);
  });

  test("stands behind the same guards as every other", async () => {
    await using shop = await keptShop();
    expect((await shop.get(page, { headers: { host: "elsewhere.example" } })).status).toBe(421);
    const head = await shop.send(page, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.has("etag")).toBe(true);
    expect((await shop.post(page)).status).toBe(404);
  });
});
