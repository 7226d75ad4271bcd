import type { Cents } from "#src/pricing/money.ts";

/** What the rule about money must find, and beside it what it must leave alone. */
export function sinsWithMoney(price: Cents, maybe: Cents | undefined, prices: readonly Cents[]): unknown[] {
  const perhaps = maybe ?? price;
  let sum = 0;
  const found = [price * 2, 1 + price, -price, price / 100, Math.round(price), 5 as Cents, (sum += price)];
  const fine = [price > 5, price === perhaps, prices.toSorted((a, b) => a - b), prices.length + 1, `${price}`];
  return [...found, price - perhaps, ...fine];
}
