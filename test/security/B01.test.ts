import { describe, expect, test, setDefaultTimeout } from "bun:test";
import { orderLines, orders, outbox, variants } from "#db/schema.ts";
import { addPromotion } from "#src/promotions/setup-store.ts";
import { buyMug, contact, fillCart, lastPage, openHouse } from "./doors.ts";
import type { TestShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

const read = ({ deps }: TestShop) => deps.store.read;
const ordersOf = (shop: TestShop) => read(shop).select().from(orders);
const stockOf = async (shop: TestShop) =>
  (await read(shop).select().from(variants)).map(({ id, stock }) => `${id} ${stock}`);

/** What nobody may say for themselves. */
const claims = {
  ...{ price: "1", unit: "1", unit_price: "1", discount: "9999", shipping: "0", tax: "0", currency: "XXX", goods: "1" },
  ...{ paymentState: "paid", payment_state: "paid", paid: "true", state: "paid", status: "paid", stock: "9999" },
  ...{ customerId: "made-1", customer_id: "made-1", role: "owner", is_admin: "1", isAdmin: "true", created_at: "0" },
  ...{ id: "x", orderId: "x", cartId: "x", cart_id: "x", number: "P-1", version: "99", expiresAt: "" },
};

describe("B01, Z07: what is charged is reckoned here", () => {
  test("fields that nobody asked for change nothing", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { handle: "mug", quantity: "1", ...claims });
    await visitor.post("/checkout", { ...contact, ...claims });
    await visitor.post("/checkout/delivery", { ...contact, ...claims });
    const { number: _, ...others } = claims;
    const placed = await visitor.post("/checkout/place", { ...others, ...(await lastPage(visitor)) });
    expect(placed.status).toBe(303);
    const order = (await ordersOf(shop)).at(-1);
    expect(order).toMatchObject({
      goods: 2999,
      shipping: 500,
      total: 3499,
      paymentState: "unpaid",
      customerId: null,
      currency: "USD",
    });
    await shop.close();
  });

  test("a total of one's own, or goods of one's own, order nothing and show what it comes to", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await fillCart(visitor);
    const before = [(await ordersOf(shop)).length, await stockOf(shop)];
    const page = await lastPage(visitor);
    for (const total of ["1", "0", "-3499", "3499.0", "3498", "", "0x1", "1e3", "99999999999999999999"]) {
      const answer = await visitor.post("/checkout/place", { ...page, total });
      expect([answer.status, (await answer.text()).includes("$34.99")], total).toEqual([409, true]);
    }
    for (const shown of ["", "mug-0*1@1|0,0,0=1", `${page["shown"]}0`, "x".repeat(19_000)]) {
      expect((await visitor.post("/checkout/place", { ...page, shown })).status, shown.slice(0, 40)).toBe(409);
    }
    for (const pay of ["", "free", "paid", "__proto__", "on_pickup"]) {
      expect((await visitor.post("/checkout/place", { ...page, pay })).status, pay).toBe(422);
    }
    expect([(await ordersOf(shop)).length, await stockOf(shop)]).toEqual(before);
    await shop.close();
  });

  test("B09: steps that were left out are asked for, and an empty cart orders nothing", async () => {
    const { shop } = await openHouse();
    const before = (await ordersOf(shop)).length;
    const nobody = shop.visitor();
    const form = { pay: "on_delivery", terms: "yes", total: "3499", shown: "" };
    expect((await nobody.post("/checkout/place", form)).headers.get("Location")).toBe("/cart");
    await nobody.post("/cart/items", { handle: "mug", quantity: "1" });
    expect((await nobody.post("/checkout/place", form)).headers.get("Location")).toBe("/checkout");
    await nobody.post("/checkout", { ...contact, ship: "" });
    expect((await nobody.post("/checkout/place", form)).headers.get("Location")).toBe("/checkout/delivery");
    expect((await ordersOf(shop)).length).toBe(before);
    await shop.close();
  });
});

