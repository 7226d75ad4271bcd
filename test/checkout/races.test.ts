import { eq } from "drizzle-orm";
import { describe, expect, test } from "bun:test";
import type { Tx } from "#db/open.ts";
import {
  carts,
  orderLines,
  orders,
  outbox,
  payments,
  promotionCodes,
  promotions,
  stockMoves,
  variants,
} from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { toCents } from "#src/pricing/money.ts";
import {
  fillCart,
  lastPage,
  odile,
  openSmallShop,
  order,
  reachPayment,
  type LastPage,
  type SmallShop,
} from "./small-shop.ts";

const mug = { title: "Mug", price: 2999, stock: 10 };
const statuses = (answers: readonly Response[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const stockOf = async ({ deps }: SmallShop) =>
  (await deps.store.read.select({ stock: variants.stock }).from(variants).where(eq(variants.id, "mug-0")))[0]?.stock;
const count = (
  { deps }: SmallShop,
  table: typeof orders | typeof orderLines | typeof outbox | typeof payments | typeof stockMoves,
) => deps.store.read.$count(table);

/** Half off with a code that may be used so many times. */
const halfOff = (useLimit: number) => async (tx: Tx) => {
  const effect = { kind: "percent", off: "order", rate: 500_000 } as const;
  await tx.insert(promotions).values({ id: "staff", name: "Staff", effect, conditions: {}, coded: true, useLimit });
  await tx.insert(promotionCodes).values({ key: "STAFF50", promotionId: "staff" });
  await bump(tx, ["promotions"]);
};

describe("many at once", () => {
  test("of 200 buyers of the last ten, ten get an order and 190 a page that says so", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const people = Array.from({ length: 200 }, (_, at) => shop.visitor(`10.0.${at >> 7}.${at % 128}`));
    for (const person of people) await fillCart(person);
    const pages: LastPage[] = [];
    for (const person of people) pages.push(await reachPayment(person));
    const started = performance.now();
    const answers = await Promise.all(
      people.map((person, at) => person.post("/checkout/place", { ...pages[at], pay: "transfer" })),
    );
    const took = performance.now() - started;
    expect(statuses(answers)).toEqual({ 303: 10, 409: 190 });
    const late = await answers.find(({ status }) => status === 409)?.text();
    expect(late).toContain("Somebody was quicker");
    expect(late).toContain("Mug");
    expect(late).toContain(": you wanted 1, none is left.");
    expect(await stockOf(shop)).toBe(0);
    expect([
      await count(shop, orders),
      await count(shop, orderLines),
      await count(shop, outbox),
      await count(shop, stockMoves),
    ]).toEqual([10, 10, 10, 10]);
    console.log(`200 buyers of the last ten: ${Math.round(took)} ms`);
  }, 60_000);

  test("twenty presses of one button are one order, one letter, one address", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await reachPayment(visitor);
    const press = () => visitor.post("/checkout/place", { ...page, pay: "on_delivery" });
    const answers = await Promise.all(Array.from({ length: 20 }, press));
    answers.push(await press()); // after Back
    expect(statuses(answers)).toEqual({ 303: 21 });
    expect(new Set(answers.map((answer) => answer.headers.get("Location"))).size).toBe(1);
    expect([await count(shop, orders), await count(shop, outbox), await stockOf(shop)]).toEqual([1, 1, 9]);
  });

  test("twenty presses at the till are one charge", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const till = (await order(visitor, "test_card")).headers.get("Location") ?? "";
    expect(till).toMatch(/^\/checkout\/test-card\/[\w-]{43}$/);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => visitor.post(till, { card: "4242 4242 4242 4242" })),
    );
    expect(statuses(answers)).toEqual({ 303: 20 });
    expect(await count(shop, payments)).toBe(1);
    const [row] = await shop.deps.store.read.select({ paymentState: orders.paymentState }).from(orders);
    expect(row).toEqual({ paymentState: "paid" });
    expect(await count(shop, outbox)).toBe(1);
  });
});

