import type { Application } from "./apply.ts";
import type { Worth } from "./discount.ts";
import { add, fraction, fractionText, isLess, multiply, type Fraction } from "./fraction.ts";
import { minus, sum, zero, type Cents } from "./money.ts";
import type { Cart } from "./outcome.ts";
import type { PricingPromotion } from "./promotion.ts";
import { whole, type Millionths } from "./rate.ts";
import type { ShippingApplication } from "./shipping.ts";
import type { Draft, Part } from "./step.ts";

export function explainDiscounts(cart: Cart, applications: readonly Application[]): Draft[] {
  return applications.flatMap((application) =>
    application.together ? [explainTogether(cart, application)] : explainEachLine(cart, application),
  );
}

export function explainShippingDiscounts(applications: readonly ShippingApplication[]): Draft[] {
  return applications.map(({ promotion, effect, from, total }) => {
    const price = fraction(from);
    const figures =
      effect.kind === "fixed"
        ? figuresOf(fraction(effect.amount), one, price)
        : percentOf(price, effect.kind === "free" ? whole : effect.percent, price);
    return draft(promotion, { on: "shipping", subject: "shipping" }, figures, total, total);
  });
}

function explainEachLine({ sheet }: Cart, { promotion, rule, worth, amounts }: Application): Draft[] {
  return sheet.lines.flatMap(({ id }, index): Draft[] => {
    const amount = amounts[index] ?? zero;
    if (amount === 0) return [];
    const value = rule.values[index] ?? 0;
    const units = worth.units[index] ?? 0;
    const most = worthAt(worth, index);
    const figures =
      rule.off === "percent"
        ? percentOf(most, value, most)
        : figuresOf(fraction(value), fraction(rule.off === "unit" ? units : 1), most);
    return [{ ...draft(promotion, { on: "line", subject: id }, figures, amount, amount), units }];
  });
}

function explainTogether(cart: Cart, application: Application): Draft {
  const { promotion, rule, worth, offers, total } = application;
  const weights = cart.sheet.lines.map((_, index) => worthAt(worth, index));
  const together = weights.reduce(add, fraction(0));
  const value = rule.values[worth.units.findIndex((units) => units > 0)] ?? 0;
  const figures =
    rule.off === "percent" ? percentOf(together, value, together) : figuresOf(fraction(value), one, together);
  const amount = sum(offers);
  const parts = partsOf(cart, application, weights, multiply(fraction(amount), invert(together)));
  const units = worth.units.reduce((all, each) => all + each, 0);
  return { ...draft(promotion, { on: "order", subject: "order" }, figures, amount, total), units, parts };
}

/** The shares of the lines, those that would get an odd cent first at the front. */
function partsOf(
  { sheet }: Cart,
  { offers, amounts }: Application,
  weights: readonly Fraction[],
  share: Fraction,
): Part[] {
  const order = sheet.lines.map((_, index) => index).filter((index) => weights[index]?.top !== 0n);
  order.sort((a, b) => descending(weights[a], weights[b]) || sheet.ties(a, b));
  return order.map((index) => {
    const exact = fractionText(multiply(weights[index] ?? one, share));
    const unused = offers[index] !== amounts[index] && ({ unused: true } as const);
    return { on: "line", subject: sheet.lines[index]?.id ?? "", exact, amount: offers[index] ?? zero, ...unused };
  });
}

const one = fraction(1);
const invert = ({ top, bottom }: Fraction) => fraction(bottom, top);

function descending(a: Fraction | undefined, b: Fraction | undefined): number {
  if (!a || !b) return 0;
  return isLess(b, a) ? -1 : isLess(a, b) ? 1 : 0;
}

/** What is left of the counted units of a line. */
function worthAt({ values }: Worth, index: number): Fraction {
  const left = values[index] ?? 0;
  return typeof left === "number" ? fraction(left) : left;
}

type Figures = Pick<Draft, "of" | "times" | "exact" | "cap" | "rate">;

/** `cap` is there only where it holds the discount down. */
function figuresOf(of: Fraction, times: Fraction, most: Fraction): Figures {
  const asked = multiply(of, times);
  const texts = { of: fractionText(of), times: fractionText(times) };
  if (!isLess(most, asked)) return { ...texts, exact: fractionText(asked) };
  return { ...texts, cap: fractionText(most), exact: fractionText(most) };
}

function percentOf(of: Fraction, rate: Millionths, most: Fraction): Figures {
  return { ...figuresOf(of, fraction(rate, whole), most), rate };
}

function draft(
  { id, name, class: kind }: PricingPromotion,
  subject: Pick<Draft, "on" | "subject">,
  figures: Figures,
  amount: Cents,
  taken: Cents,
): Draft {
  const promotion = { name, promotionId: id, class: kind };
  return {
    kind: "discount",
    ...subject,
    ...promotion,
    ...figures,
    rounding: "half-down",
    amount,
    effect: minus(zero, taken),
  };
}
