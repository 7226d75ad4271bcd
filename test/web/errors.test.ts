import { describe, expect, test } from "bun:test";
import { openShop } from "#test/support/shop.ts";

describe("an error page", () => {
  test("stands in the shop's own frame and the visitor's theme", async () => {
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999 }] });
    await shop.get("/");
    await shop.post("/theme", { theme: "dark" });
    const missing = await shop.get("/nowhere");
    expect(missing.status).toBe(404);
    const html = await missing.text();
    expect(html).toContain('data-theme="dark"');
    expect(html).toContain("Test Shop");
    expect(html).toContain('name="q"');
    expect(html).toContain(`request ${missing.headers.get("X-Request-Id")}`);
  });

  test("S44: without its database the shop still answers, and tells nothing of why", async () => {
    const shop = await openShop({ products: [{ title: "Mug", price: 2999 }] });
    await shop.deps.store.close();
    for (const path of [
      "/",
      "/products/mug",
      "/cart",
      "/search?q=mug",
      "/login",
      "/checkout",
      "/admin/orders",
      "/api/me",
    ]) {
      const response = await shop.get(path);
      const text = await response.text();
      expect([200, 303, 401, 500, 503], path).toContain(response.status);
      expect(text, path).not.toMatch(/sqlite|postgres|drizzle|select |at .*:\d+:\d+|node_modules/i);
    }
    expect((await shop.get("/healthz")).status).toBe(200);
    expect((await shop.get("/readyz")).status).toBe(503);
  });

  test("for htmx it is a part that lands among the notices", async () => {
    await using shop = await openShop();
    const response = await shop.htmx.get("/nowhere");
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).not.toContain("<html");
    expect(html).toContain('hx-target="#notices"');
  });

  test("C04: carries all headers, whatever went wrong", async () => {
    await using shop = await openShop();
    const answers = await Promise.all([
      shop.get("/nowhere"),
      shop.get("/", { headers: { host: "evil.example" } }),
      shop.send("/cart/items", {
        method: "POST",
        body: "x".repeat(70_000),
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      }),
      shop.send("/cart/items", {
        method: "POST",
        body: "a=1",
        headers: { "sec-fetch-site": "cross-site", "Content-Type": "application/x-www-form-urlencoded" },
      }),
      shop.send("/", { method: "TRACE" }).catch(() => shop.send("/", { method: "PROPFIND" })),
      shop.get("/assets/nope.css"),
      shop.get("/pictures/..%2fsecret"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 421, 413, 403, 405, 404, 404]);
    for (const { headers } of answers) {
      for (const name of [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "X-Frame-Options",
        "Permissions-Policy",
        "X-Request-Id",
      ]) {
        expect(headers.get(name), name).toBeTruthy();
      }
    }
  });
});
