import { heapStats } from "bun:jsc";
import { describe, expect, test } from "bun:test";
import { member, owner } from "#test/admin/staff.ts";
import { openShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const world = { products: [{ title: "Mug", price: 2999, stock: 3 }] };
const inService = { ...world, settings: { testMode: false } };

/** What tells how the shop is made, in headers. */
const tells = ({ headers }: Response) => [headers.get("X-Route-File"), headers.get("Server-Timing")];
const nothing = [null, null];

const switchOn = async (visitor: TestVisitor) => {
  const answer = await visitor.post("/xray", { xray: "on" }, { headers: { referer: "http://localhost:3000/cart" } });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
};

describe("the X-ray, switched on", () => {
  test("says beside every answer which file decided, and how long it took", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    const expected = [
      [await shop.get("/products/mug"), "src/catalog/routes.tsx"],
      [await shop.htmx.post("/cart/items", { handle: "mug", quantity: "1" }), "src/cart/item-routes.tsx"],
      [await shop.get("/cart"), "src/cart/routes.tsx"],
      [await shop.get("/api/me"), "src/accounts/json-routes.ts"],
      [await shop.get("/nowhere"), "src/web/errors.tsx"],
    ] as const;
    for (const [answer, file] of expected) {
      expect(answer.headers.get("X-Route-File")).toBe(file);
      expect(answer.headers.get("Server-Timing")).toMatch(
        new RegExp(`^file;desc="${file}", shop;dur=\\d+(\\.\\d+)?(, kept;desc="kept page")?$`),
      );
    }
  });

  test("a page that is kept says so, and stays the same for everybody else", async () => {
    await using shop = await openShop(world);
    const watcher = shop.visitor();
    const before = await (await shop.get("/")).text();
    await switchOn(watcher);
    const seen = await watcher.get("/");
    expect(seen.headers.get("Server-Timing")).toContain("kept page");
    expect(await seen.text()).toContain("/assets/xray.js");
    expect(await (await watcher.get("/nowhere")).text()).toContain("/assets/xray.js");
    const after = await shop.get("/");
    expect(await after.text()).toBe(before);
    expect(tells(after)).toEqual(nothing);
    expect(after.headers.get("ETag")).not.toBe(seen.headers.get("ETag"));
    const stale = await shop.get("/", { headers: { "If-None-Match": seen.headers.get("ETag") ?? "" } });
    expect(stale.status).toBe(200);
  });

  test("a page that others get squeezed is shown as it is", async () => {
    await using shop = await openShop(world);
    const asked = { headers: { "Accept-Encoding": "br, gzip" } };
    for (const visitor of [shop.visitor(), shop]) {
      if (visitor === shop) await switchOn(shop);
      for (const _ of [1, 2]) await visitor.get("/products/mug", asked);
    }
    const squeezed = await shop.visitor().get("/products/mug", asked);
    expect(squeezed.headers.get("Content-Encoding")).toBe("br");
    const seen = await shop.get("/products/mug", asked);
    expect(seen.headers.get("Content-Encoding")).toBeNull();
    expect(seen.headers.get("ETag")).not.toBe(squeezed.headers.get("ETag"));
    expect(await (await shop.get("/xray")).text()).toContain("&lt;title&gt;Mug: Test Shop");
  });

  test("files that any cache may keep are left alone", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    for (const path of ["/assets/app.css", "/assets/app.css?v=1", "/favicon.svg", "/api/openapi.json", "/robots.txt"]) {
      const answer = await shop.get(path);
      if (/public/.test(answer.headers.get("Cache-Control") ?? ""))
        expect([path, ...tells(answer)]).toEqual([path, ...nothing]);
    }
  });

  test("is off again by the same switch, and forgets what it saw", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    await shop.get("/products/mug");
    expect(await (await shop.get("/xray")).text()).toContain("GET /products/mug");
    const cookie = shop.cookies.get("pc_xray") ?? "";
    await shop.post("/xray", { xray: "off" });
    expect(tells(await shop.get("/products/mug"))).toEqual(nothing);
    expect(await (await shop.get("/products/mug")).text()).not.toContain("xray.js");
    shop.cookies.set("pc_xray", cookie);
    expect(await (await shop.get("/xray")).text()).not.toContain("GET /products/mug");
  });
});

