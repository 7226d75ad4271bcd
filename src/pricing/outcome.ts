import type { Application } from "./apply.ts";
import type { Cents } from "./money.ts";
import type { PricingPromotion } from "./promotion.ts";
import { cheapest, lostTo } from "./rivals.ts";
import { withoutLosses } from "./losses.ts";
import type { Refused } from "./run.ts";
import { byText, type Sheet } from "./sheet.ts";
import type { ShippingApplication } from "./shipping.ts";
import { chooseForLines, chooseForOrder, chooseForShipping } from "./stacking.ts";
import { payable } from "./tax.ts";
import type { Taxables } from "./tax-groups.ts";
import type { PricingInput } from "./totals.ts";

/** A cart as read: prices as they count, and what is taxed together. */
export type Cart = {
  readonly input: PricingInput;
  readonly sheet: Sheet;
  readonly fees: readonly Cents[];
  readonly shippingPrice: Cents | undefined;
  readonly taxables: Taxables;
};

/** Which promotions apply, what they leave, and what is to pay for it. */
export type Outcome = {
  readonly applications: readonly Application[];
  readonly shipping: readonly ShippingApplication[];
  readonly refused: readonly Refused[];
  /** What is taxed: lines, fees and shipping after discounts. */
  readonly amounts: readonly Cents[];
  readonly total: Cents;
};

/**
 * Chooses the promotions that apply. One that goes alone applies only where it saves more than all the others together;
 * on a tie the others do, then the lower id.
 */
export function chooseOutcome(cart: Cart): Outcome {
  const { promotions } = cart.input;
  const single = promotions.filter(({ stacking }) => stacking === "alone").sort((a, b) => byText(a.id, b.id));
  if (single.length === 0) return withoutLosses(promotions, (some) => outcomeOf(cart, some));
  const others = promotions.filter(({ stacking }) => stacking !== "alone");
  const together = withoutLosses(others, (some) => outcomeOf(cart, some));
  const outcomes = [together, ...single.map((promotion) => outcomeOf(cart, [promotion]))];
  const winner = cheapest(outcomes, ({ total }) => total) as Outcome;
  const refused = outcomes.flatMap((outcome) => (outcome === winner ? winner.refused : refusedFor(winner, outcome)));
  return { ...winner, refused };
}

function outcomeOf(
  { input, sheet, fees, shippingPrice, taxables }: Cart,
  promotions: readonly PricingPromotion[],
): Outcome {
  const goods = chooseForLines(
    promotions.filter((one) => one.class === "product"),
    sheet,
  );
  const shipping = chooseForShipping(
    promotions.filter((one) => one.class === "shipping"),
    sheet,
    shippingPrice,
  );
  const shipped = shippingPrice === undefined ? [] : [shipping.left];
  const cost = (left: readonly Cents[]) => payable(taxables, [...left, ...fees, ...shipped], input.taxRounding);
  const order = chooseForOrder(
    promotions.filter((one) => one.class === "order"),
    sheet,
    goods,
    cost,
  );
  return {
    applications: [...goods.applications, ...order.applications],
    shipping: shipping.applications,
    refused: [...goods.refused, ...order.refused, ...shipping.refused],
    amounts: [...order.left, ...fees, ...shipped],
    total: cost(order.left),
  };
}

/** Why the promotions of a dearer outcome take nothing off: their own reason, or that `winner` goes with no other. */
function refusedFor(winner: Outcome, { applications, shipping, refused }: Outcome): Refused[] {
  const best = (winner.applications[0] ?? winner.shipping[0])?.promotion;
  if (!best) return [...refused];
  const lost = [...applications, ...shipping].map((loser) => lostTo(best, loser.promotion, loser.total, "alone"));
  const kept = refused.map((one) =>
    one.reason.code === "better" ? lostTo(best, one.promotion, one.reason.saves, "alone") : one,
  );
  return [...kept, ...lost];
}
