import type { Cents } from "./money.ts";
import type { PricingPromotion } from "./promotion.ts";
import type { Refused } from "./run.ts";
import { byText } from "./sheet.ts";

type Applied = { readonly promotion: PricingPromotion; readonly total: Cents };
type AnyRun = { readonly applications: readonly Applied[]; readonly refused: readonly Refused[] };

/**
 * The sets of promotions of one class of which only one set may apply: each promotion by itself, and together all
 * that may combine. The set with the lowest id comes first, and so wins a tie.
 */
export function rivals<Promotion extends PricingPromotion>(
  promotions: readonly Promotion[],
): readonly (readonly Promotion[])[] {
  const byId = promotions.length < 2 ? promotions : promotions.toSorted((a, b) => byText(a.id, b.id));
  const combining = byId.filter(({ stacking }) => stacking === "combines");
  const sets = byId.filter(({ stacking }) => stacking !== "combines").map((promotion) => [promotion]);
  if (combining.length === 0) return sets;
  return [...sets, combining].sort(([a], [b]) => byText(a?.id ?? "", b?.id ?? ""));
}

/** The run after which the shopper pays least; the first of them on a tie. */
export function cheapest<Run>(runs: readonly Run[], cost: (run: Run) => number): Run | undefined {
  if (runs.length < 2) return runs[0];
  const costs = runs.map(cost);
  return runs[costs.indexOf(Math.min(...costs))];
}

/** Why the promotions of the other runs take nothing off: their own reason, or that the winner saves more. */
export function refusedBeside(winner: AnyRun, runs: readonly AnyRun[]): Refused[] {
  const [best] = winner.applications;
  return runs.flatMap((run) => {
    if (run === winner || !best) return run.refused;
    return [...run.refused, ...run.applications.map((loser) => lostTo(best.promotion, loser.promotion, loser.total))];
  });
}

export function lostTo(
  best: PricingPromotion,
  promotion: PricingPromotion,
  saves: Cents,
  code: "better" | "alone" = "better",
): Refused {
  return { promotion, reason: { code, by: best.id, byName: best.name, saves } };
}
