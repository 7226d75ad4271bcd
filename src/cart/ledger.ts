import { formatMoney, minus, plus, zero, type Cents } from "#src/pricing/money.ts";
import { rateText } from "#src/pricing/rate.ts";
import type { Totals } from "#src/pricing/totals.ts";

/** A line of the sum as it is shown: goods, savings, delivery, tax, total. */
export type SumRow = {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly kind?: "less" | "total";
  /** By which its explanation is found: see `amountSteps`. Left out for the total, which all steps explain. */
  readonly of?: string;
};

export type SumWords = {
  /** "Delivery to Wisconsin". */
  readonly delivery: string;
  /** "Standard parcel, 28 November to 1 December". */
  readonly deliveryNote?: string | undefined;
  /** What a promotion does, in half a sentence, by its id. */
  readonly promotions?: ReadonlyMap<string, string> | undefined;
};

/** What an order comes to, from the goods down to the total. Every figure is one that was stored or just reckoned. */
export function sumRows(totals: Totals, { delivery, deliveryNote, promotions }: SumWords): SumRow[] {
  const { currency, shipping, pricesIncludeTax } = totals;
  const shown = (amount: Cents) => formatMoney(amount, currency);
  const savings = totals.applied.filter((each) => each.class !== "shipping" && each.amount > 0);
  const taxes = taxesByName(totals).map(([said, { of, amount }]): SumRow => {
    return { name: pricesIncludeTax ? `of it ${said}` : said, value: shown(amount), of };
  });
  return [
    { name: "Goods", value: shown(totals.subtotal), of: "goods" },
    ...savings.map(({ promotionId, name, amount }): SumRow => {
      return {
        name,
        value: shown(minus(zero, amount)),
        kind: "less",
        of: `promotion.${promotionId}`,
        ...noted(promotions?.get(promotionId)),
      };
    }),
    ...(shipping ? [{ name: delivery, ...noted(deliveryNote), value: carriage(shipping, shown), of: "delivery" }] : []),
    ...totals.fees.map(({ id, label, amount }): SumRow => ({ name: label, value: shown(amount), of: `fee.${id}` })),
    ...(pricesIncludeTax ? [] : taxes),
    ...(totals.taxExempt ? [noTax] : []),
    { name: "Total", value: shown(totals.total), kind: "total" },
    ...(pricesIncludeTax ? taxes : []),
  ];
}

/** What papers must say where a business across a border pays no tax. */
const noTax: SumRow = {
  name: "Tax",
  value: "none",
  note: "Not charged to a business with a VAT number of another country: the tax is due where the goods arrive.",
};

/** "Wisconsin sales tax, 5.5%"; a name that does not say that it is one gets the word: "Tax, 8.875% New York". */
export function taxInWords(name: string, rate: number | undefined): string {
  const percent = rate === undefined ? "" : `, ${rateText(rate)}%`;
  return /tax|vat|gst|mwst|steuer|tva|iva/i.test(name) ? `${name}${percent}` : `Tax${percent} ${name}`;
}

/** Rates that go by one name, as those of two tax classes may, make one row. */
function taxesByName({ taxes }: Totals): [string, { readonly of: string; readonly amount: Cents }][] {
  const rows = new Map<string, { readonly of: string; readonly amount: Cents }>();
  for (const { name, rate, amount } of taxes) {
    const said = taxInWords(name, rate);
    const before = rows.get(said)?.amount ?? zero;
    if (rate > 0) rows.set(said, { of: `tax.${rate}.${name}`, amount: plus(before, amount) });
  }
  return [...rows];
}

const noted = (note: string | undefined) => (note === undefined || note === "" ? {} : { note });

function carriage({ price, discount }: NonNullable<Totals["shipping"]>, shown: (amount: Cents) => string): string {
  const left = minus(price, discount);
  return left === 0 ? "free" : shown(left);
}
