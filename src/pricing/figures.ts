import { toCents, zero, type Cents } from "./money.ts";

/** What one order came to on average, half up; zero where there is none. */
export function meanOf(total: Cents, orders: number): Cents {
  return orders === 0 ? zero : toCents(Math.floor((2 * total + orders) / (2 * orders)));
}

/** By how many thousandths an amount grew or shrank; undefined where there was nothing before. */
export function growthOf(now: Cents, before: Cents): number | undefined {
  return before === 0 ? undefined : Math.round(((now - before) / before) * 1000);
}

/** Round marks from zero to at least `most`, in minor units: three or four steps of 1, 2 or 5 times a power of ten. */
export function marksUpTo(most: number, least = 1): readonly number[] {
  const wanted = Math.max(most, least) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(least, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? power);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
