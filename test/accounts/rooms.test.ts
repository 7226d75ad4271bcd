import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { customers } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { brokenOut, hostile } from "#test/views/page-shell.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };

let shop: TestShop;
let visitor: TestVisitor;
beforeAll(async () => {
  shop = await openShop();
  visitor = shop.visitor();
  await visitor.post("/register", odile);
});
afterAll(() => shop.close());
const page = async (path: string, who = visitor) => (await who.get(path)).text();

describe("the rooms of an account", () => {
  const rooms = [
    "/account",
    "/account/addresses",
    "/news",
    "/account/security",
    "/likes",
    "/newsletter",
    "/account/data",
  ] as const;

  test("lead to each other, and each says that one is there", async () => {
    for (const room of rooms) {
      const nav = /<nav class="page-head" aria-label="Your account">.*?<\/nav>/s.exec(await page(room))?.[0] ?? "";
      for (const other of rooms.filter((each) => each !== room)) expect(nav, room).toContain(`href="${other}"`);
      expect(nav.match(/aria-current="page"/g), room).toHaveLength(1);
      expect(nav, room).not.toContain(`href="${room}"`);
    }
  });

  test("are shown to nobody who has no account", async () => {
    for (const room of ["/likes", "/newsletter"])
      expect(await page(room, shop.visitor()), room).not.toContain('aria-label="Your account"');
  });

  test("do not name what the shop does without", async () => {
    await using small = await openShop({ env: { PUSHCART_FEATURES: "-likes,-newsletter" } });
    const customer = small.visitor();
    await customer.post("/register", odile);
    const nav = /<nav class="page-head".*?<\/nav>/s.exec(await page("/account", customer))?.[0] ?? "";
    expect(nav).toContain("/account/addresses");
    expect(nav).not.toMatch(/href="\/(likes|newsletter)"/);
  });

  test("know the address already where the newsletter asks for it", async () => {
    expect(await page("/newsletter")).toContain('value="odile@example.com"');
  });
});

describe("a name", () => {
  test("is changed by a form of its own, and what is no name is refused", async () => {
    expect(await page("/account/security")).toContain('href="/account/name"');
    expect(await page("/account/name")).toContain('value="Odile"');
    for (const displayName of ["", "   ", "x".repeat(101)]) {
      const refused = await visitor.htmx.post("/account/name", { displayName });
      expect([refused.status, (await refused.text()).includes('id="displayName-error"')]).toEqual([422, true]);
    }
    expect((await shop.deps.store.read.select().from(customers))[0]?.displayName).toBe("Odile");
    const done = await visitor.post("/account/name", { displayName: " Odile Bernard " });
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/account/security"]);
    expect(await page("/account/security")).toContain("Your name is changed.");
    expect(await page("/account")).toContain("Odile Bernard");
  });

  test("is nobody else's to change, and stays text", async () => {
    const stranger = await shop.visitor().post("/account/name", { displayName: "Eve" });
    expect([stranger.status, stranger.headers.get("Location")]).toEqual([303, "/login"]);
    await visitor.post("/account/name", { displayName: hostile.slice(0, 100) });
    for (const path of ["/account", "/account/security", "/account/name", "/account/addresses/new"])
      expect(brokenOut(await page(path)), path).toBe(false);
  });
});
