import { describe, expect, test } from "bun:test";
import { orders, promotionCodes, promotions, promotionUses } from "#db/schema.ts";
import { makeCodes } from "#src/promotions/make-codes.ts";
import { addPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import { fillCart, lastPage, odile, openSmallShop, reachPayment, type SmallShop } from "#test/checkout/small-shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

// Over HTTP, with as many at once as there are buyers: a limit is a limit, and who comes too late is shown the full price.

const half: NewPromotion = {
  name: "Half price",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codes: ["HALF"],
  codeLimit: null,
};
const buyers = 50;
const fetched = { ...odile, ship: "pickup@mill" };

const shopWith = (promotion: Partial<NewPromotion>) =>
  openSmallShop({
    products: [{ title: "Mug", price: 3000, stock: 500 }],
    more: (tx) => addPromotion(tx, "half", { ...half, ...promotion }),
  });

type Ready = { readonly visitor: TestVisitor; readonly form: Readonly<Record<string, string>> };
type Buyer = { readonly email: string; readonly code: string };

/** Everybody has the code in their cart, half the price on the last page, and the finger on the button. */
async function readyToPress(shop: SmallShop, people: readonly Buyer[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const [at, { email, code }] of people.entries()) {
    const visitor = shop.visitor(`10.1.0.${at}`);
    await fillCart(visitor);
    if (code !== "") expect((await visitor.post("/cart/coupon", { code })).status).toBe(303);
    const page = await reachPayment(visitor, { ...fetched, email });
    expect(page.total).toBe("1500");
    ready.push({ visitor, form: { ...page, pay: "transfer" } });
  }
  return ready;
}

/** Presses all buttons at once. Answers how many got the order; the others must be offered the full price, and take it. */
async function race(shop: SmallShop, ready: readonly Ready[]): Promise<number> {
  const answers = await Promise.all(ready.map(({ visitor, form }) => visitor.post("/checkout/place", form)));
  const placed = answers.filter(({ status }) => status === 303).length;
  for (const [at, answer] of answers.entries()) {
    if (answer.status === 303) continue;
    const html = await answer.text();
    expect([answer.status, html.includes("Place the order for $30.00")]).toEqual([409, true]);
    expect(html).not.toContain("HALF");
    const { visitor, form } = ready[at] as Ready;
    const again = await visitor.post("/checkout/place", { ...form, ...lastPage(html) });
    expect(again.status).toBe(303);
  }
  expect(await totals(shop)).toEqual([
    ...Array.from({ length: placed }, () => 1500),
    ...Array.from({ length: ready.length - placed }, () => 3000),
  ]);
  expect(await shop.deps.store.read.select({ used: promotions.used }).from(promotions)).toEqual([{ used: placed }]);
  expect(await shop.deps.store.read.$count(promotionUses)).toBe(placed);
  return placed;
}

async function totals({ deps }: SmallShop): Promise<number[]> {
  const rows = await deps.store.read.select({ total: orders.total }).from(orders);
  return rows.map(({ total }) => Number(total)).toSorted((a, b) => a - b);
}

const everybody = (code: string) => Array.from({ length: buyers }, (_, at) => ({ email: `p${at}@example.com`, code }));
const oneWith = (code: string) => Array.from({ length: buyers }, () => ({ email: "odile@example.com", code }));

describe("fifty who press at once", () => {
  for (const limit of [1, 10]) {
    test(`of a promotion that may be used ${limit} times: ${limit} discounted orders, and the full price for the others`, async () => {
      await using shop = await shopWith({ useLimit: limit });
      expect(await race(shop, await readyToPress(shop, everybody("half")))).toBe(limit);
    }, 120_000);
  }

  test("with one code that works once: one discounted order", async () => {
    await using shop = await shopWith({ codeLimit: 1 });
    expect(await race(shop, await readyToPress(shop, everybody(" h a l f ")))).toBe(1);
    expect(await shop.deps.store.read.select({ used: promotionCodes.used }).from(promotionCodes)).toEqual([
      { used: 1 },
    ]);
  }, 120_000);

  test("once for each customer, who presses in fifty windows: one discounted order", async () => {
    await using shop = await shopWith({ customerLimit: 1 });
    expect(await race(shop, await readyToPress(shop, oneWith("HALF")))).toBe(1);
  }, 120_000);

  test("without a code, once for each customer: one discounted order", async () => {
    await using shop = await shopWith({ customerLimit: 1, codes: [] });
    expect(await race(shop, await readyToPress(shop, oneWith("")))).toBe(1);
  }, 120_000);

  test("each with a code of their own that was made: all of them; two with the same one: one of the two", async () => {
    await using shop = await shopWith({ coded: true, codes: [] });
    const { store, newToken } = shop.deps;
    const keys = await store.write((tx) => makeCodes(tx, { promotionId: "half", count: 25, newToken }));
    const people = everybody("").map(({ email }, at) => ({ email, code: (keys[at % 25] ?? "").toLowerCase() }));
    expect(await race(shop, await readyToPress(shop, people))).toBe(25);
    const codes = await store.read.select({ used: promotionCodes.used }).from(promotionCodes);
    expect(codes.every(({ used }) => used === 1)).toBeTrue();
  }, 120_000);
});
