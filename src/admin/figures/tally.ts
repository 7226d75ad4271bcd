import { plus, zero, type Cents } from "../../pricing/money.ts";
import type { Bar } from "./span.ts";
import type { Sales } from "./store.ts";

export type Tallied = { readonly total: Cents; readonly orders: number };

/** What falls to each bar: it counts from its own beginning to that of the next. */
export function tally(bars: readonly Bar[], until: Date, sales: Sales): readonly Tallied[] {
  const starts = bars.map(({ from }) => from.getTime());
  const found = bars.map(() => ({ total: zero, orders: 0 }));
  for (const { quarter: nth, orders, total } of sales) {
    const at = nth * 900_000; // a quarter of an hour
    const slot = at < until.getTime() ? found[starts.findLastIndex((start) => start <= at)] : undefined;
    if (!slot) continue;
    slot.total = plus(slot.total, total);
    slot.orders += orders;
  }
  return found;
}

/** All bars together. */
export function together(all: readonly Tallied[]): Tallied {
  return all.reduce((sum, { total, orders }) => ({ total: plus(sum.total, total), orders: sum.orders + orders }), {
    total: zero,
    orders: 0,
  });
}