describe("B02: a quantity is a whole number from 1 to 99", () => {
  const none = [
    "0",
    "-1",
    "1.5",
    "1e3",
    "0x10",
    "1e20",
    "NaN",
    "",
    "５",
    "٣",
    "100",
    "1,0",
    "+4",
    "5abc",
    "--",
    "null",
  ];

  test("in the cart and on a line, whatever is written", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { handle: "mug", quantity: "2" });
    const line = /\/cart\/lines\/([\w-]+)/.exec(await (await visitor.get("/cart")).text())?.[1] ?? "";
    for (const quantity of none) {
      expect((await visitor.post("/cart/items", { handle: "mug", quantity })).status, quantity).toBe(422);
      expect((await visitor.post(`/cart/lines/${line}`, { quantity, op: "set" })).status, quantity).toBe(422);
    }
    expect((await visitor.post("/cart/items", { handle: "mug" })).status).toBe(422);
    expect((await visitor.post("/cart/items", { handle: "mug", quantity: ["1", "2"] })).status).toBe(422);
    expect((await visitor.json.post("/cart/items", { handle: "mug", quantity: 5 })).status).toBe(422);
    expect(await (await visitor.get("/cart")).text()).toContain("$59.98");
    await shop.close();
  });
});

describe("B07: two tabs, the way back and a double click", () => {
  test("one cart is one order, however often the button is pressed, also by another tab's older page", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await lastPage(visitor);
    const letters = await read(shop).$count(outbox);
    const before = (await ordersOf(shop)).length;
    const pressed = await Promise.all(Array.from({ length: 20 }, () => visitor.post("/checkout/place", page)));
    const again = await visitor.post("/checkout/place", page);
    expect(new Set([...pressed, again].map(({ status, headers }) => `${status} ${headers.get("Location")}`)).size).toBe(
      1,
    );
    expect([(await ordersOf(shop)).length - before, (await read(shop).$count(outbox)) - letters]).toEqual([1, 1]);
    await shop.close();
  });

  test("another tab that put more in: the older page orders nothing", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await lastPage(visitor);
    await visitor.post("/cart/items", { handle: "mug", quantity: "1" });
    expect((await visitor.post("/checkout/place", page)).status).toBe(409);
    expect((await visitor.post("/checkout/place", await lastPage(visitor))).status).toBe(303);
    await shop.close();
  });

  test("a cart that is an order takes nothing more: the next thing goes into a new one", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    await buyMug(visitor);
    const lines = await read(shop).$count(orderLines);
    await visitor.post("/cart/items", { handle: "mug", quantity: "3" });
    expect(await read(shop).$count(orderLines)).toBe(lines);
    expect(await (await visitor.get("/cart")).text()).toContain("$89.97");
    await shop.close();
  });
});

describe("B04, S47: codes stay here", () => {
  const half = {
    conditions: {},
    priority: 0,
    startsAt: null,
    endsAt: null,
    customerLimit: null,
    codeLimit: null,
  } as const;
  const effect = { kind: "percent", off: "order", rate: 500_000 } as const;

  test("guesses learn nothing, and are slowed down", async () => {
    const { shop } = await openHouse({ limits: true });
    await shop.deps.store.write((tx) =>
      addPromotion(tx, "half", { ...half, effect, name: "Half", useLimit: null, codes: ["STAFF50"] }),
    );
    const visitor = shop.visitor("10.0.0.9");
    await visitor.post("/cart/items", { handle: "mug", quantity: "1" });
    const answers = [];
    for (const code of ["STAFF5", "STAFF", "%", "*", "' OR 1=1 --", "STAFF50'", "SALE", "A", "B", "C"]) {
      const answer = await visitor.post("/cart/coupon", { code });
      const text = await answer.text();
      expect([answer.status, text.replaceAll(code, "").includes("STAFF50")], code).toEqual([422, false]);
      answers.push(/That code[^<]*/.exec(text)?.[0]);
    }
    expect(new Set(answers).size).toBe(1);
    expect((await visitor.post("/cart/coupon", { code: "STAFF50" })).status).toBe(429);
    await shop.close();
  });

  test("a code for one order is used by one of many who press at once; the others are shown the full price", async () => {
    const { shop } = await openHouse();
    await shop.deps.store.write((tx) =>
      addPromotion(tx, "once", { ...half, effect, name: "Once", useLimit: 1, codes: ["ONCE"] }),
    );
    const many = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const visitor = shop.visitor();
        await visitor.post("/cart/items", { handle: "mug", quantity: "1" });
        await visitor.post("/cart/coupon", { code: "ONCE" });
        await visitor.post("/checkout", contact);
        await visitor.post("/checkout/delivery", contact);
        return { visitor, page: await lastPage(visitor) };
      }),
    );
    const pressed = await Promise.all(many.map(({ visitor, page }) => visitor.post("/checkout/place", page)));
    expect(pressed.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(pressed.filter(({ status }) => status === 409)).toHaveLength(19);
    const reduced = (await ordersOf(shop)).filter(({ discount }) => discount > 0);
    expect(reduced).toHaveLength(1);
    await shop.close();
  });
});
