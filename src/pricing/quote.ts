import type { Step } from "./step.ts";
import { largestAmount, largestQuantity } from "./limits.ts";
import { minus, sum, toCents, type Cents } from "./money.ts";
import { readQuoteCart } from "./quote-cart.ts";
import {
  isAbsent,
  QuoteError,
  readCents,
  readChoice,
  readFields,
  readList,
  readOptional,
  readSum,
  readWhole,
  type Fields,
} from "./quote-fields.ts";
import { itemRatePrice } from "./shipping-rate.ts";
import { splitByLargestRemainder } from "./split.ts";
import { priceCart, type TaxRounding, type Totals } from "./totals.ts";

/** What a cart comes to; lists have one figure for each line, in the order of the lines. */
export type CartFigures = {
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly lineAmounts: readonly Cents[];
  readonly lineDiscounts: readonly Cents[];
  readonly lineTaxes: readonly Cents[];
  readonly itemsNet: Cents;
  readonly itemsTax: Cents;
  readonly itemsTotal: Cents;
  readonly shippingNet: Cents;
  readonly shippingTax: Cents;
  readonly shippingTotal: Cents;
  readonly shippingDiscount: Cents;
  readonly feesNet: Cents;
  readonly feesTax: Cents;
  readonly tax: Cents;
  readonly totalNet: Cents;
  readonly total: Cents;
  /** What is left to pay after the gift card. */
  readonly due: Cents;
  readonly steps?: readonly Step[];
};

export type QuoteAnswer =
  | CartFigures
  | { readonly parts: readonly Cents[]; readonly partsAnyOrder: readonly Cents[] }
  | { readonly amount: Cents }
  | { readonly error: string; readonly field: string };

/** `taxRounding` holds where a cart does not say; it is `line` where nothing does. */
export type QuoteOptions = { readonly explain?: boolean; readonly taxRounding?: TaxRounding };

export type QuoteLine = { readonly line: string; readonly trouble?: string };

/**
 * Answers each cart of a JSON list, or of an object's `cases`, with one line of JSON, one after another. A cart that cannot be priced does not stop
 * the others: its line is `{"error": ..., "cart": ..., "field": ...}`, and `trouble` says the same in a sentence.
 *
 * @throws SyntaxError when the text is not JSON, QuoteError when it is not a list.
 */
export function quoteLines(json: string, options: QuoteOptions = {}): Iterable<QuoteLine> {
  const parsed: unknown = JSON.parse(json);
  const carts = typeof parsed === "object" && parsed !== null && "cases" in parsed ? parsed.cases : parsed;
  if (!Array.isArray(carts)) throw new QuoteError("the input", "must be a list of carts");
  return quoteEach(carts, options);
}

function* quoteEach(carts: readonly unknown[], options: QuoteOptions): Generator<QuoteLine> {
  for (const [cart, input] of carts.entries()) {
    const answer = quoteCase(input, options);
    if ("error" in answer) {
      const trouble = `carts[${cart}]: ${answer.error}`;
      yield { line: JSON.stringify({ error: trouble, cart, field: answer.field }), trouble };
    } else yield { line: JSON.stringify(answer) };
  }
}

/** Prices one cart, or does the one sum its `kind` names, with the functions that the shop itself uses. */
export function quoteCase(input: unknown, options: QuoteOptions = {}): QuoteAnswer {
  try {
    return answer(unwrap(readFields(input, "the cart"), options), options);
  } catch (error) {
    if (error instanceof QuoteError) return { error: error.message, field: error.field };
    if (error instanceof RangeError) return { error: `the cart cannot be priced: ${error.message}`, field: "cart" };
    throw error;
  }
}

/** A cart may come as it is, or as the `input` of a case with the tax rounding beside it. */
function unwrap(fields: Fields, { taxRounding }: QuoteOptions): Fields {
  const cart = isAbsent(fields.input) ? fields : readFields(fields.input, "input");
  return { ...cart, taxRounding: cart.taxRounding ?? fields.taxRounding ?? taxRounding };
}

function answer(fields: Fields, options: QuoteOptions): QuoteAnswer {
  switch (readChoice(fields.kind ?? "order", "kind", ["order", "prorate", "shippingRate"])) {
    case "prorate":
      return prorate(fields);
    case "shippingRate":
      return { amount: shippingRate(readFields(fields.rate, "rate")) };
    default: {
      const balance = readOptional(fields, "giftCardBalance", "cart", (value) => readSum(value, "giftCardBalance"));
      return figuresOf(priceCart(readQuoteCart(fields), options), balance ?? toCents(0));
    }
  }
}

function prorate(fields: Fields): QuoteAnswer {
  const weights = readList(fields.weights, "weights").map((weight, i) => readCents(weight, `weights[${i}]`));
  if (weights.length === 0) throw new QuoteError("weights", "must have at least one weight");
  const parts = splitByLargestRemainder(readCents(fields.total, "total", -largestAmount), weights);
  return { parts, partsAnyOrder: parts.toSorted((a, b) => a - b) };
}

function shippingRate(fields: Fields): Cents {
  const first = readCents(fields.first, "rate.first");
  const additional = readCents(fields.additional, "rate.additional");
  const maxItems = readWhole(fields.maxItems ?? 0, "rate.maxItems", 0, largestQuantity);
  return itemRatePrice({ first, additional, maxItems }, readWhole(fields.qty, "rate.qty", 0, largestQuantity));
}

function figuresOf(totals: Totals, balance: Cents): CartFigures {
  const { lines, fees, shipping, steps } = totals;
  const none = { net: toCents(0), tax: toCents(0), gross: toCents(0), discount: toCents(0) };
  const { net, tax, gross, discount } = shipping ?? none;
  return {
    subtotal: totals.subtotal,
    discount: totals.discount,
    lineAmounts: lines.map((line) => line.amount),
    lineDiscounts: lines.map((line) => line.discount),
    lineTaxes: lines.map((line) => line.tax),
    itemsNet: sum(lines.map((line) => line.net)),
    itemsTax: sum(lines.map((line) => line.tax)),
    itemsTotal: sum(lines.map((line) => line.gross)),
    shippingNet: net,
    shippingTax: tax,
    shippingTotal: gross,
    shippingDiscount: discount,
    feesNet: sum(fees.map((fee) => fee.net)),
    feesTax: sum(fees.map((fee) => fee.tax)),
    tax: totals.tax,
    totalNet: totals.net,
    total: totals.total,
    due: toCents(Math.max(0, minus(totals.total, balance))),
    ...(steps.length > 0 && { steps }),
  };
}
