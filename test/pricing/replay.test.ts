import { describe, expect, test } from "bun:test";
import { replay } from "#src/pricing/replay.ts";
import type { Step } from "#src/pricing/step.ts";
import { priceCart } from "#src/pricing/totals.ts";
import { toCents } from "#src/pricing/money.ts";
import { cart, delivery, fixed, line, order, percent, product, shipping, taxes } from "./carts.ts";

const rate = taxes("8.875");
const { steps } = priceCart(
  cart({
    lines: [line("pot", 2999, 1, { taxes: rate }), line("mug", 950, 3, { taxes: rate })],
    shipping: shipping(490, rate, { label: "Parcel" }),
    promotions: [
      product("reduced", { ...fixed(100), kind: "fixedPerUnit" }, { lines: ["mug"] }),
      order("week", percent("10")),
      delivery("free", { kind: "free" }),
    ],
  }),
  { explain: true },
);
const find = (kind: Step["kind"], promotionId?: string) =>
  steps.find((step) => step.kind === kind && step.promotionId === promotionId);

describe("an explanation", () => {
  test("has the steps in the order of the till, and a sum that ends at the total", () => {
    expect(steps.map(({ kind, subject, amount, soFar }) => `${kind} ${subject}: ${amount}, ${soFar}`)).toEqual([
      "line pot: 2999, 2999",
      "line mug: 2850, 5849",
      "discount mug: 300, 5549",
      "discount order: 555, 4994",
      "shipping shipping: 490, 5484",
      "discount shipping: 490, 4994",
      "tax order: 443, 5437",
      "total total: 5437, 5437",
    ]);
  });

  test("shows exact figures, where they are rounded, and who gets which share", () => {
    expect(find("discount", "week")).toMatchObject({
      of: "5549",
      times: "1/10",
      exact: "5549/10",
      rounding: "half-down",
      amount: 555,
      rate: 100_000,
      units: 4,
      parts: [
        { on: "line", subject: "pot", exact: "1664445/5549", amount: 300 },
        { on: "line", subject: "mug", exact: "1415250/5549", amount: 255 },
      ],
    });
    expect(find("discount", "reduced")).toMatchObject({ of: "100", times: "3", exact: "300", units: 3, effect: -300 });
    expect(find("tax")).toMatchObject({ of: "4994", times: "71/800", exact: "177287/400", rounding: "half-up" });
  });

  test("says what held a discount down", () => {
    const capped = priceCart(cart({ lines: [line("a", 300)], promotions: [order("p", fixed(500))] }), {
      explain: true,
    });
    expect(capped.steps[1]).toMatchObject({ of: "500", cap: "300", exact: "300", amount: 300 });
  });

  test("shows the net price of a unit for an exempt buyer, and the net inside a price", () => {
    const words = { lines: [line("a", 999, 2, { taxes: taxes("20") })], pricesIncludeTax: true };
    const exempt = priceCart(cart({ ...words, taxExempt: true }), { explain: true });
    expect(exempt.steps[0]).toMatchObject({ kind: "net-unit", of: "999", times: "5/6", exact: "1665/2", amount: 833 });
    const other = priceCart(cart(words), { explain: true });
    expect(other.steps[1]).toMatchObject({
      kind: "net",
      of: "1998",
      exact: "1665",
      amount: 1665,
      rest: 333,
      effect: 0,
    });
  });

  test("is empty unless asked for", () => {
    expect(priceCart(cart({ lines: [line("a", 1)] })).steps).toEqual([]);
  });
});

describe("replaying it", () => {
  test("gives the figures of each line", () => {
    expect(replay(steps).get("line mug")).toEqual({ base: 2850n, discount: 555n, taxOnTop: 204n, taxInside: 0n });
  });

  const forged = (kind: Step["kind"], promotionId: string | undefined, words: Partial<Step>) =>
    steps.map((step) => (step.kind === kind && step.promotionId === promotionId ? { ...step, ...words } : step));

  const [first, second, ...others] = find("tax")?.parts ?? [];
  const swapped =
    first && second ? [{ ...first, amount: second.amount }, { ...second, amount: first.amount }, ...others] : [];

  test.each<[string, Step["kind"], string | undefined, Partial<Step>]>([
    ["an amount", "discount", "week", { amount: toCents(554) }],
    ["an exact figure", "discount", "week", { exact: "5550/10" }],
    ["what it was taken on", "tax", undefined, { of: "4995", exact: "70929/160" }],
    ["a rounding", "discount", "week", { rounding: "none" }],
    ["the sum", "shipping", undefined, { soFar: toCents(1) }],
    ["the total", "total", undefined, { of: "5438", exact: "5438", amount: toCents(5438) }],
    ["a share", "tax", undefined, { parts: swapped }],
  ])("finds %s that was changed", (_, kind, promotionId, words) => {
    expect(() => replay(forged(kind, promotionId, words))).toThrow(/step \d/);
  });

  test("several rates of nothing inside a price are shares of nothing", () => {
    const none = [line("a", 500, 2, { taxes: taxes("0", "0.00") })];
    const { steps: some, tax } = priceCart(cart({ lines: none, pricesIncludeTax: true }), { explain: true });
    expect([tax, some[1]?.rates?.map(({ exact }) => exact)]).toEqual([toCents(0), ["0", "0"]]);
    expect(replay(some).get("line a")).toMatchObject({ base: 1000n, taxInside: 0n });
  });

  test("finds a total that is missing", () => {
    expect(() => replay(steps.slice(0, -1))).toThrow("the total is missing");
  });
});
