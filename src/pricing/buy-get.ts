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
  const toBuy = rowOf(downwards, buys);
  const toGet = rowOf(downwards.toReversed(), gets);
  let open = unitsIn(gets, left);
  let rounds = Math.floor(limit / effect.getQuantity);
  while (rounds > 0 && open >= effect.getQuantity) {
    const paid = pickBought(effect.buyQuantity, toBuy, left, gets, open - effect.getQuantity);
    const gift = paid && pick(effect.getQuantity, toGet, left, (index) => (left[index] ?? 0) - (paid.get(index) ?? 0));
    if (!paid || !gift) break;
    const fromGets = unitsOf(paid, gets) + effect.getQuantity;
    const times = Math.min(rounds, Math.floor(open / fromGets), repeats(left, paid, gift));
    rounds -= times;
    open -= fromGets * times;
    take(paid, times, left, bought);
    take(gift, times, left, given);
  }
  return { given, bought, missing: missingUnits(effect, left, buys, gets) };
}

/** Lines in the order in which their units are taken, from the first one that may still have some. */
type Row = { readonly order: readonly number[]; from: number };

/** How many units of which line. */
type Units = ReadonlyMap<number, number>;

function rowOf(order: readonly number[], lines: readonly boolean[]): Row {
  return { order: order.filter((index) => lines[index]), from: 0 };
}

function pool(ids: readonly string[] | undefined, sheet: Sheet, on: readonly boolean[]): boolean[] {
  return linesNamed(ids, sheet).map((named, index) => named && on[index] === true);
}

function unitsIn(lines: readonly boolean[], left: Counts): number {
  return left.reduce((all, units, index) => all + (lines[index] ? units : 0), 0);
}

/** Takes units in the order of the row, of each line at most what `most` says. Undefined when there are too few. */
function pick(
  wanted: number,
  row: Row,
  left: Counts,
  most: (index: number, missing: number) => number,
): Units | undefined {
  while (left[row.order[row.from] ?? -1] === 0) row.from += 1;
  const picked = new Map<number, number>();
  let missing = wanted;
  for (let at = row.from; missing > 0 && at < row.order.length; at += 1) {
    const index = row.order[at] as number;
    const units = Math.min(missing, most(index, missing));
    if (units > 0) picked.set(index, units);
    missing -= units;
  }
  return missing === 0 ? picked : undefined;
}

/** The dearest units, at most `spare` of them from lines that may be the gift. */
function pickBought(
  wanted: number,
  row: Row,
  left: Counts,
  gets: readonly boolean[],
  spare: number,
): Units | undefined {
  let sparing = spare;
  return pick(wanted, row, left, (index, missing) => {
    const has = left[index] ?? 0;
    if (!gets[index]) return has;
    const units = Math.min(missing, has, sparing);
    sparing -= units;
    return units;
  });
}

function unitsOf(picked: Units, lines: readonly boolean[]): number {
  return [...picked].reduce((all, [index, units]) => all + (lines[index] ? units : 0), 0);
}

function take(picked: Units, times: number, left: Counts, taken: Counts): void {
  for (const [index, units] of picked) {
    left[index] = (left[index] ?? 0) - units * times;
    taken[index] = (taken[index] ?? 0) + units * times;
  }
}

/** How often the same choice can be made at once: it stays the same while every line it touches has enough units. */
function repeats(left: Counts, paid: Units, gift: Units): number {
  let most = Number.POSITIVE_INFINITY;
  for (const index of new Set([...paid.keys(), ...gift.keys()])) {
    const used = (paid.get(index) ?? 0) + (gift.get(index) ?? 0);
    most = Math.min(most, Math.floor((left[index] ?? 0) / used));
  }
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
