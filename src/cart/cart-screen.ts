import { formatMoney, minus, sum, times, zero, type Cents } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";
import { reasonInWords } from "#src/promotions/refusal.ts";
import { effectInWords } from "#src/promotions/words.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { countriesServed, type Country } from "#src/shipping/countries.ts";
import type { Place } from "#src/shipping/place.ts";
import { placeInWords } from "#src/shipping/regions.ts";
import { broughtIn, canBeBought, newsOf, type BroughtIn, type Cart, type CartLine } from "./cart.ts";
import { sumRows, type SumRow } from "./ledger.ts";
import type { FreeMeter } from "./free-delivery.ts";
import type { CouponState } from "./coupon-state.ts";
import type { Quote, Till } from "./quote.ts";

export type ScreenLine = {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly options: string;
  readonly picture: string;
  readonly quantity: number;
  readonly unit: Cents;
  /** All units, after what a promotion takes off this very line. */
  readonly sum: Cents;
  /** What all units cost before, where that was more. */
  readonly was: Cents | undefined;
  /** What each promotion takes off this line, in words: "Three for two: −$14.00". */
  readonly savings: readonly string[];
  readonly news: { readonly message: string; readonly bad: boolean } | undefined;
  /** It can be ordered as it stands here. */
  readonly sold: boolean;
};

/** All that the cart's pages and parts show, in words and figures. */
export type CartScreen = {
  readonly currency: string;
  readonly lines: readonly ScreenLine[];
  readonly count: number;
  readonly goods: Cents;
  /** The goods after all that is taken off them; delivery, and tax on top, are not in it. */
  readonly soFar: Cents;
  readonly total: Cents;
  readonly rows: readonly SumRow[];
  readonly meter: FreeMeter | undefined;
  readonly coupon: CouponState | undefined;
  /** A sentence for each promotion that is about these goods and takes nothing off just now. */
  readonly unused: readonly string[];
  readonly place: Place;
  readonly placeWords: string;
  readonly placeIsGuess: boolean;
  readonly countries: readonly Country[];
  readonly noDelivery: boolean;
  /** Why nothing can be sent there; undefined where something can. */
  readonly noWay: string | undefined;
  readonly buyable: boolean;
  /** "card, bank transfer or at pick-up" */
  readonly payments: string;
  /** Lines that were taken out and can be put back. */
  readonly removed: readonly { readonly id: string; readonly title: string }[];
  /** What was brought in not long ago by a sign-in, or by an order that was wanted again. */
  readonly merged?: BroughtIn | undefined;
};

export function cartScreen(cart: Cart, quote: Quote, till: Till): CartScreen {
  const { shop, terms } = till;
  const { totals, place, noDelivery } = quote;
  const { currency } = totals;
  return {
    currency,
    lines: cart.lines.map((line) => screenLine(line, totals)),
    count: cart.count,
    goods: totals.subtotal,
    soFar: minus(totals.subtotal, totals.discount),
    total: totals.total,
    rows: rowsOf(quote, till, [quote.chosen?.method.name, quote.arrival].filter(Boolean).join(", ")),
    meter: quote.meter,
    coupon: quote.coupon,
    unused: unusedInWords(quote, till),
    place,
    placeWords: placeInWords(place),
    placeIsGuess: quote.placeIsGuess,
    countries: countriesServed(terms.methods),
    noDelivery,
    noWay: noWay(quote, cart),
    buyable: canBeBought(cart),
    payments: paymentsInWords(
      shop,
      terms.methods.some(({ type }) => type === "pickup"),
    ),
    removed: cart.removed.map(({ id, title }) => ({ id, title })),
    merged: broughtIn(cart.merged, till.now),
  };
}

/** What is for other goods is no news, the code says itself how it stands, and the meter what is missing for free delivery. */
function unusedInWords({ totals, meter, barred }: Quote, { coded }: Till): string[] {
  const isNews = ({ promotionId, class: kind, reason }: Totals["notApplied"][number]) =>
    promotionId !== coded?.id &&
    reason.code !== "no-lines" &&
    reason.code !== "no-shipping" &&
    !(kind === "shipping" && (meter !== undefined || reason.code === "nothing-left"));
  const unmet = totals.notApplied
    .filter(isNews)
    .map(({ name, reason }) => `${name} ${reasonInWords(reason, totals.currency)}.`);
  return [...unmet, ...barred.map(({ name, why }) => `${name} ${why}.`)];
}

