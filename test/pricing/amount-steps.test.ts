import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { amountSteps } from "#src/pricing/amount-steps.ts";
import { priceCart, type Totals } from "#src/pricing/totals.ts";
import { cart, delivery, line, order, percent, product, shipping, taxes } from "./carts.ts";
import { holds } from "./holds.ts";
import { anyCart } from "./random-carts.ts";

setDefaultTimeout(180_000);

/** Everything on a page that can be asked about. */
function amountsOf({ lines, fees, shipping: shipped, applied, taxes: rates }: Totals): string[] {
  return [
    ...lines.map(({ id }) => `line.${id}`),
    ...(lines.length > 0 ? ["goods"] : []),
    ...fees.map(({ id }) => `fee.${id}`),
    ...(shipped ? ["delivery"] : []),
    ...applied.map(({ promotionId }) => `promotion.${promotionId}`),
    ...(applied.length > 0 ? ["saving"] : []),
    ...rates.map(({ name, rate }) => `tax.${rate}.${name}`),
  ];
}

describe("the steps behind one amount", () => {
  test("end at the amount that is stored, for every amount of any cart", () => {
    let asked = 0;
    holds(
      fc.property(anyCart, (input) => {
        const totals = priceCart(input, { explain: true });
        for (const of of amountsOf(totals)) {
          const found = amountSteps(totals, of);
          if (!found) throw new Error(`${of} is not explained`);
          expect(found.steps.at(-1)?.soFar, of).toBe(found.amount);
          asked += 1;
        }
      }),
    );
    expect(asked).toBeGreaterThan(10_000);
  });

  test("are its own steps and its shares of the others, as they were stored", () => {
    const totals = priceCart(
      cart({
        lines: [line("pot", 2999, 1, { taxes: taxes("8.875") }), line("mug", 950, 3, { taxes: taxes("8.875") })],
        shipping: shipping(490, taxes("8.875"), { label: "Parcel" }),
        promotions: [
          product("reduced", percent("10"), { lines: ["mug"] }),
          order("week", percent("10")),
          delivery("free", { kind: "free" }),
        ],
      }),
      { explain: true },
    );
    const said = (of: string): unknown =>
      amountSteps(totals, of)?.steps.map(({ step, amount, share }) => [
        step.kind,
        step.promotionId,
        amount,
        share?.exact,
      ]);
    expect(said("line.mug")).toEqual([
      ["line", undefined, 2850, undefined],
      ["discount", "reduced", -285, undefined],
      ["discount", "week", -256, "356535/1391"],
      ["tax", undefined, 205, "163939/800"],
    ]);
    expect(said("delivery")).toEqual([
      ["shipping", undefined, 490, undefined],
      ["discount", "free", -490, undefined],
      ["tax", undefined, 0, expect.any(String)],
    ]);
    expect(said("promotion.week")).toEqual([["discount", "week", totals.applied[1]!.amount * -1, undefined]]);
  });

  test("are none for what is not there", () => {
    const totals = priceCart(cart({ lines: [line("pot", 2999)] }), { explain: true });
    for (const of of [
      "",
      "line.",
      "line.mug",
      "delivery",
      "promotion.x",
      "tax.1.VAT",
      "constructor.x",
      "__proto__",
      "saving",
    ])
      expect(amountSteps(totals, of), of).toBeUndefined();
  });
});
