import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { auditLog, oneTimeTokens, sessions, staff } from "#db/schema.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { routes } from "#src/app.ts";
import { digestOf } from "#src/keys.ts";
import { paths } from "#src/paths.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const owner = { displayName: "Ines", email: "ines@example.com", password: "a stall of my own" };
let shop: TestShop;

async function signIn(visitor: TestVisitor) {
  const [row] = await shop.deps.store.read.select().from(staff);
  const response = await visitor.post("/admin/login", { email: row?.email ?? "", password: owner.password });
  expect(response.status).toBe(303);
}

/** Visits are noted aside of the request. */
async function noted() {
  for (let wait = 0; wait < 200; wait++) {
    const rows = await shop.deps.store.read.select().from(sessions);
    if (rows.some(({ seenAt }) => seenAt.getTime() === shop.clock.now().getTime())) return;
    await Bun.sleep(10);
  }
  throw new Error("the visit was not noted");
}

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
        expect(response.status, path).toBe(401);
        expect(await response.text(), path).toContain(`<input type="hidden" name="next" value="${path}"/>`);
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

  test("Z01: each of its addresses is guarded, whatever is added, and before the form is read", async () => {
    const open = [
      paths.adminSetup,
      paths.adminJoin,
      paths.adminLogin,
      paths.adminLoginCode,
      paths.adminForgot,
      paths.adminReset,
      paths.adminLogout,
    ] as string[];
    const all = routes(shop.deps).routes.filter(({ path }) => path.startsWith("/admin") && !open.includes(path));
    expect(all.length).toBeGreaterThan(10);
    for (const { method, path } of all) {
      const address = path.replaceAll(/:\w+/g, "x");
      const body =
        method === "GET" ? {} : { body: "x=1", headers: { "Content-Type": "application/x-www-form-urlencoded" } };
      const response = await shop.visitor().send(address, { method, ...body });
      expect(response.status, `${method} ${path}`).toBe(401);
    }
  });

  test("Z09: other spellings of it lead nowhere", async () => {
    for (const path of [
      "/%61dmin/orders",
      "//admin/orders",
      "/ADMIN/orders",
      "/admin;x/orders",
      "/admin%2forders",
      "/x/../admin/orders",
      "/admin/orders/",
    ])
      expect([401, 404], path).toContain((await shop.visitor().get(path)).status);
  });

  test("A12: there is no account at first, and no password opens the desk", async () => {
    expect(await shop.deps.store.read.$count(staff)).toBe(0);
    for (const [email, password] of [
      ["admin@example.com", "admin"],
      ["owner", "password"],
      ["", ""],
    ])
      expect((await shop.visitor().post("/admin/login", { email: email ?? "", password: password ?? "" })).status).toBe(
        422,
      );
  });

  test("A12: a start makes a new link while there is no owner; the one before, and one of yesterday, open nothing", async () => {
    const first = (await setupLink(shop.deps)) ?? "";
    const second = (await setupLink(shop.deps)) ?? "";
    expect((await shop.visitor().get(first)).status).toBe(404);
    expect((await shop.visitor().get(second)).status).toBe(200);
    shop.clock.forward(86_400_000);
    expect((await shop.visitor().get(second)).status).toBe(404);
    expect((await shop.visitor().post(second, owner)).status).toBe(404);
  });

  test("A12: the link is not in the books, and its page tells nobody where it was", async () => {
    const path = (await setupLink(shop.deps)) ?? "";
    const token = path.split("/").at(-1) ?? "";
    const rows = await shop.deps.store.read.select().from(oneTimeTokens);
    expect(rows.find(({ purpose }) => purpose === "owner-setup")?.id).toBe(digestOf(token));
    const page = await shop.visitor().get(path);
    expect([page.headers.get("Referrer-Policy"), page.headers.get("Cache-Control")]).toEqual([
      "no-referrer",
      "private, no-store",
    ]);
  });

  test("A12: of twenty who try at once one becomes the owner, and then it works no more", async () => {
    const path = (await setupLink(shop.deps)) ?? "";
    const refused = await shop.visitor().post(path, { ...owner, password: "short", email: "ines" });
    const html = await refused.text();
    expect([refused.status, html.includes("at least 8 characters"), html.includes('value="ines"')]).toEqual([
      422,
      true,
      true,
    ]);
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, each) => shop.visitor().post(path, { ...owner, email: `o${each}@example.com` })),
    );
    expect(tries.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect(tries.every(({ status }) => [303, 404, 429].includes(status))).toBe(true);
    const rows = await shop.deps.store.read.select().from(staff);
    expect(rows.map(({ role }) => role)).toEqual(["owner"]);
    expect((await shop.visitor().get(path)).status).toBe(404);
    expect((await shop.visitor().post(path, { ...owner, email: "late@example.com" })).status).toBe(404);
    expect(await setupLink(shop.deps)).toBeUndefined();
  });

  test("a wrong link is as good as none", async () => {
    expect((await shop.visitor().get("/admin/setup/abcdefghijklmnopqrstuvwxyz")).status).toBe(404);
  });

  test("signing in leads back to where one wanted to be, within the desk only", async () => {
    const [row] = await shop.deps.store.read.select().from(staff);
    const visitor = shop.visitor();
    const wrong = await visitor.post("/admin/login", { email: row?.email ?? "", password: "not this one" });
    expect([wrong.status, (await wrong.text()).includes("Invalid email or password.")]).toEqual([422, true]);
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
    expect(out.headers.get("Location")).toBe("/admin");
    await visitor.post("/admin/logout");
    expect((await visitor.get("/admin/orders")).status).toBe(401);
  });

  test("S08: a session there ends after half an hour without work, and after twelve hours at the latest", async () => {
    const visitor = shop.visitor();
    await signIn(visitor);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      shop.clock.forward(20 * 60_000);
      expect((await visitor.get("/admin/orders")).status, `${minutes} minutes`).toBe(200);
      await noted();
    }
    shop.clock.forward(20 * 60_000);
    expect((await visitor.get("/admin/orders")).status, "twelve hours").toBe(401);
    await signIn(visitor);
    shop.clock.forward(30 * 60_000);
    expect((await visitor.get("/admin/orders")).status, "half an hour").toBe(401);
  });

  test("S02: signing in again makes a new identifier, and the old one opens nothing", async () => {
    const visitor = shop.visitor();
    await signIn(visitor);
    const old = visitor.cookies.get("pc_admin") ?? "";
    await signIn(visitor);
    expect(visitor.cookies.get("pc_admin")).not.toBe(old);
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    visitor.cookies.set("pc_admin", old);
    expect((await visitor.get("/admin/orders")).status).toBe(401);
  });

  test("S04: the desk's token is nobody's in the shop", async () => {
    const visitor = shop.visitor();
    await signIn(visitor);
    visitor.cookies.set("pc", visitor.cookies.get("pc_admin") ?? "");
    expect((await visitor.json.get("/api/me")).status).toBe(401);
  });

  test("signing out ends it on the server, too", async () => {
    const visitor = shop.visitor();
    await signIn(visitor);
    const copy = visitor.cookies.get("pc_admin") ?? "";
    const out = await visitor.post("/admin/logout");
    expect([out.status, out.headers.get("Location"), out.headers.get("Clear-Site-Data")]).toEqual([
      303,
      "/admin/login",
      '"cache"',
    ]);
    visitor.cookies.set("pc_admin", copy);
    expect((await visitor.get("/admin/orders")).status).toBe(401);
  });

  test("Z10: who may only read looks at everything and changes nothing", async () => {
    const visitor = shop.visitor();
    await signIn(visitor);
    await shop.deps.store.write((tx) => tx.update(staff).set({ role: "reader" }));
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    expect((await visitor.post("/admin/orders/x/paid")).status).toBe(403);
    expect((await visitor.htmx.post("/admin/variants/x", { price: "1" })).status).toBe(403);
  });

  test("E02: sign-ins and refusals are written down", async () => {
    const rows = await shop.deps.store.read.select().from(auditLog);
    const lines = rows.map(({ who, act, subject, result }) =>
      `${who.split(":")[0]} ${act} ${subject} ${result}`.replaceAll(/ +/g, " "),
    );
    expect(lines).toContain("staff become owner done");
    expect(lines).toContain("staff sign in at the desk done");
    expect(lines.some((line) => line.startsWith("guest sign in at the desk staff:"))).toBe(true);
    expect(lines).toContain("guest enter the desk GET /admin/orders denied");
    expect(lines).toContain("staff enter the desk POST /admin/orders/x/paid denied");
    expect(JSON.stringify(rows)).not.toContain(owner.password);
  });
});
