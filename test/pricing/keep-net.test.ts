import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { netOf } from "#src/pricing/net-price.ts";
import { replay } from "#src/pricing/replay.ts";
import { priceCart, type PricingInput } from "#src/pricing/totals.ts";
import { taxes } from "./carts.ts";
import { holds } from "./holds.ts";
import { anyCart } from "./random-carts.ts";

setDefaultTimeout(180_000);

const home = fc.constantFrom(taxes("19"), taxes("7"), taxes("8.875"), taxes("5", "9.975"), []);

/** The cart of a shop that keeps its net prices: its own taxes are inside all prices, and come out. */
function keptNet(cart: PricingInput, inside: ReturnType<typeof taxes>): PricingInput {
  const { includesTax: _none, ...shipping } = cart.shipping ?? { price: undefined, taxes: [] };
  return {
    ...cart,
    pricesIncludeTax: false,
    lines: cart.lines.map(({ includesTax: _none, ...line }) => ({ ...line, inside })),
    ...(shipping.price !== undefined && { shipping: { ...shipping, price: shipping.price, inside } }),
  };
}

/** The same with net prices written down beforehand. */
const netCart = (cart: PricingInput): PricingInput => ({
  ...cart,
  lines: cart.lines.map(({ inside = [], ...line }) => ({
    ...line,
    onSale: line.onSale ?? (line.compareAt !== undefined && line.compareAt > line.unit),
    unit: netOf(line.unit, inside),
  })),
  ...(cart.shipping && {
    shipping: {
      price: netOf(cart.shipping.price, cart.shipping.inside ?? []),
      taxes: cart.shipping.taxes,
      label: cart.shipping.label ?? "",
    },
  }),
});

describe("for any cart of a shop that keeps its net prices", () => {
  test("it comes to what the same cart with net prices comes to, and its explanation can be replayed", () => {
    holds(
      fc.property(anyCart, home, (cart, inside) => {
        const kept = keptNet(cart, inside);
        const { steps, ...totals } = priceCart(kept, { explain: true });
        const { steps: _steps, ...expected } = priceCart(netCart(kept));
        expect(totals).toEqual(expected);
        replay(steps);
      }),
    );
  });
});