describe("S44, S48: the X-ray tells nobody anything who may not see it", () => {
  const ways = [
    (visitor: TestVisitor) => visitor.get("/"),
    (visitor: TestVisitor) => visitor.get("/products/mug"),
    (visitor: TestVisitor) => visitor.htmx.post("/cart/items", { handle: "mug", quantity: "1" }),
    (visitor: TestVisitor) => visitor.get("/nowhere"),
    (visitor: TestVisitor) => visitor.get("/xray"),
    (visitor: TestVisitor) => visitor.post("/xray", { xray: "on" }),
  ];
  async function learnsNothing(visitor: TestVisitor, where: string) {
    for (const ask of ways) {
      const answer = await ask(visitor);
      expect(tells(answer), where).toEqual(nothing);
      expect(await answer.text(), where).not.toMatch(/xray\.(js|css)|src\/[\w/-]+\.tsx?/);
    }
    expect((await visitor.get("/xray")).status, where).toBe(404);
    expect((await visitor.post("/xray", { xray: "on" })).status, where).toBe(404);
  }

  test("in a shop that is in service, to visitors, customers and whoever makes up a cookie", async () => {
    await using shop = await openShop(inService);
    await learnsNothing(shop, "a visitor");
    const forged = shop.visitor();
    forged.cookies.set("pc_xray", "x".repeat(43));
    await learnsNothing(forged, "a forged switch");
    const customer = shop.visitor();
    await customer.post("/register", { displayName: "C", email: "c@example.com", password: "long enough to be one" });
    customer.cookies.set("pc_xray", "x".repeat(43));
    customer.cookies.set("pc_admin", customer.cookies.get("pc") ?? "none");
    await learnsNothing(customer, "a customer's token at the desk");
  });

  test("in a demo, before the switch was pressed, or with a cookie that is none of ours", async () => {
    await using shop = await openShop(world);
    expect(tells(await shop.get("/products/mug"))).toEqual(nothing);
    for (const bad of ["", "on", "x".repeat(42), "x".repeat(44), '"><script>', "../x"]) {
      shop.cookies.set("pc_xray", bad);
      expect(tells(await shop.get("/products/mug"))).toEqual(nothing);
    }
  });

  test("a demo that goes into service stops telling at once, also who had it on", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    const { saveShop } = await import("#src/settings/store.ts");
    await shop.deps.store.write((tx) => saveShop(tx, { testMode: false }));
    await learnsNothing(shop, "who had it on");
  });

  test("staff see it always, and no longer than they are staff", async () => {
    await using shop = await openShop({ ...world, settings: { testMode: false, staffSecondStep: "offered" } });
    const staff = await member(shop, "packer");
    await switchOn(staff);
    expect((await staff.get("/products/mug")).headers.get("X-Route-File")).toBe("src/catalog/routes.tsx");
    expect(await (await staff.get("/admin/orders")).text()).toContain("/assets/xray.js");
    expect(await (await staff.get("/")).text()).toContain("/assets/xray.js");
    await staff.post("/admin/logout");
    await learnsNothing(staff, "after signing out");
  });

  test("another site's page cannot switch it on", async () => {
    await using shop = await openShop(world);
    const answer = await shop.post("/xray", { xray: "on" }, { headers: { "sec-fetch-site": "cross-site" } });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });
});

