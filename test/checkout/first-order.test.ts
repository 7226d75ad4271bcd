import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { orders } from "#db/schema.ts";
import { addPromotion } from "#src/promotions/setup-store.ts";
import { buyMug, contact, lastPage } from "#test/security/doors.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

setDefaultTimeout(60_000);

const half = {
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: { firstOrder: true },
  name: "First time",
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codeLimit: null,
  codes: ["FIRST"],
} as const;
const anna = { email: "anna@example.com", password: "a long walk home", displayName: "Anna" };

async function openStall() {
  const shop = await openShop({ products: [{ title: "Mug", price: 3000, stock: 500 }] });
  await shop.deps.store.write((tx) => addPromotion(tx, "first", half));
  return shop;
}
const totals = async (shop: TestShop) =>
  (await shop.deps.store.read.select({ total: orders.total }).from(orders))
    .map((row) => row.total as number)
    .toSorted();

async function fill(visitor: TestVisitor, email: string): Promise<Response> {
  await visitor.post("/cart/items", { handle: "mug", quantity: "1" });
  const used = await visitor.post("/cart/coupon", { code: "FIRST" });
  await visitor.post("/checkout", { ...contact, email });
  await visitor.post("/checkout/delivery", { ...contact, email });
  return used;
}
const press = async (visitor: TestVisitor) => visitor.post("/checkout/place", await lastPage(visitor));

describe("what is for a first order", () => {
  test("holds once for a guest's address, however it is written, and says why not the second time", async () => {
    const shop = await openStall();
    const first = shop.visitor();
    await fill(first, "odile@example.com");
    expect((await press(first)).status).toBe(303);

    const second = shop.visitor();
    expect((await fill(second, " Odile@Example.COM ")).status).toBe(303); // nobody knows yet who it is
    const page = await (await second.get("/checkout/payment")).text();
    expect(page).toContain("$35.00");
    expect(page).toContain("First time is for a first order.");
    expect((await press(second)).status).toBe(303);
    expect(await totals(shop)).toEqual([2000, 3500]);
    await shop.close();
  });

  test("is refused in the cart of a customer who has ordered, with the reason", async () => {
    const shop = await openStall();
    const visitor = shop.visitor();
    await visitor.json.post("/api/register", anna);
    await visitor.post("/login", { email: anna.email, password: anna.password });
    await buyMug(visitor);
    const refused = await fill(visitor, "another@example.com");
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("is for a first order");
    expect((await press(visitor)).status).toBe(303);
    expect(await totals(shop)).toEqual([3500, 3500]);
    await shop.close();
  });

  test("holds for one of two carts of one address that are ordered at once; the other is shown the full price", async () => {
    const shop = await openStall();
    const carts = [shop.visitor(), shop.visitor(), shop.visitor()];
    for (const cart of carts) await fill(cart, "odile@example.com");
    const pages = await Promise.all(carts.map(lastPage));
    const answers = await Promise.all(carts.map((cart, at) => cart.post("/checkout/place", pages[at] ?? {})));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 409, 409]);
    const late = answers.findIndex((answer) => answer.status === 409);
    expect(await answers[late]?.text()).toContain("$35.00");
    expect(await totals(shop)).toEqual([2000]);
    await shop.close();
  });
});
