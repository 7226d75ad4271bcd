import fc from "fast-check";
import { toCents } from "#src/pricing/money.ts";
import type { GoodsEffect, PricingPromotion, Stacking, TierMeasure } from "#src/pricing/promotion.ts";
import type { PricingInput, PricingLine, TaxRate } from "#src/pricing/totals.ts";
import { delivery, fee, line, order, product, shipping, taxes } from "./carts.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const compound: readonly TaxRate[] = [...taxes("5"), { id: "on top", name: "8.5 %", rate: 85_000, compound: true }];
const rateSets = [[], taxes("20"), taxes("7"), taxes("8.875"), taxes("5", "9.975"), taxes("0", "0.00"), compound];

const price = fc.oneof(fc.constantFrom(0, 1, 333, 999, 1000, 1999), fc.nat(9999), fc.nat(1_000_000));
const amount = fc.oneof(fc.constantFrom(1, 100, 500, 1000), fc.nat(9999)).map(toCents);
const percentage = fc.oneof(fc.constantFrom(50_000, 100_000, 500_000, 1_000_000), fc.nat(1_000_000));
const rates = fc.constantFrom(...rateSets);
const stacking = fc.constantFrom<Stacking>("one", "one", "combines", "combines", "alone");

/** A condition or choice that is there only sometimes. */
function maybe<Name extends string, Value>(
  name: Name,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<{ readonly [key in Name]?: Value }> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map((chosen) => ({ [name]: chosen }) as { readonly [key in Name]: Value }) },
  );
}

const someLines = fc.subarray(ids, { minLength: 1 });
const units = fc.integer({ min: 1, max: 5 });
const conditions = fc
  .tuple(
    maybe("lines", someLines),
    maybe("excludeSaleItems", fc.boolean()),
    maybe("minSubtotal", amount),
    maybe("minQuantity", units),
  )
  .map((parts) => Object.assign({}, ...parts));
const limits = fc
  .tuple(maybe("limitUnits", units), maybe("limitUnitsPerLine", units))
  .map((parts) => Object.assign({}, ...parts));

const tiersOf = (value: fc.Arbitrary<number>) =>
  fc.record({
    by: fc.constantFrom<TierMeasure>("amount", "quantity", "lineQuantity"),
    below: value,
    tiers: fc.array(fc.tuple(fc.nat(6), value), { minLength: 1, maxLength: 3 }),
  });

const goodsEffect: fc.Arbitrary<GoodsEffect> = fc.oneof(
  percentage.map((percent) => ({ kind: "percent", percent }) as const),
  fc.record({ kind: fc.constantFrom("fixed", "fixedPerUnit", "fixedPerLine"), amount }),
  tiersOf(percentage).map((tiers) => ({ kind: "tieredPercent", ...tiers }) as const),
  fc
    .tuple(tiersOf(amount), fc.constantFrom("unit", "line", "once"))
    .map(([tiers, off]) => ({ kind: "tieredFixed", off, ...tiers }) as const),
);

const gift = fc
  .tuple(
    fc.record({ buyQuantity: units, getQuantity: fc.integer({ min: 1, max: 2 }) }),
    maybe("percent", percentage),
    maybe("buyLines", someLines),
    maybe("getLines", someLines),
  )
  .map((parts) => Object.assign({ kind: "buyGet" as const }, ...parts));

const shippingEffect = fc.oneof(
  fc.constant({ kind: "free" } as const),
  percentage.map((percent) => ({ kind: "percent", percent }) as const),
  amount.map((off) => ({ kind: "fixed", amount: off }) as const),
  tiersOf(percentage).map((tiers) => ({ kind: "tieredPercent", ...tiers }) as const),
  tiersOf(amount).map((tiers) => ({ kind: "tieredFixed", ...tiers }) as const),
);

/** A promotion of any kind. */
export function anyPromotion(id: string): fc.Arbitrary<PricingPromotion> {
  const words = fc.tuple(conditions, limits, stacking, fc.nat(3)).map(([when, limit, stack, priority]) => {
    return { ...when, ...limit, stacking: stack, priority };
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(goodsEffect, words).map(([effect, word]) => product(id, effect, word)) },
    { weight: 3, arbitrary: fc.tuple(goodsEffect, words).map(([effect, word]) => order(id, effect, word)) },
    { weight: 2, arbitrary: fc.tuple(gift, words).map(([effect, word]) => product(id, effect, word)) },
    { weight: 1, arbitrary: fc.tuple(shippingEffect, words).map(([effect, word]) => delivery(id, effect, word)) },
  );
}

const anyLine = (id: string): fc.Arbitrary<PricingLine> =>
  fc
    .tuple(
      price,
      fc.integer({ min: 1, max: 6 }),
      rates,
      maybe("onSale", fc.boolean()),
      maybe("variantId", fc.constantFrom("x", "y")),
    )
    .map(([unit, quantity, rate, sale, variant]) => line(id, unit, quantity, { taxes: rate, ...sale, ...variant }));

/** Carts of one to six lines, with up to four promotions of every kind, shipping and a fee. */
export const anyCart: fc.Arbitrary<PricingInput> = fc.integer({ min: 1, max: ids.length }).chain((count) =>
  fc.record({
    currency: fc.constantFrom("EUR", "JPY"),
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.constantFrom("line", "document"),
    taxExempt: fc.constantFrom(false, false, false, true),
    lines: fc.tuple(...ids.slice(0, count).map(anyLine)),
    promotions: fc.nat(4).chain((some) => fc.tuple(...["p", "q", "r", "s"].slice(0, some).map(anyPromotion))),
    shipping: fc
      .tuple(price, rates, maybe("includesTax", fc.boolean()))
      .map(([cost, rate, mode]) => shipping(cost, rate, mode)),
    fees: fc.array(
      fc.tuple(price, rates).map(([cost, rate]) => fee("fee", cost, rate)),
      { maxLength: 1 },
    ),
  }),
);

/**
 * Whether the promotions are of the kinds that can only lower a total. Left out are two buy-get promotions that combine,
 * since each unit is used once and the first takes what the second needs; and amounts off each unit or line in the class
 * of order discounts that combine, since these stop at what other discounts leave of a line, to the cent.
 */
export function onlyLower(promotions: readonly PricingPromotion[]): boolean {
  const combining = promotions.filter(({ stacking }) => stacking === "combines");
  const byLine = combining.some(({ class: kind, effect }) => {
    if (kind !== "order") return false;
    if (effect.kind === "tieredFixed") return effect.off !== "once" || effect.by === "lineQuantity";
    return effect.kind === "fixedPerUnit" || effect.kind === "fixedPerLine";
  });
  return !byLine && combining.filter(({ effect }) => effect.kind === "buyGet").length < 2;
}