describe("the plain page of the last requests", () => {
  const page = async (visitor: TestVisitor) => (await visitor.get("/xray")).text();

  test("lists method, address, status, file and what came back as text, for this visitor alone", async () => {
    await using shop = await openShop({ products: [{ title: "<b>Mug</b>", handle: "mug", price: 2999, stock: 3 }] });
    const other = shop.visitor();
    await switchOn(shop);
    await switchOn(other);
    await shop.htmx.post("/cart/items", { handle: "mug", quantity: "2" });
    const html = await page(shop);
    for (const words of ["POST /cart/items", "200 · ", " bytes", "src/cart/item-routes.tsx", "quantity: 2", "a part,"])
      expect(html).toContain(words);
    expect(html).toContain("&amp;lt;b&amp;gt;Mug");
    expect(html).not.toContain("<b>Mug");
    expect(await page(other)).not.toContain("POST /cart/items");
    expect(await page(shop.visitor())).toContain("It is off");
  });

  test("remembers no password, code, card, key or page of one's own", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    const password = "a long walk home, and back";
    await shop.post("/register", { displayName: "", email: "odile@example.com", password });
    await shop.post("/cart/coupon", { code: "STAFF-SECRET" });
    await shop.get("/search?q=mug&token=Abcdefghijklmnopqrstuvwxyz012345");
    await shop.get("/orders/Abcdefghijklmnopqrstuvwxyz0123456789abcdefg");
    await shop.get("/account");
    const html = await page(shop);
    expect(html).toContain("password: …");
    for (const words of ["POST /register", "POST /cart/coupon", "GET /search?q=mug&amp;token=…", "GET /orders/…"])
      expect(html).toContain(words);
    for (const secret of [password, "STAFF-SECRET", "Abcdefgh", shop.cookies.get("pc_xray") ?? "?"])
      expect(html).not.toContain(secret);
    await shop.post("/register", { displayName: "Odile", email: "odile@example.com", password });
    await shop.get("/account");
    const own = await page(shop);
    expect(own).toContain("GET /account");
    for (const secret of [password, "Hello, Odile", "odile@example.com", shop.cookies.get("pc") ?? "?"])
      expect(own).not.toContain(secret);
  });

  test("shows nothing of who was signed in before in the same browser", async () => {
    await using shop = await openShop(inService);
    const staff = await owner(shop);
    await shop.deps.store.write(async (tx) =>
      (await import("#src/settings/store.ts")).saveShop(tx, { testMode: true }),
    );
    await switchOn(staff);
    await staff.get("/admin/orders?q=odile");
    expect(await page(staff)).toContain("GET /admin/orders?q=odile");
    await staff.post("/admin/logout");
    expect(await page(staff)).not.toContain("odile");
  });

  test("is bounded: twelve of each, a quarter of an hour, forty visitors", async () => {
    await using shop = await openShop(world);
    await switchOn(shop);
    for (let at = 0; at < 30; at += 1) await shop.get(`/search?q=word${at}`);
    const listed = (await page(shop)).match(/GET \/search\?q=word\d+<\/strong>/g) ?? [];
    expect(listed).toHaveLength(12);
    expect(listed[0]).toContain("word29");
    for (let at = 0; at < 41; at += 1) {
      const another = shop.visitor();
      await switchOn(another);
      await another.get("/");
    }
    expect(await page(shop)).not.toContain("word29");
    await shop.get("/search?q=again");
    expect(await page(shop)).toContain("q=again");
    shop.clock.forward(16 * 60_000);
    expect(await page(shop)).not.toContain("q=again");
  });

  test("holds the beginning of what came back in memory, not all of it", async () => {
    const description = `<p>${"Ω words ".repeat(60_000)}</p>`;
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 3, description }] });
    const used = () => {
      Bun.gc(true);
      const { heapSize, extraMemorySize } = heapStats();
      return heapSize + extraMemorySize;
    };
    await switchOn(shop);
    for (const _ of [1, 2]) await (await shop.get("/products/mug")).text();
    const before = used();
    for (let at = 0; at < 60; at += 1) {
      const cookie = `pc_xray=${`${at % 5}`.padEnd(43, "x")}`;
      await (await shop.get("/products/mug", { headers: { cookie } })).text();
    }
    expect((used() - before) / 1e6).toBeLessThan(15);
  });
});
