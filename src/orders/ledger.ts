import { minus, type Cents } from "#src/pricing/money.ts";
import { rateText } from "#src/pricing/rate.ts";
import type { Totals } from "#src/pricing/totals.ts";

/** A row of a ledger with its amount as a figure: "note" is said, and added to nothing. */
export type LedgerRow = {
  readonly kind: "plain" | "less" | "note" | "total";
  readonly label: string;
  readonly detail: string;
  readonly amount: Cents;
  /** By which its explanation is found; left out for the total, which all steps explain. */
  readonly of?: string;
};

/** A total as the rows of a ledger, top to bottom: all but notes and the total itself add up to the total. */
export function ledgerOf(totals: Totals, delivery: string): readonly LedgerRow[] {
  return [
    { kind: "plain", label: "Goods", detail: "", amount: totals.subtotal, of: "goods" },
    ...savings(totals),
    ...shippingRows(totals, delivery),
    ...totals.fees.map(
      ({ id, label, amount }) => ({ kind: "plain", label, detail: "", amount, of: `fee.${id}` }) as const,
    ),
    ...(totals.pricesIncludeTax ? [] : taxRows(totals, "plain")),
    { kind: "total", label: "Total", detail: "", amount: totals.total },
    ...(totals.pricesIncludeTax ? taxRows(totals, "note") : []),
  ];
}

const savings = ({ applied }: Totals): LedgerRow[] =>
  applied
    .filter((promotion) => promotion.class !== "shipping" && promotion.amount > 0)
    .map(({ promotionId, name, amount }) => {
      return { kind: "less", label: name, detail: "", amount, of: `promotion.${promotionId}` };
    });

function shippingRows({ shipping }: Totals, delivery: string): LedgerRow[] {
  if (!shipping) return [];
  const detail = shipping.discounts.map((discount) => discount.name).join(", ");
  return [{ kind: "plain", label: delivery, detail, amount: minus(shipping.price, shipping.discount), of: "delivery" }];
}

function taxRows({ taxes }: Totals, kind: "plain" | "note"): LedgerRow[] {
  const shown = taxes.filter((tax) => tax.amount > 0);
  return shown.map(({ name, rate, amount }) => ({
    kind,
    label: kind === "note" ? `Includes ${name}` : name,
    detail: `${rateText(rate)}%`,
    amount,
    of: `tax.${rate}.${name}`,
  }));
}
