import type { BookAddress } from "#src/addresses/address.ts";
import { digestOf } from "#src/keys.ts";
import { sumRows, type SumRow } from "#src/cart/ledger.ts";
import type { Terms } from "#src/cart/terms.ts";
import { formatMoney, times, type Cents } from "#src/pricing/money.ts";
import { effectInWords } from "#src/promotions/words.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { arrivalInWords } from "#src/shipping/arrival.ts";
import type { Country } from "#src/shipping/countries.ts";
import { placeInWords, regionOf } from "#src/shipping/regions.ts";
import type { SummaryLine } from "#views/orders/mini-lines.tsx";
import { countryChoices, countryForm, type CountryForm } from "#src/addresses/country-form.ts";
import type { Asked } from "./check-draft.ts";
import type { Draft } from "./draft.ts";
import { bookShown, knownAddresses, type BookShown } from "./from-book.ts";
import { placeOf, type Standing, type Way } from "./standing.ts";
import type { Known } from "./store.ts";

export type WayShown = {
  readonly value: string;
  readonly name: string;
  /** Small print: what it costs otherwise, or where and when it is fetched. */
  readonly note: string;
  readonly price: Cents;
  readonly chosen: boolean;
};

/** What a checkout's pages show, in words and figures. */
export type CheckoutScreen = {
  readonly currency: string;
  readonly draft: Draft;
  readonly lines: readonly SummaryLine[];
  readonly rows: readonly SumRow[];
  readonly total: Cents;
  readonly countries: readonly Country[];
  readonly address: CountryForm;
  readonly billing: CountryForm;
  /** Nothing of it is sent or fetched. */
  readonly digital: boolean;
  readonly ways: readonly WayShown[];
  /** Some of it may be fetched, and then no address is needed. */
  readonly mayFetch: boolean;
  /** Ways that exist there, but not for these goods; a sentence each. */
  readonly refusals: readonly string[];
  /** What of contact and address is asked for: the browser's check of the form needs it, too. */
  readonly asked: Asked;
  readonly place: string;
  readonly signedIn: boolean;
  /** What the customer keeps of addresses; undefined for a guest. */
  readonly book?: BookShown | undefined;
  /** Tells one checkout from another, and nothing else: what a tab keeps of one is not put into the next. */
  readonly key: string;
  /** Why a code that is in the cart takes nothing off for this buyer. */
  readonly codeNews?: string | undefined;
  /** What is said at the field for a VAT number; undefined where the shop does not ask for one. */
  readonly vatHint?: string | undefined;
};

export type ScreenGiven = {
  readonly shop: ShopSettings;
  readonly terms: Terms;
  readonly now: Date;
  readonly signedIn: boolean;
  readonly book?: readonly BookAddress[] | undefined;
};

export function checkoutScreen(
  stands: Standing,
  { shop, terms, now, signedIn, book = [] }: ScreenGiven,
): CheckoutScreen {
  const { cart, draft, quote, ways, refusals, delivery } = stands;
  const { totals } = quote;
  const { currency } = totals;
  const place = placeInWords(quote.place);
  const fetched = delivery === "pickup";
  return {
    currency,
    draft,
    lines: cart.lines.map(({ id, handle, title, options, picture, quantity, unit }) => {
      const amount = totals.lines.find((line) => line.id === id)?.base ?? times(unit, quantity);
      return { id, handle, title, options, picture, quantity, amount };
    }),
    rows: sumRows(totals, {
      delivery: fetched ? (quote.chosen?.method.name ?? "") : `Delivery to ${place}`,
      deliveryNote: fetched ? stands.way?.point?.name : quote.chosen?.method.name,
      promotions: new Map(terms.promotions.map(({ id, effect }) => [id, effectInWords(effect, currency)])),
    }),
    total: totals.total,
    countries: countryChoices(terms.methods, shop.country),
    address: countryForm(draft.country ?? ""),
    billing: countryForm(draft.billCountry ?? draft.country ?? ""),
    digital: delivery === "digital",
    ways: delivery === "digital" ? [] : ways.map((way) => wayShown(way, stands, { shop, now })),
    mayFetch: ways.some((way) => way.point !== undefined),
    refusals: refusals.map(({ method, why }) => `${method.name}: ${why}`),
    asked: stands.asked,
    place: placeInWords(placeOf(draft) ?? quote.place),
    signedIn,
    book: signedIn ? bookShown(book, draft) : undefined,
    key: digestOf(cart.id).slice(0, 12),
    codeNews: quote.coupon?.state === "refused" ? `${quote.coupon.name} ${quote.coupon.why}.` : undefined,
    vatHint: shop.vatNumbers && delivery === "delivery" ? vatHint(stands) : undefined,
  };
}

function vatHint({ draft: { vatNumber = "" }, quote }: Standing): string {
  if (quote.totals.taxExempt) return "You pay no tax here: declare it where the goods arrive.";
  if (vatNumber === "") return "For a business in another country: then we charge no tax.";
  return "It goes on the receipt. We leave the tax off only where goods go to another country, to a business of it.";
}

function wayShown(
  { value, offer, point, price }: Way,
  { way }: Standing,
  { shop, now }: Pick<ScreenGiven, "shop" | "now">,
): WayShown {
  const { method, fullPrice } = offer;
  const arrival = arrivalInWords(method, now, shop);
  const chosen = value === way?.value;
  if (point) {
    const where = [point.street, point.city].filter((part) => part !== "").join(", ");
    const note = [where, ...point.hours].filter((part) => part !== "").join(" · ");
    return { value, name: `${method.name}: ${point.name}`, note, price, chosen };
  }
  const waived = price === 0 && fullPrice > 0 ? `Otherwise ${formatMoney(fullPrice, shop.currency)}` : method.time;
  return { value, name: arrival === "" ? method.name : `${method.name}, ${arrival}`, note: waived, price, chosen };
}

type Visitor = { readonly email: string; readonly displayName: string } | undefined;

/** What is known already goes into its field: from the account, its book, the last order, the cart's estimate, the shop. */
export function prefilled(
  draft: Draft,
  known: Omit<Known, "draft"> & { customer: Visitor; cart: Standing["cart"]; shop: ShopSettings },
): Draft {
  const { customer, address, book, cart, shop } = known;
  const { country, region: there, postcode } = cart.place;
  const place =
    country === "" ? { country: shop.country, region: "", postcode: "" } : { country, region: there, postcode };
  const region = draft.region || regionOf(draft.country ?? "", draft.postcode ?? "");
  return {
    ...place,
    ...(customer && { email: customer.email, name: customer.displayName }),
    ...(draft.country === undefined ? knownAddresses(book, address) : {}),
    ...draft,
    ...(region === "" ? {} : { region }),
  };
}
