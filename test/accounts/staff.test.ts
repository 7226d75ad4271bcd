import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { staff } from "#db/schema.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const owner = { displayName: "Ines", email: "ines@example.com", password: "a stall of my own" };
let shop: TestShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

describe("the desk", () => {
  test("Z01: nobody, and no customer, comes in", async () => {
    const customer = shop.visitor();
    await customer.json.post("/api/register", { ...owner, email: "c@example.com" });
    await customer.json.post("/auth/login", { email: "c@example.com", password: owner.password });
    const stolen = customer.cookies.get("pc") ?? "";
    customer.cookies.set("pc_admin", stolen);
    for (const visitor of [shop.visitor(), customer]) {
      for (const path of [
        "/admin",
        "/admin/orders",
        "/admin/products",
        "/admin/mail",
        "/admin/orders.csv",
        "/admin/orders/x",
        "/admin/mail/x/body",
      ]) {
        const response = await visitor.get(path);
        expect([response.status, response.headers.get("Location")?.split("?")[0]], path).toEqual([303, "/admin/login"]);
        expect((await visitor.htmx.get(path)).status, path).toBe(401);
      }
      for (const path of [
        "/admin/orders/x/paid",
        "/admin/orders/x/shipped",
        "/admin/orders/x/canceled",
        "/admin/variants/x",
        "/admin/products/x",
        "/admin/mail/x/retry",
      ]) {
        expect((await visitor.post(path, {})).status, path).toBe(401);
      }
    }
  });

  test("A12: the first link makes one owner, of however many try, and then works no more", async () => {
    const path = (await setupLink(shop.deps)) ?? "";
    expect((await shop.visitor().get(path)).status).toBe(200);
    const refused = await shop.visitor().post(path, { ...owner, password: "short" });
    expect(refused.status).toBe(422);
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, each) => shop.visitor().post(path, { ...owner, email: `o${each}@example.com` })),
    );
    expect(tries.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect(tries.every(({ status }) => [303, 404, 429].includes(status))).toBe(true);
    expect(await shop.deps.store.read.$count(staff)).toBe(1);
    expect((await shop.visitor().get(path)).status).toBe(404);
    expect(await setupLink(shop.deps)).toBeUndefined();
  });

  test("a wrong link is as good as none", async () => {
    expect((await shop.visitor().get("/admin/setup/abcdefghijklmnopqrstuvwxyz")).status).toBe(404);
  });

  test("signing in leads back to where one wanted to be, within the desk only", async () => {
    const [row] = await shop.deps.store.read.select().from(staff);
    const visitor = shop.visitor();
    const wrong = await visitor.post("/admin/login", { email: row?.email ?? "", password: "not this one" });
    expect([wrong.status, (await wrong.text()).includes("Invalid email or password.")]).toEqual([401, true]);
    const signed = await visitor.post("/admin/login", {
      email: row?.email ?? "",
      password: owner.password,
      next: "/admin/products",
    });
    expect([signed.status, signed.headers.get("Location")]).toEqual([303, "/admin/products"]);
    expect(signed.headers.getSetCookie().join()).toContain("SameSite=Strict");
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    const out = await shop
      .visitor()
      .post("/admin/login", { email: row?.email ?? "", password: owner.password, next: "/cart" });
    expect(out.headers.get("Location")).toBe("/admin/orders");
    await visitor.post("/admin/logout");
    expect((await visitor.get("/admin/orders")).status).toBe(303);
  });

  test("a session at the desk ends after half an hour without work", async () => {
    const [row] = await shop.deps.store.read.select().from(staff);
    const visitor = shop.visitor();
    await visitor.post("/admin/login", { email: row?.email ?? "", password: owner.password });
    shop.clock.forward(20 * 60_000);
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    shop.clock.forward(20 * 60_000);
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    shop.clock.forward(31 * 60_000);
    expect((await visitor.get("/admin/orders")).status).toBe(303);
  });
});
