import { halfUp } from "./exact.ts";
import { largestQuantity } from "./limits.ts";
import { toCents, type Cents } from "./money.ts";
import {
  isAbsent,
  QuoteError,
  readCents,
  readChoice,
  readFields,
  readFlag,
  readList,
  readOptional,
  readPercent,
  readText,
  readWhole,
  type Fields,
} from "./quote-fields.ts";
import { readPromotion } from "./quote-promotion.ts";
import { whole } from "./rate.ts";
import type { PricingFee, PricingInput, PricingLine, PricingShipping, TaxRate } from "./totals.ts";

/** Reads a cart of a quote. @throws QuoteError naming the field that cannot be used. */
export function readQuoteCart(fields: Fields): PricingInput {
  const lines = readLines(fields.lines);
  const shipping = readOptional(fields, "shipping", "cart", readShipping);
  return {
    currency: readCurrency(fields),
    pricesIncludeTax: readFlag(fields.pricesIncludeTax, "pricesIncludeTax", false),
    taxRounding: readChoice(fields.taxRounding ?? "line", "taxRounding", ["line", "document"]),
    taxExempt: readFlag(fields.taxExempt, "taxExempt", false),
    lines,
    promotions: readList(fields.discounts, "discounts").map((discount, index) =>
      readPromotion(discount, `discounts[${index}]`, index),
    ),
    fees: readList(fields.fees, "fees").map((fee, index) => readFee(fee, `fees[${index}]`, index)),
    ...(shipping && { shipping }),
  };
}

/** Amounts are minor units whatever the currency, so that its name and decimals are only looked at. */
function readCurrency(fields: Fields): string {
  readOptional(fields, "minorUnit", "", (decimals) => readWhole(decimals, "minorUnit", 0, 4));
  if (isAbsent(fields.currency)) return "XXX";
  const currency = readText(fields.currency, "currency");
  if (/^[a-z]{3}$/i.test(currency)) return currency.toUpperCase();
  throw new QuoteError("currency", `must be three letters such as EUR, but is "${currency.slice(0, 40)}"`);
}

function readLines(value: unknown): PricingLine[] {
  if (isAbsent(value)) throw new QuoteError("lines", "must be a list of lines, but is missing");
  const lines = readList(value, "lines").map((line, index) => readLine(line, `lines[${index}]`, index));
  const seen = new Set<string>();
  lines.forEach(({ id }, index) => {
    if (seen.has(id))
      throw new QuoteError(`lines[${index}].id`, `must be there once, but "${id.slice(0, 40)}" is there twice`);
    seen.add(id);
  });
  return lines;
}

function readLine(value: unknown, field: string, index: number): PricingLine {
  const fields = readFields(value, field);
  const shelf = readCents(fields.unit, `${field}.unit`);
  const quantity = readWhole(fields.qty, `${field}.qty`, 1, largestQuantity);
  if (!Number.isSafeInteger(shelf * quantity)) {
    throw new QuoteError(field, `costs ${shelf} times ${quantity}, which is more than can be counted exactly`);
  }
  const sale = readOptional(fields, "salePercent", field, (percent, at) => readPercent(percent, at, whole)) ?? 0;
  return {
    id: isAbsent(fields.id) ? `L${index + 1}` : readText(fields.id, `${field}.id`),
    unit: salePrice(shelf, sale),
    quantity,
    compareAt: shelf,
    onSale: readFlag(fields.onSale, `${field}.onSale`, sale > 0),
    ...readTaxed(fields, field),
  };
}

/** The price on the shelf during a sale: what is paid rounds half up. */
function salePrice(unit: Cents, percent: number): Cents {
  return toCents(halfUp(unit, whole - percent, 1, whole));
}

function readFee(value: unknown, field: string, index: number): PricingFee {
  const fields = readFields(value, field);
  const amount = readCents(fields.amount, `${field}.amount`, -1_000_000_000_000);
  return { id: `F${index + 1}`, label: `Fee ${index + 1}`, amount, ...readTaxed(fields, field) };
}

function readShipping(value: unknown): PricingShipping {
  const fields = readFields(value, "shipping");
  return { label: "Shipping", price: readCents(fields.price, "shipping.price"), ...readTaxed(fields, "shipping") };
}

function readTaxed(
  fields: Fields,
  field: string,
): { readonly taxes: readonly TaxRate[]; readonly includesTax?: boolean } {
  const taxes = readList(fields.tax, `${field}.tax`).map((tax, index) => readTax(tax, `${field}.tax[${index}]`));
  const includesTax = readOptional(fields, "includesTax", field, (flag, at) => readFlag(flag, at, false));
  return { taxes: numbered(taxes), ...(includesTax !== undefined && { includesTax }) };
}

function readTax(value: unknown, field: string): TaxRate {
  const fields = readFields(value, field);
  const rate = readPercent(fields.rate, `${field}.rate`);
  const compound = readFlag(fields.compound, `${field}.compound`, false);
  const name = `${fields.rate}%${compound ? " compound" : ""}`;
  return { id: `${rate}${compound ? " compound" : ""}`, name, rate, compound };
}

/** Tells two taxes of one rate on the same line apart. */
function numbered(taxes: readonly TaxRate[]): TaxRate[] {
  return taxes.map((tax, index) => {
    const before = taxes.slice(0, index).filter(({ id }) => id === tax.id).length;
    return before === 0 ? tax : { ...tax, id: `${tax.id} (${before + 1})` };
  });
}
