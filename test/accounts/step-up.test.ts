import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Elysia } from "elysia";
import { auditLog, sessions } from "#db/schema.ts";
import { staffOnly } from "#src/accounts/guard.tsx";
import { stepUp, stepUpCustomer } from "#src/accounts/step-up-guard.ts";
import { createApp } from "#src/app.ts";
import { errors } from "#src/web/errors.tsx";
import { screens } from "#src/web/screens.tsx";
import { owner } from "#test/admin/staff.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const minute = 60_000;
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
  await shop.json.post("/api/register", odile);
});
afterAll(() => shop.close());

/** The shop's own app, and beside it two routes that ask for the password again. */
function guarded(cookies: TestVisitor): TestVisitor {
  const desk = new Elysia()
    .use(staffOnly(shop.deps))
    .get("/admin/secret", () => "of the desk", { beforeHandle: stepUp(shop.deps) })
    .post("/admin/secret", () => "done", { beforeHandle: stepUp(shop.deps) });
  const mine = new Elysia()
    .use(screens(shop.deps))
    .get("/mine", () => "of the customer", { beforeHandle: stepUpCustomer(shop.deps) });
  const extra = new Elysia()
    .use(errors(shop.deps, async () => undefined))
    .use(desk)
    .use(mine);
  const app = createApp(shop.deps);
  const visitor = testVisitor(
    async (request, address) =>
      /secret|mine/.test(new URL(request.url).pathname) ? extra.fetch(request) : app(request, address),
    shop.deps.config.url,
  );
  for (const [name, value] of cookies.cookies) visitor.cookies.set(name, value);
  return visitor;
}

describe("a quarter of an hour after signing in", () => {
  test("A11, Z10: what the desk guards asks for the password again, and goes on from there", async () => {
    const visitor = guarded(await owner(shop));
    expect(await (await visitor.get("/admin/secret?x=1")).text()).toBe("of the desk");
    shop.clock.forward(15 * minute);
    const asked = await visitor.get("/admin/secret?x=1");
    expect([asked.status, asked.headers.get("Location")]).toEqual([303, "/admin/again?next=%2Fadmin%2Fsecret%3Fx%3D1"]);
    const written = await visitor.post(
      "/admin/secret",
      {},
      { headers: { referer: "http://localhost:3000/admin/from" } },
    );
    expect(written.headers.get("Location")).toBe("/admin/again?next=%2Fadmin%2Ffrom");
    const part = await visitor.htmx.get("/admin/secret");
    expect([part.status, part.headers.get("HX-Redirect")]).toEqual([401, "/admin/again?next=%2Fadmin%2Fsecret"]);

    const page = await (await visitor.get("/admin/again?next=%2Fadmin%2Fsecret")).text();
    expect(page).toContain('name="next" value="/admin/secret"');
    const old = visitor.cookies.get("pc_admin") ?? "";
    const wrong = await visitor.post("/admin/again", { password: "not mine at all", next: "/admin/secret" });
    expect([wrong.status, (await wrong.text()).includes("That is not your password.")]).toEqual([422, true]);
    expect((await visitor.get("/admin/secret")).status).toBe(303);
    const right = await visitor.post("/admin/again", { password: "a stall of my own", next: "/admin/secret" });
    expect([right.status, right.headers.get("Location")]).toEqual([303, "/admin/secret"]);
    expect(await (await visitor.follow(right)).text()).toBe("of the desk");
    expect((await visitor.get("/admin/secret", { headers: { cookie: `pc_admin=${old}` } })).status).toBe(401);
  });

  test("A11: so does what is a customer's own, and the session ends when it would have ended", async () => {
    const customer = shop.visitor();
    await customer.json.post("/auth/login", odile);
    const visitor = guarded(customer);
    expect(await (await visitor.get("/mine")).text()).toBe("of the customer");
    const before = (await shop.deps.store.read.select().from(sessions)).find(({ audience }) => audience === "shop");
    shop.clock.forward(16 * minute);
    expect((await visitor.get("/mine")).headers.get("Location")).toBe("/account/again?next=%2Fmine");
    expect((await visitor.post("/account/again", { password: "", next: "/mine" })).status).toBe(422);
    expect((await visitor.post("/account/again", { password: "wrong one here", next: "/mine" })).status).toBe(422);
    const right = await visitor.post("/account/again", { password: odile.password, next: "/mine" });
    expect(right.headers.get("Location")).toBe("/mine");
    expect(await (await visitor.get("/mine")).text()).toBe("of the customer");
    const after = (await shop.deps.store.read.select().from(sessions)).find(({ audience }) => audience === "shop");
    expect([after?.expiresAt, after?.createdAt]).toEqual([before?.expiresAt, before?.createdAt]);
    expect(after?.id).not.toBe(before?.id);
  });

  test("I10: it goes on to our own addresses only, and who is not signed in is asked to", async () => {
    const customer = shop.visitor();
    await customer.json.post("/auth/login", odile);
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      const right = await customer.post("/account/again", { password: odile.password, next });
      expect(right.headers.get("Location"), next).toBe("/");
    }
    expect((await guarded(shop.visitor()).get("/mine")).headers.get("Location")).toBe("/login?next=%2Fmine");
    expect((await shop.visitor().get("/account/again")).headers.get("Location")).toBe("/login");
    expect((await shop.visitor().get("/admin/again")).status).toBe(401);
  });

  test("E02: it is written down", async () => {
    const rows = await shop.deps.store.read.select().from(auditLog);
    const lines = rows
      .filter(({ act }) => act === "give the password again")
      .map(({ who, result }) => [who.split(":")[0], result]);
    expect(lines).toContainEqual(["staff", "denied"]);
    expect(lines).toContainEqual(["customer", "done"]);
  });
});
