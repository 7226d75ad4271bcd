import { describe, expect, test } from "bun:test";
import { customerGroups, orders, promotionUses } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { beginPayment } from "#src/orders/begin-payment.ts";
import { recordPayment } from "#src/orders/record-payment.ts";
import { cancelOrder } from "#src/orders/cancel-order.ts";
import { expireOrders } from "#src/orders/expire-orders.ts";
import { loadOrder } from "#src/orders/store.ts";
import { addPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import { customerCommand } from "#src/cli/customer.ts";
import { Command } from "commander";
import type { CliContext } from "#src/cli/context.ts";
import { fillCart, odile, openSmallShop, reachPayment, type SmallShop } from "#test/checkout/small-shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const half: NewPromotion = {
  name: "Half",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codes: [],
  codeLimit: null,
};
const fetched = { ...odile, ship: "pickup@mill" };
const mug = { title: "Mug", price: 3000, stock: 100 };

const shopWith = (promotion: Partial<NewPromotion>) =>
  openSmallShop({ products: [mug], more: (tx) => addPromotion(tx, "half", { ...half, ...promotion }) });

async function signedIn(shop: SmallShop, email = "odile@example.com", visitor = shop.visitor()): Promise<TestVisitor> {
  const made = await visitor.post("/register", { email, password: "a mug of my own", displayName: "Odile" });
  if (made.status !== 303) throw new Error(`not registered: ${made.status}`);
  return visitor;
}

/** What the last page says it comes to, and what is then charged. */
async function buy(visitor: TestVisitor, email: string = odile.email, code = ""): Promise<number> {
  await fillCart(visitor);
  if (code !== "") await visitor.post("/cart/coupon", { code });
  const page = await reachPayment(visitor, { ...fetched, email });
  const placed = await visitor.post("/checkout/place", { ...page, pay: "transfer" });
  if (placed.status !== 303) throw new Error(`not placed: ${placed.status}`);
  return Number(page.total);
}

describe("once for each customer", () => {
  for (const codes of [[], ["HALF"]]) {
    const [code = ""] = codes;
    test(`${code === "" ? "without" : "with"} a code: by the account, by its address and by the one that is typed`, async () => {
      await using shop = await shopWith({ customerLimit: 1, codes });
      const visitor = await signedIn(shop);
      expect(await buy(visitor, "odile@example.com", code)).toBe(1500);
      // Signed in, another address at the checkout is the same customer.
      expect(await buy(visitor, "other@example.com", code)).toBe(3000);
      // As a guest, with the account's address, however it is typed.
      expect(await buy(shop.visitor(), " Odile@Example.com ", code)).toBe(3000);
      // Somebody else.
      expect(await buy(shop.visitor(), "ada@example.com", code)).toBe(1500);
      expect(await buy(shop.visitor(), "ADA@example.com", code)).toBe(3000);
      // A guest who then makes an account.
      expect(await buy(await signedIn(shop, "ada@example.com"), "new@example.com", code)).toBe(3000);
    });
  }

  test("says so in the cart of who is signed in, and to a guest at the checkout", async () => {
    await using shop = await shopWith({ customerLimit: 1, codes: ["HALF"] });
    const visitor = await signedIn(shop);
    await buy(visitor, odile.email, "HALF");
    await fillCart(visitor);
    const refused = await visitor.htmx.post("/cart/coupon", { code: "half" });
    expect([refused.status, (await refused.text()).includes("That code was already used by you.")]).toEqual([
      422,
      true,
    ]);
  });
});

test("a promotion without a code says in the cart why it is not for this buyer or this place", async () => {
  await using shop = await shopWith({ customerLimit: 1, conditions: { countries: ["US"] } });
  const visitor = await signedIn(shop);
  await buy(visitor);
  await fillCart(visitor);
  expect(await (await visitor.get("/cart")).text()).toContain("Half was already used by you.");
  const other = shop.visitor();
  await fillCart(other);
  await other.post("/cart/estimate", { country: "DE", postcode: "" });
  expect(await (await other.get("/cart")).text()).toContain("Half does not hold for that country.");
});

