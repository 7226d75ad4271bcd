import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { customers, orders } from "#db/schema.ts";
import { actor, placeMugs } from "#test/orders/an-order.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { lettersTo, linkTo } from "./letters.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const day = 86_400_000;

let shop: TestShop;
beforeEach(async () => void (shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 9 }] })));
afterEach(() => shop.close());

/** Two mugs for a guest, ordered with Odile's address. */
const guestOrder = () =>
  shop.deps.store.write(async (tx) => {
    await placeMugs(tx, actor(shop.clock));
    await tx.update(orders).set({ email: odile.email, emailKey: odile.email, customerId: null });
  });
/** The account, and somebody who is signed in to it: the shop's own visitor. */
const register = async () => {
  await shop.visitor().json.post("/api/register", odile);
  await shop.json.post("/auth/login", odile);
};
const link = () => linkTo(shop, odile.email, "email_verify");
const verified = async () => (await shop.deps.store.read.select().from(customers))[0]?.verifiedAt !== null;

describe("the address of an account", () => {
  test("is confirmed by a press on the page that a letter leads to, and by no look at it", async () => {
    await register();
    const path = await link();
    const page = await shop.get(path);
    expect([page.status, page.headers.get("Referrer-Policy")]).toEqual([200, "no-referrer"]);
    expect(await page.text()).toContain(`action="${path}"`);
    expect(await verified()).toBe(false);
    expect(await (await shop.post(path)).text()).toContain("Your address is confirmed");
    expect(await verified()).toBe(true);
    expect((await shop.post(path)).status).toBe(410);
    expect((await shop.get(path)).status).toBe(410);
  });

  test("the link works for a day, and only the newest does", async () => {
    const visitor = shop.visitor();
    await register();
    const first = await link();
    await visitor.json.post("/auth/login", odile);
    expect(await (await visitor.get("/account")).text()).toContain("Confirm your address");
    const again = await visitor.post("/account/verify");
    expect([again.status, again.headers.get("Location")]).toEqual([303, "/account"]);
    const second = await link();
    expect((await shop.post(first)).status).toBe(410);
    shop.clock.forward(day);
    expect((await shop.post(second)).status).toBe(410);
    await visitor.post("/account/verify");
    expect((await shop.post(await link())).status).toBe(200);
    expect(await (await visitor.get("/account")).text()).not.toContain("Confirm your address");
  });

  test("A10: no more than three letters an hour are sent again", async () => {
    await using limited = await openShop({ limits: true });
    const visitor = limited.visitor();
    await visitor.json.post("/api/register", odile);
    await visitor.json.post("/auth/login", odile);
    const statuses = [];
    for (let each = 0; each < 5; each++) statuses.push((await visitor.post("/account/verify")).status);
    expect(statuses).toEqual([303, 303, 303, 429, 429]);
    expect(await lettersTo(limited, odile.email, "email_verify")).toHaveLength(4);
    expect((await limited.visitor().post("/account/verify")).headers.get("Location")).toBe("/login");
  });

  test("a guest's orders come into the account only then", async () => {
    await guestOrder();
    await register();
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    const mine = async () =>
      (await shop.deps.store.read.select().from(orders)).map(({ customerId }) => customerId !== null);
    expect(await mine()).toEqual([false]);
    expect(await (await visitor.get("/account")).text()).toContain("Nothing ordered yet.");
    expect(await (await shop.post(await link())).text()).toContain(
      "An order that you placed before is in your account now.",
    );
    expect(await mine()).toEqual([true]);
    expect(await (await visitor.get("/account")).text()).not.toContain("Nothing ordered yet.");
  });

  test("A10: not by a press of who reads the letters alone: whoever typed their address would get their orders", async () => {
    await guestOrder();
    await register(); // by somebody else
    const path = await link();
    const reader = shop.visitor();
    for (const answer of [await reader.get(path), await reader.post(path)])
      expect(answer.headers.get("Location")).toBe(`/login?next=${encodeURIComponent(path)}`);
    await reader.post("/register", { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" });
    for (const answer of [await reader.get(path), await reader.post(path)]) {
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("This link is for another account");
    }
    expect(await verified()).toBe(false);
    expect((await shop.deps.store.read.select().from(orders))[0]?.customerId).toBeNull();
  });

  test("an order that is another customer's stays theirs", async () => {
    await guestOrder();
    await shop.deps.store.write((tx) => tx.update(orders).set({ customerId: "somebody" }));
    await register();
    await shop.post(await link());
    expect((await shop.deps.store.read.select().from(orders))[0]?.customerId).toBe("somebody");
  });

  test("the link is nothing once the account has another address", async () => {
    await register();
    const path = await link();
    await shop.deps.store.write((tx) =>
      tx
        .update(customers)
        .set({ email: "new@example.com", emailKey: "new@example.com" })
        .where(eq(customers.email, odile.email)),
    );
    expect((await shop.post(path)).status).toBe(410);
    expect(await verified()).toBe(false);
  });
});
