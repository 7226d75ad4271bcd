import { linesNamed } from "./eligible.ts";
import { dearestFirst } from "./limited-units.ts";
import type { BuyGetEffect } from "./promotion.ts";
import type { Sheet } from "./sheet.ts";

/** Units of each line, side by side with the lines. */
type Counts = number[];
export type Gifts = { readonly given: Counts; readonly bought: Counts; readonly missing: number };

/**
 * Decides which units are bought and which are the gift, again and again while there are enough units for a whole
 * one. The dearest units count as bought, but never so many that the gift is gone; the cheapest of the rest are given.
 * Each unit is used once: `free` says how many of each line are still unused. At most `limit` units are given.
 */
export function chooseGifts(
  effect: BuyGetEffect,
  sheet: Sheet,
  on: readonly boolean[],
  free: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): Gifts {
  const buys = pool(effect.buyLines, sheet, on);
  const gets = pool(effect.getLines, sheet, on);
  const left = [...free];
  const bought = left.map(() => 0);
  const given = left.map(() => 0);
  const downwards = dearestFirst(sheet);
  const upwards = downwards.toReversed();
  let rounds = Math.floor(limit / effect.getQuantity);
  while (rounds > 0) {
    const spare = unitsIn(gets, left) - effect.getQuantity;
    const paid = spare < 0 ? undefined : pick(effect.buyQuantity, downwards, left, buys, gets, spare);
    const gift = paid && pick(effect.getQuantity, upwards, subtract(left, paid, 1), gets);
    if (!paid || !gift) break;
    const times = Math.min(rounds, repeats(left, paid, gift, effect, gets));
    rounds -= times;
    for (const index of downwards) {
      const [paidHere, givenHere] = [(paid[index] ?? 0) * times, (gift[index] ?? 0) * times];
      left[index] = (left[index] ?? 0) - paidHere - givenHere;
      bought[index] = (bought[index] ?? 0) + paidHere;
      given[index] = (given[index] ?? 0) + givenHere;
    }
  }
  return { given, bought, missing: missingUnits(effect, left, buys, gets) };
}

function pool(ids: readonly string[] | undefined, sheet: Sheet, on: readonly boolean[]): boolean[] {
  return linesNamed(ids, sheet).map((named, index) => named && on[index] === true);
}

function unitsIn(lines: readonly boolean[], left: Counts): number {
  return left.reduce((all, units, index) => all + (lines[index] ? units : 0), 0);
}

/** Takes units in this order; at most `spare` of them from the lines of `kept`. Undefined when there are too few. */
function pick(
  wanted: number,
  order: readonly number[],
  left: Counts,
  from: readonly boolean[],
  kept: readonly boolean[] = [],
  spare = 0,
): Counts | undefined {
  const picked = left.map(() => 0);
  let missing = wanted;
  let sparing = spare;
  for (const index of order) {
    if (!from[index]) continue;
    const units = Math.min(missing, left[index] ?? 0, kept[index] ? sparing : missing);
    if (kept[index]) sparing -= units;
    picked[index] = units;
    missing -= units;
  }
  return missing === 0 ? picked : undefined;
}

function subtract(left: Counts, taken: Counts, times: number): Counts {
  return left.map((units, index) => units - (taken[index] ?? 0) * times);
}

/** How often the same choice can be made at once: it stays the same while every line it touches has enough units. */
function repeats(left: Counts, paid: Counts, gift: Counts, effect: BuyGetEffect, gets: readonly boolean[]): number {
  const perGift = left.map((_, index) => (paid[index] ?? 0) + (gift[index] ?? 0));
  const fromGets = unitsIn(gets, paid) + effect.getQuantity;
  let most = Math.floor(unitsIn(gets, left) / fromGets);
  perGift.forEach((used, index) => {
    if (used > 0) most = Math.min(most, Math.floor((left[index] ?? 0) / used));
  });
  return most;
}

function missingUnits(effect: BuyGetEffect, left: Counts, buys: readonly boolean[], gets: readonly boolean[]): number {
  const either = buys.map((buy, index) => buy || gets[index] === true);
  return Math.max(
    effect.buyQuantity - unitsIn(buys, left),
    effect.getQuantity - unitsIn(gets, left),
    effect.buyQuantity + effect.getQuantity - unitsIn(either, left),
  );
}
