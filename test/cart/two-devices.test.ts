import { describe, expect, test } from "bun:test";
import { carts } from "#db/schema.ts";
import { openShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const goods = {
  products: [
    { title: "Mug", price: 2999, stock: 50 },
    { title: "Jug", price: 4200, stock: 50 },
  ],
};
const anna = { email: "anna@example.com", password: "a long walk home", displayName: "Anna" };
const ben = { ...anna, email: "ben@example.com", displayName: "Ben" };

const add = (device: TestVisitor, handle: string, quantity: number) =>
  device.post("/cart/items", { handle, quantity: String(quantity) });
const signIn = async (device: TestVisitor, { email, password } = anna) =>
  expect((await device.post("/login", { email, password })).status).toBe(303);
/** "1 Jug, 3 Mug": what the cart's page shows, and the count in the header with it. */
async function cartOf(device: TestVisitor): Promise<string> {
  const html = await (await device.get("/cart")).text();
  const lines = [...html.matchAll(/value="(\d+)" autocomplete="off" aria-label="How many: ([^"]+)"/g)];
  const count = /id="cart-count"[^>]*>(\d+)?/.exec(html)?.[1] ?? "0";
  expect(count).toBe(String(lines.reduce((units, line) => units + Number(line[1]), 0)));
  return lines
    .map(([, units, title]) => `${units} ${title}`)
    .toSorted()
    .join(", ");
}

async function openBoth() {
  const shop = await openShop(goods);
  const [phone, desk] = [shop.visitor(), shop.visitor()];
  for (const who of [anna, ben]) await shop.visitor().json.post("/api/register", who);
  return { shop, phone, desk };
}

describe("a customer on two devices", () => {
  test("has one cart, whichever one they change it on", async () => {
    const { shop, phone, desk } = await openBoth();
    await add(phone, "mug", 2);
    await signIn(phone);
    await signIn(desk);
    expect(await cartOf(desk)).toBe("2 Mug");
    expect(await cartOf(phone)).toBe("2 Mug");
    await add(phone, "jug", 1);
    expect(await cartOf(desk)).toBe("1 Jug, 2 Mug");
    const line = /action="\/cart\/lines\/([^"]+)"/.exec(await (await desk.get("/cart")).text())?.[1];
    await desk.post(`/cart/lines/${line}`, { op: "set", quantity: "5" });
    expect(await cartOf(phone)).toBe("1 Jug, 5 Mug");
    expect(await (await phone.get("/checkout")).text()).toContain("$191.95");
    expect(await shop.deps.store.read.select({ count: carts.count }).from(carts)).toEqual([{ count: 6 }]);
    await shop.close();
  });

  test("starts it on either, also where nothing was in it when they signed in", async () => {
    const { shop, phone, desk } = await openBoth();
    await signIn(phone);
    await signIn(desk);
    await add(desk, "jug", 1);
    expect(await cartOf(phone)).toBe("1 Jug");
    await add(phone, "jug", 1);
    expect(await cartOf(desk)).toBe("2 Jug");
    await shop.close();
  });

  test("leaves no cart behind where they sign out, and finds it where they sign in again", async () => {
    const { shop, phone } = await openBoth();
    await signIn(phone);
    await add(phone, "mug", 3);
    await phone.post("/logout", {});
    expect(await cartOf(phone)).toBe("");
    await signIn(phone);
    expect(await cartOf(phone)).toBe("3 Mug");
    await shop.close();
  });

  test("never gets or fills the cart of who was here before", async () => {
    const { shop, phone, desk } = await openBoth();
    await signIn(phone);
    await add(phone, "mug", 3);
    const cookie = phone.cookies.get("pc_cart") ?? "";
    await signIn(desk, ben);
    desk.cookies.set("pc_cart", cookie);
    expect(await cartOf(desk)).toBe("");
    await add(desk, "jug", 1);
    expect(await cartOf(desk)).toBe("1 Jug");
    expect(await cartOf(phone)).toBe("3 Mug");
    await shop.close();
  });

  test("is told what a sign-in brought into the cart, and can undo it, with scripts and without", async () => {
    for (const htmx of [false, true]) {
      const { shop, phone, desk } = await openBoth();
      await signIn(phone);
      await add(phone, "mug", 3);
      await add(phone, "jug", 1);
      await phone.post("/logout", {});
      await add(desk, "mug", 1);
      await signIn(desk);
      const account = await (await desk.get("/account")).text();
      expect(account).toContain("One thing from your last visit is in your cart again.");
      expect(account).toContain("In the cart you can undo that.");
      expect(await cartOf(desk)).toBe("1 Jug, 3 Mug");
      const shown = await (await desk.get("/cart")).text();
      expect(shown).toContain("There is more of one thing");
      expect(shown).toContain('action="/cart/unmerge"');
      if (htmx) {
        const part = await (await desk.htmx.post("/cart/unmerge", {})).text();
        expect(part).toContain("Your cart is as it was.");
        expect(part).not.toContain("<html");
      } else {
        const answer = await desk.post("/cart/unmerge", {});
        expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
      }
      expect(await cartOf(desk)).toBe("1 Mug");
      expect(await (await desk.get("/cart")).text()).not.toContain("/cart/unmerge");
      expect((await desk.post("/cart/unmerge", {})).status).toBe(303);
      await shop.close();
    }
  });

  test("is no longer offered to undo it after a day, nor is anybody else", async () => {
    const { shop, phone, desk } = await openBoth();
    await signIn(phone);
    await add(phone, "jug", 1);
    await add(desk, "mug", 1);
    await signIn(desk);
    expect((await shop.visitor().post("/cart/unmerge", {})).status).toBe(303);
    expect(await cartOf(desk)).toBe("1 Jug, 1 Mug");
    shop.clock.forward(25 * 3_600_000);
    expect(await (await desk.get("/cart")).text()).not.toContain("/cart/unmerge");
    await shop.close();
  });
});