describe("what has changed between looking and pressing", () => {
  test("a price: 409 with old and new, and the new total to confirm", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor, "mug-0", 2);
    const page = await reachPayment(visitor);
    await shop.deps.store.write((tx) =>
      tx
        .update(variants)
        .set({ price: toCents(3199) })
        .where(eq(variants.id, "mug-0")),
    );
    const refused = await visitor.post("/checkout/place", { ...page, pay: "transfer" });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    for (const shown of ["$29.99", "$31.99", "$64.98", "$68.98", "Place the order for $68.98"])
      expect(html).toContain(shown);
    expect(await count(shop, orders)).toBe(0);
    const confirmed = await visitor.post("/checkout/place", { ...lastPage(html), pay: "transfer" });
    expect(confirmed.status).toBe(303);
    expect(await shop.deps.store.read.select({ total: orders.total }).from(orders)).toEqual([{ total: toCents(6898) }]);
  });

  test("the cart, in another window: 409 with what is different", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await reachPayment(visitor);
    await fillCart(visitor, "mug-0", 2);
    const refused = await visitor.post("/checkout/place", { ...page, pay: "transfer" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("Mug, quantity");
  });

  test("a code that was used up: 409 with the full price", async () => {
    await using shop = await openSmallShop({ products: [mug], more: halfOff(1) });
    const [ada, bob] = [shop.visitor(), shop.visitor()];
    for (const person of [ada, bob]) {
      await fillCart(person);
      expect((await person.post("/cart/coupon", { code: "staff50" })).status).toBe(303);
    }
    const person = { ...odile, ship: "pickup@mill" };
    const [first, second] = [
      await reachPayment(ada, person),
      await reachPayment(bob, { ...person, email: "bob@example.com" }),
    ];
    expect([first.total, second.total]).toEqual(["1500", "1500"]);
    const answers = await Promise.all([
      ada.post("/checkout/place", { ...first, pay: "transfer" }),
      bob.post("/checkout/place", { ...second, pay: "transfer" }),
    ]);
    expect(statuses(answers)).toEqual({ 303: 1, 409: 1 });
    const late = answers.find(({ status }) => status === 409);
    const html = (await late?.text()) ?? "";
    expect(html).toContain("Place the order for $29.99");
    expect(html).not.toContain("STAFF50");
    const loser = late === answers[0] ? ada : bob;
    expect((await loser.post("/checkout/place", { ...lastPage(html), pay: "transfer" })).status).toBe(303);
    const totals = (await shop.deps.store.read.select({ total: orders.total }).from(orders)).map(({ total }) =>
      Number(total),
    );
    expect(totals.toSorted((a, b) => a - b)).toEqual([1500, 2999]);
  });
});

describe("what is sent beside the form", () => {
  test("changes nothing: prices, totals, states and roles are the shop's own", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await reachPayment(visitor);
    const forged = {
      price: "1",
      unit: "1",
      discount: "2998",
      tax: "0",
      shipping: "0",
      currency: "JPY",
      paid: "1",
      status: "paid",

      payment_state: "paid",
      paymentState: "paid",
      customer_id: "c1",
      customerId: "c1",
      role: "owner",
      is_admin: "1",

      stock: "999",
      number: "P-1",
      id: "x",
      created_at: "2000-01-01",
      quantity: "99",
      cartId: "other",
    };
    const placed = await visitor.post("/checkout/place", { ...forged, ...page, pay: "transfer" });
    expect(placed.status).toBe(303);
    const [row] = await shop.deps.store.read.select().from(orders);
    expect(row).toMatchObject({
      number: "P-1001",
      total: 3499,
      currency: "USD",
      paymentState: "unpaid",
      customerId: null,
      discount: 0,
    });
    expect(await stockOf(shop)).toBe(9);
  });

  test("a total of one's own is refused, whatever it looks like", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await reachPayment(visitor);
    for (const total of ["1", "0", "-3499", "3499.0", "3.499e3", "0xDAB", "NaN", "", "３４９９", "9".repeat(19)]) {
      const answer = await visitor.post("/checkout/place", { ...page, total, pay: "transfer" });
      expect(answer.status, total).toBe(409);
    }
    const doubled = await visitor.post("/checkout/place", { ...page, total: [page.total, "1"], pay: "transfer" });
    expect(doubled.status).toBe(409);
    expect(await count(shop, orders)).toBe(0);
    expect(await stockOf(shop)).toBe(10);
  });

  test("hostile text is kept as text in every field, on the page and in the letter", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const evil = `<script>alert(1)</script>"'&`;
    const person = { ...odile, name: evil, street: evil, city: evil, extra: evil, company: evil, note: evil };
    const html = await (await visitor.follow(await order(visitor, "transfer", person))).text();
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;alert(1)");
    const [letter] = await shop.deps.store.read.select().from(outbox);
    expect(letter?.html).not.toContain("<script>alert");
    expect(letter?.text).toContain("<script>alert(1)</script>");
    expect(letter?.subject).toBe("Order P-1001 at Test Shop");
    expect(await shop.deps.store.read.select({ state: carts.state }).from(carts)).toEqual([{ state: "closed" }]);
  });
});