/** The sum of a cart, row by row. */
export function rowsOf({ totals, place }: Quote, { terms, coded }: Till, deliveryNote: string): SumRow[] {
  const known = coded ? [...terms.promotions, coded] : terms.promotions;
  return sumRows(totals, {
    delivery: `Delivery to ${placeInWords(place)}`,
    deliveryNote,
    promotions: new Map(known.map(({ id, effect }) => [id, effectInWords(effect, totals.currency)])),
  });
}

function screenLine(line: CartLine, totals: Totals): ScreenLine {
  const { id, handle, title, options, picture, quantity, unit, compareAt, sold } = line;
  const counted = totals.lines.find((each) => each.id === id);
  const base = counted?.base ?? times(unit, quantity);
  const saved = savedOn(id, totals);
  // A price that counts without the tax inside it cannot stand beside one with it.
  const asOnShelf = (counted?.unit ?? unit) === unit;
  const full = asOnShelf && compareAt !== null && compareAt > unit ? times(compareAt, quantity) : base;
  const paid = minus(base, saved);
  const news = newsInWords(line, totals.currency);
  return {
    id,
    handle,
    title,
    options,
    picture,
    quantity,
    unit: counted?.unit ?? unit,
    sold,
    sum: paid,
    was: full > paid ? full : undefined,
    savings: savingsInWords(id, totals),
    news,
  };
}

/** What promotions on goods take off a line; an order's discount is shown once, in the sum. */
export function savedOn(id: string, { lines, applied }: Totals): Cents {
  const onGoods = new Set(applied.filter((each) => each.class === "product").map((each) => each.promotionId));
  const discounts = lines.find((line) => line.id === id)?.discounts ?? [];
  return sum(discounts.filter((each) => onGoods.has(each.promotionId)).map((each) => each.amount));
}

/** The share of an order's discount stands in the sum already: the line only says how much of it is its own. */
function savingsInWords(id: string, { lines, applied, currency }: Totals): string[] {
  const discounts = lines.find((line) => line.id === id)?.discounts ?? [];
  const onOrder = new Set(applied.filter((each) => each.class === "order").map((each) => each.promotionId));
  return discounts.flatMap(({ promotionId, name, amount }) => {
    if (amount === 0) return [];
    const saved = formatMoney(minus(zero, amount), currency);
    return onOrder.has(promotionId) ? `${name}: ${saved}, in the sum` : `${name}: ${saved}`;
  });
}

function newsInWords(line: CartLine, currency: string): ScreenLine["news"] {
  const news = newsOf(line);
  if (!news) return undefined;
  if (news.what === "gone") return { message: "This is no longer sold. Take it out to go on.", bad: true };
  if (news.what === "short") return { message: news.message, bad: true };
  const was = formatMoney(news.was, currency);
  const message = news.cheaper
    ? `Was ${was} when you put it in: it costs less now.`
    : `It was ${was} when you put it in.`;
  return { message, bad: false };
}

function noWay({ choices, noDelivery, place }: Quote, { lines }: Cart): string | undefined {
  if (noDelivery || lines.length === 0 || choices.offers.length > 0) return undefined;
  const why = choices.refusals.map(({ method, why: reason }) => `${method.name}: ${reason}`);
  return [`We cannot send this to ${placeInWords(place)}.`, ...why].join(" ");
}

function paymentsInWords({ testMode, payments }: ShopSettings, picksUp: boolean): string {
  const ways = [
    testMode && "test card",
    payments.transfer && "bank transfer",
    payments.onDelivery && "on delivery",
    payments.onPickup && picksUp && "at pick-up",
  ].filter((way) => way !== false);
  const last = ways.at(-1) ?? "";
  return ways.length < 2 ? last : `${ways.slice(0, -1).join(", ")} or ${last}`;
}
