import { describe, expect, test } from "bun:test";
import type { PricingPromotion } from "#src/pricing/promotion.ts";
import { priceCart, type PricingInput } from "#src/pricing/totals.ts";
import { cart, delivery, fixed, line, order, percent, product, shipping, taxes } from "./carts.ts";

const lines = [line("a", 1000, 2), line("b", 3000)];
const price = (promotions: readonly PricingPromotion[], words: Partial<PricingInput> = {}) =>
  priceCart(cart({ lines, promotions, ...words }));
const appliedIds = (promotions: readonly PricingPromotion[], words: Partial<PricingInput> = {}) =>
  price(promotions, words).applied.map(({ promotionId, amount }) => `${promotionId} ${amount}`);
const reasons = (promotions: readonly PricingPromotion[], words: Partial<PricingInput> = {}) =>
  Object.fromEntries(price(promotions, words).notApplied.map(({ promotionId, reason }) => [promotionId, reason]));

describe("product discounts", () => {
  test("each line gets the one that saves most on it", () => {
    const promotions = [product("a only", percent("20"), { lines: ["a"] }), product("everything", percent("10"))];
    expect(appliedIds(promotions)).toEqual(["a only 400", "everything 300"]);
  });

  test("one that is better nowhere is not applied, and says what is better and what it would save", () => {
    const promotions = [product("ten", percent("10")), product("twenty", percent("20"))];
    expect(appliedIds(promotions)).toEqual(["twenty 1000"]);
    expect(reasons(promotions)).toMatchObject({ ten: { code: "better", by: "twenty", byName: "twenty", saves: 500 } });
  });

  test("on a tie the lower id wins", () => {
    expect(appliedIds([product("2", percent("10")), product("1", fixed(500))])).toEqual(["1 500"]);
  });

  test("those that combine apply one after another, by priority, each on what is left", () => {
    const promotions = [
      product("second", percent("10"), { stacking: "combines", priority: 2, lines: ["a"] }),
      product("first", { ...fixed(500), kind: "fixedPerUnit" }, { stacking: "combines", priority: 1, lines: ["a"] }),
    ];
    expect(appliedIds(promotions)).toEqual(["first 1000", "second 100"]);
  });

  test("those that combine are weighed together against one that stands by itself", () => {
    const pair = [5, 6].map((id) => product(`pair ${id}`, percent("10"), { stacking: "combines" }));
    expect(appliedIds([...pair, product("one", percent("15"))])).toEqual(["pair 5 500", "pair 6 450"]);
    expect(appliedIds([...pair, product("one", percent("20"))])).toEqual(["one 1000"]);
  });
});

describe("order discounts", () => {
  test("one applies: the one after which the whole total is least, tax and all", () => {
    const taxed = [line("free", 1000), line("taxed", 1000, 1, { taxes: taxes("25") })];
    const promotions = [
      order("off free", fixed(520), { lines: ["free"] }),
      order("off taxed", fixed(500), { lines: ["taxed"] }),
    ];
    expect(appliedIds(promotions, { lines: taxed })).toEqual(["off taxed 500"]);
    expect(reasons(promotions, { lines: taxed })).toMatchObject({ "off free": { code: "better", saves: 520 } });
  });

  test("it works on what product discounts leave", () => {
    expect(appliedIds([order("order", percent("10")), product("product", percent("50"))])).toEqual([
      "product 2500",
      "order 250",
    ]);
  });
});

describe("shipping discounts", () => {
  const sent = { shipping: shipping(800) };

  test("one applies beside those of the other classes", () => {
    const promotions = [
      delivery("free", { kind: "free" }),
      delivery("less", fixed(300)),
      order("order", percent("10")),
    ];
    expect(appliedIds(promotions, sent)).toEqual(["order 500", "free 800"]);
    expect(reasons(promotions, sent)).toMatchObject({ less: { code: "better", by: "free", saves: 300 } });
  });

  test("a coupon never touches shipping, and a shipping discount never the goods", () => {
    expect(price([order("all", percent("100"))], sent)).toMatchObject({ discount: 5000, total: 800 });
    expect(price([delivery("more", fixed(5000))], sent)).toMatchObject({ discount: 0, total: 5000 });
  });

  test("says how much is missing before it says that nothing is shipped yet", () => {
    const meter = [delivery("meter", { kind: "free" }, { minSubtotal: 6000 })];
    expect(reasons(meter)).toMatchObject({ meter: { code: "min-subtotal", needed: 6000, missing: 1000 } });
    expect(reasons([delivery("any", { kind: "free" })])).toEqual({ any: { code: "no-shipping" } });
  });
});

describe("a promotion that goes alone", () => {
  const others = [product("product", percent("10")), order("order", percent("10"))];

  test("applies where it saves more than all others together", () => {
    const alone = order("alone", percent("30"), { stacking: "alone" });
    expect(appliedIds([...others, alone])).toEqual(["alone 1500"]);
    expect(reasons([...others, alone])).toMatchObject({
      product: { code: "alone", by: "alone", saves: 500 },
      order: { code: "alone", by: "alone", saves: 450 },
    });
  });

  test("does not apply where the others save as much", () => {
    const alone = order("alone", fixed(950), { stacking: "alone" });
    expect(appliedIds([...others, alone])).toEqual(["product 500", "order 450"]);
    expect(reasons([...others, alone])).toMatchObject({ alone: { code: "alone", by: "product", saves: 950 } });
  });
});

describe("conditions", () => {
  test("count what lines cost before any discount, so that a coupon cannot unmake itself", () => {
    const coupon = order("coupon", percent("50"), { minSubtotal: 5000 });
    expect(appliedIds([product("product", percent("50")), coupon])).toEqual(["product 2500", "coupon 1250"]);
  });

  test("say what is missing", () => {
    const promotions = [
      order("spend", percent("10"), { minSubtotal: 5001 }),
      order("units", percent("10"), { minQuantity: 5 }),
      order("of one", percent("10"), { minLineQuantity: 4 }),
      order("others", percent("10"), { lines: ["x"] }),
    ];
    expect(reasons(promotions)).toMatchObject({
      spend: { code: "min-subtotal", needed: 5001, missing: 1 },
      units: { code: "min-quantity", needed: 5, missing: 2 },
      "of one": { code: "min-line-quantity", needed: 4, missing: 2 },
      others: { code: "no-lines" },
    });
  });

  test("leave out lines on sale, also for the minimum", () => {
    const sale = [line("a", 1000, 1, { compareAt: 1500 }), line("b", 2000, 1, { compareAt: 2000 })];
    const coupon = order("coupon", percent("10"), { excludeSaleItems: true });
    expect(appliedIds([coupon], { lines: sale })).toEqual(["coupon 200"]);
    expect(reasons([{ ...coupon, minSubtotal: price([]).subtotal }], { lines: sale })).toMatchObject({
      coupon: { code: "min-subtotal", missing: 3000 },
    });
    expect(reasons([coupon], { lines: [line("a", 1000, 1, { onSale: true })] })).toEqual({
      coupon: { code: "sale-items" },
    });
  });

  test("a promotion that finds nothing to take off says so", () => {
    expect(reasons([order("coupon", percent("10"))], { lines: [line("gift", 0)] })).toEqual({
      coupon: { code: "nothing-left" },
    });
  });
});
