import type { Application, GoodsPromotion, Left } from "./apply.ts";
import { sum, zero, type Cents } from "./money.ts";
import type { ShippingPromotion } from "./promotion.ts";
import { cheapest, lostTo, refusedBeside, rivals } from "./rivals.ts";
import { byPriority, runPromotions, type Refused, type Run } from "./run.ts";
import { byText, type Sheet } from "./sheet.ts";
import { runShipping, type ShippingRun } from "./shipping.ts";

/**
 * One product discount for each line: whatever takes most off this line, of the promotions that stand by themselves and
 * of those that combine, taken together; on a tie the lower id.
 */
export function chooseForLines(promotions: readonly GoodsPromotion[], sheet: Sheet): Run {
  const untouched: Left = { left: sheet.bases, parcels: sheet.lines.map(() => undefined) };
  const runs = rivals(promotions).map((set) => runPromotions(set, sheet, untouched));
  const [only] = runs;
  if (!only || runs.length === 1) return only ?? { ...untouched, applications: [], refused: [] };
  const winners = sheet.lines.map((_, line) => cheapest(runs, ({ left }) => left[line] ?? 0) ?? only);
  const refused: Refused[] = runs.flatMap((run) => run.refused);
  const applications: Application[] = [];
  for (const run of runs) {
    for (const application of run.applications) {
      const amounts = application.offers.map((offer, line) => (winners[line] === run ? offer : zero));
      const total = sum(amounts);
      if (total > 0) applications.push({ ...application, amounts, total });
      else refused.push(beaten(application, winners, sheet));
    }
  }
  applications.sort((a, b) => byPriority(a.promotion, b.promotion));
  const left = winners.map((winner, line) => winner.left[line] as Cents);
  return { applications, refused, left, parcels: winners.map(({ parcels }, line) => parcels[line]) };
}

/** The order promotion, or those that combine, after which `cost` is least. */
export function chooseForOrder(
  promotions: readonly GoodsPromotion[],
  sheet: Sheet,
  from: Left,
  cost: (left: readonly Cents[]) => Cents,
): Run {
  const runs = rivals(promotions).map((set) => runPromotions(set, sheet, from));
  const winner = cheapest(runs, (run) => cost(run.left));
  return winner ? { ...winner, refused: refusedBeside(winner, runs) } : { ...from, applications: [], refused: [] };
}

export function chooseForShipping(
  promotions: readonly ShippingPromotion[],
  sheet: Sheet,
  price: Cents | undefined,
): ShippingRun {
  const runs = rivals(promotions).map((set) => runShipping(set, sheet, price));
  const winner = cheapest(runs, (run) => run.left);
  return winner
    ? { ...winner, refused: refusedBeside(winner, runs) }
    : { applications: [], refused: [], left: price ?? zero };
}

/** Names the promotion that took the line on which the loser offered most; of several, the line with the lowest id. */
function beaten(loser: Application, winners: readonly Run[], { lines }: Sheet): Refused {
  const most = Math.max(...loser.offers);
  const sought = lines.filter((_, line) => loser.offers[line] === most).map(({ id }) => id);
  const first = sought.reduce((lowest, id) => (byText(id, lowest) < 0 ? id : lowest));
  const line = lines.findIndex(({ id }) => id === first);
  const best = winners[line]?.applications.find(({ offers }) => (offers[line] ?? 0) > 0);
  return lostTo((best ?? loser).promotion, loser.promotion, loser.total);
}
