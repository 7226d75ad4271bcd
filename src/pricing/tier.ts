import { subtotalOf } from "./eligible.ts";
import type { GoodsEffect, Refusal, Tiers } from "./promotion.ts";
import type { Sheet } from "./sheet.ts";

/** An effect with its tier chosen: how much, of what. `values` has one figure for each line. */
export type Rule = { readonly off: "percent" | "unit" | "line" | "once"; readonly values: readonly number[] };

/** Chooses the tier of an effect for each line that it is for, or says how much is missing for the first one. */
export function ruleOf(
  effect: GoodsEffect,
  sheet: Sheet,
  on: readonly boolean[],
): Rule | { readonly refusal: Refusal } {
  const all = (value: number) => sheet.lines.map(() => value);
  switch (effect.kind) {
    case "percent":
      return { off: "percent", values: all(effect.percent) };
    case "fixed":
      return { off: "once", values: all(effect.amount) };
    case "fixedPerUnit":
      return { off: "unit", values: all(effect.amount) };
    case "fixedPerLine":
      return { off: "line", values: all(effect.amount) };
    case "tieredPercent":
      return tieredRule("percent", effect, sheet, on);
    case "tieredFixed":
      return tieredRule(effect.off, effect, sheet, on);
  }
}

/** The value of the highest tier that `measure` reaches; undefined below the first where nothing holds there. */
export function tierValue({ tiers, below }: Tiers, measure: number): number | undefined {
  const reached = tiers.filter(([from]) => from <= measure);
  if (reached.length === 0) return below;
  return reached.reduce((best, tier) => (tier[0] > best[0] ? tier : best))[1];
}

/** The one value that all these lines together reach, or how much is missing for the first tier. */
export function tierOf(effect: Tiers, sheet: Sheet, on: readonly boolean[]): number | { readonly refusal: Refusal } {
  const measures = measuresOf(effect, sheet, on).filter((_, index) => on[index]);
  return tierValue(effect, Math.max(0, ...measures)) ?? belowFirst(effect, measures);
}

function tieredRule(
  off: Rule["off"],
  effect: Tiers,
  sheet: Sheet,
  on: readonly boolean[],
): Rule | { readonly refusal: Refusal } {
  const measures = measuresOf(effect, sheet, on);
  const found = measures.map((measure, index) => (on[index] ? tierValue(effect, measure) : undefined));
  if (found.some((value) => value !== undefined)) return { off, values: found.map((value) => value ?? 0) };
  return belowFirst(
    effect,
    measures.filter((_, index) => on[index]),
  );
}

function belowFirst({ by, tiers }: Tiers, measures: readonly number[]): { readonly refusal: Refusal } {
  const needed = Math.min(...tiers.map(([from]) => from));
  return { refusal: { code: "first-tier", by, needed, missing: needed - Math.max(0, ...measures) } };
}

function measuresOf({ by }: Tiers, sheet: Sheet, on: readonly boolean[]): number[] {
  const quantities = sheet.lines.map(({ quantity }) => quantity);
  if (by === "lineQuantity") return quantities;
  const units = quantities.reduce((all, quantity, index) => all + (on[index] ? quantity : 0), 0);
  const measure = by === "amount" ? subtotalOf(sheet, on) : units;
  return quantities.map(() => measure);
}
