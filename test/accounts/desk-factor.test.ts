import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { secondFactors } from "#db/schema.ts";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { saveShop } from "#src/settings/store.ts";
import { owner } from "#test/admin/staff.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const ines = { email: "ines@example.com", password: "a stall of my own" };
const page = "/admin/second-step";
let shop: TestShop;
let visitor: TestVisitor;
beforeEach(async () => {
  shop = await openShop({ settings: { testMode: false } });
  visitor = await owner(shop);
});
afterEach(() => shop.close());

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const seedIn = (html: string) => /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(" ", "") ?? "";

async function setUp() {
  const html = await (await visitor.get(page)).text();
  const seed = seedIn(html);
  const done = await visitor.post(page, {
    act: "confirm",
    code: codeAt(seed, shop.clock.now()),
    sealed: hidden(html, "sealed"),
  });
  expect(await done.text()).toContain("Your recovery codes");
  shop.clock.forward(60_000);
  return seed;
}

describe("the second step at the desk", () => {
  test("is required of everybody in a shop that is not in test mode: nothing else is open before", async () => {
    for (const path of ["/admin/orders", "/admin/products?q=x"]) {
      const sent = await visitor.get(path);
      expect([sent.status, sent.headers.get("Location")]).toEqual([303, `${page}?next=${encodeURIComponent(path)}`]);
    }
    expect((await visitor.post("/admin/orders/x/paid")).headers.get("Location")).toBe(`${page}?next=%2Fadmin`);
    expect((await visitor.htmx.get("/admin/orders")).headers.get("HX-Redirect")).toStartWith(page);
    const html = await (await visitor.get(page)).text();
    expect(html).toContain("Set yours up to go on.");
    await setUp();
    expect((await visitor.get("/admin/orders")).status).toBe(200);
  });

  test("signing in takes the code after the password", async () => {
    const seed = await setUp();
    const mine = shop.visitor();
    const asked = await mine.post("/admin/login", { ...ines, next: "/admin/products" });
    const ticket = hidden(await asked.text(), "ticket");
    expect([asked.status, (await mine.get("/admin/orders")).status]).toEqual([200, 401]);
    expect((await mine.post("/admin/login/code", { ticket, code: "000000" })).status).toBe(422);
    const code = codeAt(seed, shop.clock.now());
    const done = await mine.post("/admin/login/code", { ticket, code, next: "/admin/products" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/admin/products"]);
    expect(done.headers.getSetCookie().join()).toContain("SameSite=Strict");
    expect((await mine.get("/admin/products")).status).toBe(200);
    expect((await mine.post("/admin/login/code", { ticket, code, next: "/cart" })).headers.get("Location")).toStartWith(
      "/admin/login",
    );
  });

  test("a ticket of the desk opens no account in the shop, and the other way round", async () => {
    const seed = await setUp();
    const mine = shop.visitor();
    const ticket = hidden(await (await mine.post("/admin/login", ines)).text(), "ticket");
    const tried = await mine.post("/login/code", { ticket, code: codeAt(seed, shop.clock.now()) });
    expect([tried.headers.get("Location"), mine.cookies.has("pc")]).toEqual(["/login?next=%2Faccount", false]);
  });

  test("a shop may only offer it, or require it in test mode too", async () => {
    const set = (staffSecondStep: "" | "required" | "offered", testMode: boolean) =>
      shop.deps.store.write((tx) => saveShop(tx, { staffSecondStep, testMode }));
    await set("offered", false);
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    await set("", true);
    expect((await visitor.get("/admin/orders")).status).toBe(200);
    await set("required", true);
    expect((await visitor.get("/admin/orders")).status).toBe(303);
  });

  test("is kept when the password is asked for again, and turning it off leads back to setting it up", async () => {
    const seed = await setUp();
    shop.clock.forward(16 * 60_000);
    expect((await visitor.get(page)).headers.get("Location")).toStartWith("/admin/again");
    expect((await visitor.post("/admin/again", { password: ines.password, next: page })).headers.get("Location")).toBe(
      page,
    );
    await visitor.post(page, { act: "end", code: codeAt(seed, shop.clock.now()) });
    expect(await shop.deps.store.read.$count(secondFactors)).toBe(0);
    expect((await visitor.get("/admin/orders")).headers.get("Location")).toStartWith(page);
  });
});