describe("for a group of customers", () => {
  test("holds for those who are signed in, in cart and checkout, and for no address that is typed", async () => {
    await using shop = await shopWith({ conditions: { groups: ["wholesale"] } });
    const visitor = await signedIn(shop);
    await fillCart(visitor);
    expect(await (await visitor.get("/cart")).text()).not.toContain("−$15.00");
    await group(shop, "Odile@example.com", "Wholesale");
    expect(await (await visitor.get("/cart")).text()).toContain("−$15.00");
    const page = await reachPayment(visitor, fetched);
    expect(page.total).toBe("1500");
    expect((await visitor.post("/checkout/place", { ...page, pay: "transfer" })).status).toBe(303);
    expect(await buy(shop.visitor(), "odile@example.com")).toBe(3000);
    await group(shop, "odile@example.com", "wholesale", "--remove");
    expect(await buy(visitor)).toBe(3000);
  });

  test("a code says for whom it is", async () => {
    await using shop = await shopWith({ conditions: { groups: ["trade"] }, codes: ["TRADE"] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const refused = await visitor.htmx.post("/cart/coupon", { code: "trade" });
    expect(await refused.text()).toContain("That code is for customers of a group, who are signed in.");
  });

  test("an account that was put into a group is listed; who has none, and what is no group, is said", async () => {
    await using shop = await shopWith({});
    await signedIn(shop);
    expect(await group(shop, "odile@example.com", "wholesale")).toEqual([]);
    expect(await group(shop)).toEqual(["wholesale  odile@example.com"]);
    expect(await group(shop, "nobody@example.com", "x").catch(String)).toContain("No account has the address");
    expect(await group(shop, "odile@example.com", "<b>").catch(String)).toContain("is no group");
    expect(await shop.deps.store.read.$count(customerGroups)).toBe(1);
  });
});

async function group({ deps }: SmallShop, ...words: string[]): Promise<string[]> {
  const printed: string[] = [];
  const context = { out: (text: string) => printed.push(text), say: () => {}, open: async () => deps };
  const program = new Command().exitOverride();
  customerCommand(program, () => context as unknown as CliContext);
  await program.parseAsync(["customer", "group", ...words], { from: "user" });
  return printed;
}

describe("money that comes late", () => {
  const paid = { state: "paid", reference: "r", last4: "4242" } as const;

  async function lateOrder(shop: SmallShop) {
    const visitor = shop.visitor();
    await fillCart(visitor);
    await visitor.post("/cart/coupon", { code: "HALF" });
    const page = await reachPayment(visitor, fetched);
    expect((await visitor.post("/checkout/place", { ...page, pay: "test_card" })).status).toBe(303);
    const { store } = shop.deps;
    const id = (await store.read.select({ id: orders.id }).from(orders))[0]?.id ?? "";
    const act = await acting(shop.deps, "shop");
    const begun = await store.write((tx) => beginPayment(tx, act, id));
    shop.clock.forward(31 * 60_000);
    expect(await expireOrders(shop.deps)).toBe(1);
    expect(await store.read.$count(promotionUses)).toBe(0);
    const key = begun.ok ? begun.key : "";
    return { id, pay: () => store.write((tx) => recordPayment(tx, act, { orderId: id, key, outcome: paid })) };
  }

  test("claims the promotion again while it may be used, though it has ended since", async () => {
    await using shop = await shopWith({ codes: ["HALF"], useLimit: 1, endsAt: new Date("2026-11-22T10:00:00Z") });
    const { id, pay } = await lateOrder(shop);
    await pay();
    expect(await loadOrder(shop.deps.store.read, id)).toMatchObject({ state: "placed", paymentState: "paid" });
    expect(await shop.deps.store.read.select().from(promotionUses)).toMatchObject([{ orderId: id, codeKey: "HALF" }]);
  });

  test("says so where somebody else has used it up, and takes no goods", async () => {
    await using shop = await shopWith({ codes: ["HALF"], useLimit: 1 });
    const { id, pay } = await lateOrder(shop);
    expect(await buy(shop.visitor(), "ada@example.com", "HALF")).toBe(1500);
    await pay();
    const order = await loadOrder(shop.deps.store.read, id);
    expect(order).toMatchObject({ state: "canceled", paymentState: "paid" });
    const why = "Paid after it was given up, and “Half” may not be used any more.";
    expect(order?.events.find(({ what }) => what === "needs_attention")).toMatchObject({ detail: { why } });
    expect(await shop.deps.store.read.$count(promotionUses)).toBe(1);
  });
});

test("what an order used may be used again once it is canceled", async () => {
  await using shop = await shopWith({ codes: ["HALF"], useLimit: 1, codeLimit: 1 });
  await buy(shop.visitor(), odile.email, "HALF");
  const { store } = shop.deps;
  const act = await acting(shop.deps, "guest");
  const [order] = await store.read.select().from(orders);
  const target = { id: order?.id ?? "", version: order?.version ?? 0 };
  await store.write((tx) => cancelOrder(tx, act, target));
  expect(await buy(shop.visitor(), "ada@example.com", "HALF")).toBe(1500);
});
