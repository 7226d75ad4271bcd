import { explainDiscounts, explainShippingDiscounts } from "./explain-discount.ts";
import { explainTaxes } from "./explain-tax.ts";
import { fraction, fractionText, multiply, roundHalfUp } from "./fraction.ts";
import { plus, times, toCents, zero, type Cents } from "./money.ts";
import { taxesTakenOut, type Taxed } from "./net-price.ts";
import type { Cart, Outcome } from "./outcome.ts";
import type { Draft, Step, Subject } from "./step.ts";
import { spanOf } from "./tax-span.ts";
import type { TaxedGroup } from "./taxed.ts";

/** Tells in order where each cent comes from. The exact figures are worked out anew, by fractions. */
export function explain(cart: Cart, outcome: Outcome, groups: readonly TaxedGroup[]): Step[] {
  const drafts = [
    ...explainLines(cart),
    ...explainDiscounts(cart, outcome.applications),
    ...explainShipping(cart),
    ...explainShippingDiscounts(outcome.shipping),
    ...explainFees(cart),
    ...groups.flatMap((taxed) => explainTaxes(cart, outcome, taxed)),
  ];
  let soFar = zero;
  const steps: Step[] = [];
  for (const draft of drafts) {
    soFar = plus(soFar, draft.effect);
    steps.push({ ...draft, soFar });
  }
  const total = { on: "order", subject: "total" } as const;
  return [...steps, { ...priceStep("total", total, "", soFar, 1), effect: zero, soFar }];
}

function explainLines(cart: Cart): Draft[] {
  return cart.sheet.lines.flatMap((line, index) => {
    const subject = { on: "line", subject: line.id } as const;
    const unit = cart.sheet.units[index] as Cents;
    return [...netUnit(cart, subject, line, line.unit), priceStep("line", subject, "", unit, line.quantity)];
  });
}

function explainShipping({ shippingPrice, ...cart }: Cart): Draft[] {
  const { shipping } = cart.input;
  if (!shipping || shippingPrice === undefined) return [];
  const subject = { on: "shipping", subject: "shipping" } as const;
  const price = priceStep("shipping", subject, shipping.label ?? "", shippingPrice, 1);
  return [...netUnit(cart, subject, shipping, shipping.price), price];
}

function explainFees(cart: Pick<Cart, "input" | "fees">): Draft[] {
  return (cart.input.fees ?? []).flatMap((fee, index) => {
    const subject = { on: "fee", subject: fee.id } as const;
    const price = priceStep("fee", subject, fee.label ?? "", cart.fees[index] as Cents, 1);
    return [...netUnit(cart, subject, fee, fee.amount), price];
  });
}

function priceStep(kind: Draft["kind"], subject: Subject, name: string, price: Cents, quantity: number): Draft {
  const amount = times(price, quantity);
  const figures = { of: `${price}`, times: `${quantity}`, exact: `${amount}`, rounding: "none", amount } as const;
  return { kind, ...subject, name, ...figures, effect: amount };
}

/** The step that takes tax out of a price: for an exempt buyer, and where a shop keeps its net prices. */
function netUnit({ input }: Pick<Cart, "input">, subject: Subject, taxed: Taxed, price: Cents): Draft[] {
  const out = taxesTakenOut(input, taxed);
  if (out.length === 0) return [];
  const { net, gross } = spanOf(out);
  const share = fraction(net, gross);
  const exact = multiply(fraction(price), share);
  const name = out.map((tax) => tax.name).join(", ");
  const figures = {
    of: `${price}`,
    times: fractionText(share),
    exact: fractionText(exact),
    rounding: "half-up",
  } as const;
  return [
    { kind: "net-unit", ...subject, name, ...figures, amount: toCents(Number(roundHalfUp(exact))), effect: zero },
  ];
}
