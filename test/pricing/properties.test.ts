import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { sum, zero } from "#src/pricing/money.ts";
import { refundFor } from "#src/pricing/refund.ts";
import { replay } from "#src/pricing/replay.ts";
import { priceCart, type PricingInput, type Totals } from "#src/pricing/totals.ts";
import { holds } from "./holds.ts";
import { anyCart, anyPromotion, onlyLower } from "./random-carts.ts";

/** Ten thousand carts take a second or two; a busy machine takes its time. */
setDefaultTimeout(180_000);

/** Lists by id, so that two totals of differently ordered carts can be compared. */
function byId(totals: Totals) {
  const sorted = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    ...totals,
    lines: sorted(totals.lines, ({ id }) => id),
    notApplied: sorted(totals.notApplied, ({ promotionId }) => promotionId),
  };
}

const withPromotions = (cart: PricingInput, promotions: PricingInput["promotions"]) => ({ ...cart, promotions });

describe("for any cart", () => {
  test("discounts are shares: they add up, none is below zero and none above its line", () => {
    holds(
      fc.property(anyCart, (cart) => {
        const { lines, applied, discount, shipping } = priceCart(cart);
        for (const line of lines) {
          expect(sum(line.discounts.map(({ amount }) => amount))).toBe(line.discount);
          expect(line.discounts.every(({ amount }) => amount > 0) && line.discount <= line.base).toBe(true);
        }
        const all = [...lines.flatMap((line) => line.discounts), ...(shipping?.discounts ?? [])];
        for (const { promotionId, amount } of applied) {
          const shares = all.filter((share) => share.promotionId === promotionId);
          expect(sum(shares.map((share) => share.amount))).toBe(amount);
        }
        expect(sum(lines.map((line) => line.discount))).toBe(discount);
      }),
    );
  });

  test("taxes add up by line and by rate, and a tax inside a price is never above it", () => {
    holds(
      fc.property(anyCart, (cart) => {
        const totals = priceCart(cart);
        const taxed = [...totals.lines, ...totals.fees, ...(totals.shipping ? [totals.shipping] : [])];
        for (const { net, tax, taxes, gross } of taxed) {
          expect(sum(taxes.map(({ amount }) => amount))).toBe(tax);
          expect(net + tax).toBe(gross);
          expect(net >= 0 && taxes.every(({ amount }) => amount >= 0)).toBe(true);
        }
        expect(sum(taxed.map(({ tax }) => tax))).toBe(totals.tax);
        expect(sum(totals.taxes.map(({ amount }) => amount))).toBe(totals.tax);
        expect(sum(taxed.map(({ gross }) => gross))).toBe(totals.total);
        expect(totals.net + totals.tax).toBe(totals.total);
        if (cart.pricesIncludeTax && !cart.taxExempt) expect(taxed.every((one) => one.tax <= one.gross)).toBe(true);
      }),
    );
  });

  test("the total is zero or more, and where prices include tax the tax rounding does not change it", () => {
    holds(
      fc.property(anyCart, (cart) => {
        const { total } = priceCart(cart);
        expect(total).toBeGreaterThanOrEqual(0);
        const other = priceCart({ ...cart, taxRounding: cart.taxRounding === "line" ? "document" : "line" });
        if (cart.pricesIncludeTax) expect(other.total).toBe(total);
      }),
    );
  });

  test("the order of lines and of promotions never matters", () => {
    const shuffled = anyCart.chain((cart) =>
      fc.record({
        cart: fc.constant(cart),
        lines: fc.shuffledSubarray([...cart.lines], { minLength: cart.lines.length }),
        promotions: fc.shuffledSubarray([...cart.promotions], { minLength: cart.promotions.length }),
      }),
    );
    holds(
      fc.property(shuffled, ({ cart, lines, promotions }) => {
        expect(byId(priceCart({ ...cart, lines, promotions }))).toEqual(byId(priceCart(cart)));
      }),
    );
  });

  test("adding a promotion never raises the total, and removing it restores every figure", () => {
    const added = fc.tuple(anyCart, anyPromotion("new")).filter(([cart, one]) => onlyLower([...cart.promotions, one]));
    holds(
      fc.property(added, ([cart, promotion]) => {
        const before = priceCart(cart);
        const more = withPromotions(cart, [...cart.promotions, promotion]);
        expect(priceCart(more).total).toBeLessThanOrEqual(before.total);
        const removed = withPromotions(
          more,
          more.promotions.filter(({ id }) => id !== promotion.id),
        );
        expect(priceCart(removed)).toEqual(before);
      }),
    );
  });

  test("the explanation, done again from its steps alone, gives the stored figures", () => {
    holds(
      fc.property(anyCart, (cart) => {
        const totals = priceCart(cart, { explain: true });
        const found = replay(totals.steps);
        const parts = [
          ...totals.lines.map((one) => ({ key: `line ${one.id}`, ...one })),
          ...totals.fees.map((one) => ({ key: `fee ${one.id}`, ...one, base: one.amount, discount: zero })),
          ...[totals.shipping].flatMap((one) => (one ? [{ key: "shipping shipping", ...one, base: one.price }] : [])),
        ].map(({ key, base, discount, tax, gross }) => ({ key, base, discount, tax, gross }));
        for (const { key, base, discount, tax, gross } of parts) {
          const again = found.get(key);
          expect(again?.base).toBe(BigInt(base));
          expect(again?.discount).toBe(BigInt(discount));
          expect((again?.taxOnTop ?? 0n) + (again?.taxInside ?? 0n)).toBe(BigInt(tax));
          expect((again?.base ?? 0n) - (again?.discount ?? 0n) + (again?.taxOnTop ?? 0n)).toBe(BigInt(gross));
        }
        expect(totals.steps.at(-1)).toMatchObject({ kind: "total", amount: totals.total, soFar: totals.total });
        expect<Totals>({ ...totals, steps: [] }).toEqual(priceCart(cart));
      }),
    );
  });

  test("each promotion is either applied or not, with a reason; and the totals survive being stored", () => {
    holds(
      fc.property(anyCart, (cart) => {
        const totals = priceCart(cart);
        const named = [...totals.applied, ...totals.notApplied].map(({ promotionId }) => promotionId);
        expect(named.toSorted()).toEqual(cart.promotions.map(({ id }) => id).toSorted());
        expect(JSON.parse(JSON.stringify(totals))).toEqual(totals);
      }),
    );
  });

  test("a line given back unit by unit comes to what it cost", () => {
    holds(
      fc.property(anyCart, (cart) => {
        for (const { gross, quantity } of priceCart(cart).lines) {
          const units = Array.from({ length: quantity }, (_, unit) => refundFor(gross, quantity, unit, unit + 1));
          expect(sum(units)).toBe(gross);
        }
      }),
    );
  });
});
