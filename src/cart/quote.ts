import { sum, times, type Cents } from "#src/pricing/money.ts";
import type { PricingPromotion } from "#src/pricing/promotion.ts";
import { priceCart, type Totals } from "#src/pricing/totals.ts";
import { pricedPromotion } from "#src/promotions/priced.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { barredBy, refusalOf, type Buyer, type Situation } from "#src/promotions/refusal.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { arrivalInWords } from "#src/shipping/arrival.ts";
import type { Place } from "#src/shipping/place.ts";
import {
  chosenOffer,
  needsNoDelivery,
  shippingChoices,
  type Parcel,
  type ShippingChoices,
  type ShippingMethod,
  type ShippingOffer,
} from "#src/shipping/shipping-method.ts";
import { isTaxExempt } from "#src/shipping/vat-number.ts";
import type { Cart, CartLine } from "./cart.ts";
import { couponState, type CouponState } from "./coupon-state.ts";
import { freeMeter, isFreeNow, type FreeMeter } from "./free-delivery.ts";
import { taxTerms, type TaxTerms } from "./tax-terms.ts";
import type { Terms } from "./terms.ts";

export type Till = {
  readonly shop: ShopSettings;
  readonly terms: Terms;
  readonly now: Date;
  /** The promotion of the cart's code. */
  readonly coded?: Promotion | undefined;
  readonly buyer?: Buyer | undefined;
  /** Where to, once an address is known; else what the cart says, else where the shop is. */
  readonly place?: Place | undefined;
  readonly shippingMethodId?: string | null;
  /** Of a business, as it was typed. */
  readonly vatNumber?: string | undefined;
  /** Writes down every step, for "Why this price?". */
  readonly explain?: boolean;
};

export type Quote = {
  readonly totals: Totals;
  readonly place: Place;
  /** Nobody said where to yet: it is the shop's own place. */
  readonly placeIsGuess: boolean;
  readonly noDelivery: boolean;
  readonly choices: ShippingChoices;
  readonly chosen: ShippingOffer | undefined;
  /** "28 November to 1 December", or "". */
  readonly arrival: string;
  readonly coupon: CouponState | undefined;
  readonly meter: FreeMeter | undefined;
  /** Promotions without a code that run, and why they are not for this buyer or place: half a sentence. */
  readonly barred: readonly { readonly name: string; readonly why: string }[];
  /** Ids of those among the offers that a promotion makes free. */
  readonly freeMethods: readonly string[];
  /** What each offer's price counts as here, by the method's id: without the tax inside it where the buyer pays another or none. */
  readonly offerPrices: ReadonlyMap<string, Cents>;
};

/** What a cart comes to, through the one function that reckons totals; checkout asks the same. Things no longer sold do not count. */
export function quoteCart(cart: Cart, till: Till): Quote {
  const { shop, terms, now, coded } = till;
  const lines = cart.lines.filter((line) => line.sold);
  const known = cart.place.country === "" ? ownPlace(shop) : cart.place;
  const place = till.place ?? placeOfFetching(cart, terms) ?? known;
  const parcel = parcelOf(lines);
  const choices = shippingChoices(terms.methods, place, parcel);
  const { timeZone, locale } = shop;
  const situation: Situation = {
    country: place.country,
    methodId: undefined,
    now,
    timeZone,
    locale,
    buyer: till.buyer,
  };
  const holds = (promotion: Promotion, methodId: string | undefined) =>
    refusalOf(promotion, { ...situation, methodId }) === undefined;

  const running = [...terms.promotions, ...(coded ? [coded] : [])].filter((each) => holds(each, undefined));
  const units = lines.reduce((count, line) => count + line.quantity, 0);
  const isFree = (method: ShippingMethod) => isFreeNow(running, method, { goods: parcel.goods, units });
  const wish = till.shippingMethodId ?? cart.shippingMethodId;
  const chosen = lines.length === 0 ? undefined : chosenOffer(choices.offers, wish, isFree);
  const promotions = running.filter((each) => holds(each, chosen?.method.id));
  const refusal = coded && refusalOf(coded, { ...situation, methodId: chosen?.method.id });
  const taxes = taxTerms({
    shop,
    zones: terms.zones,
    home: ownPlace(shop),
    place,
    exempt: isExempt(place, chosen, { shop, vatNumber: till.vatNumber ?? cart.vatNumber ?? "" }),
    classes: { goods: lines.map((line) => line.taxClass), shipping: chosen ? [chosen.method.taxClass] : [] },
  });
  const totals = priceLines(
    lines,
    taxes,
    chosen,
    till,
    promotions.map((each) => pricedPromotion(each, lines.map(asked))),
  );
  return {
    totals,
    place,
    placeIsGuess: till.place === undefined && cart.place.country === "",
    noDelivery: needsNoDelivery(parcel),
    choices,
    chosen,
    arrival: chosen ? arrivalInWords(chosen.method, now, shop) : "",
    coupon: coded && couponState(coded, refusal, totals),
    meter: freeMeter(running, chosen, parcel.goods),
    barred: terms.promotions.flatMap((each) => {
      const why = barredBy(each, situation);
      return why === undefined ? [] : [{ name: each.name, why }];
    }),
    offerPrices: new Map(
      choices.offers.map(({ method, price }) => [method.id, taxes.counted(price, taxes.shipping(method.taxClass))]),
    ),
    freeMethods: choices.offers.filter(({ method }) => isFree(method)).map(({ method }) => method.id),
  };
}

/** Where goods are fetched, once that was chosen at the checkout: it is where they are taxed. */
function placeOfFetching({ shippingMethodId, pickupPointId }: Cart, { methods, points }: Terms): Place | undefined {
  const method = methods.find((each) => each.id === shippingMethodId && each.type === "pickup");
  const point = points.find((each) => each.id === pickupPointId);
  return point && method?.pickupPointIds.includes(point.id) ? point : undefined;
}

const ownPlace = ({ country, region }: ShopSettings): Place => ({ country, region, postcode: "" });

const asked = ({ id, variantId, productId, tags, collections }: CartLine) => ({
  id,
  variantId,
  productId,
  tags,
  collections,
});

function parcelOf(lines: readonly CartLine[]): Parcel {
  return {
    items: lines.map(({ handle, title, tags, weight, quantity, digital }) => {
      return { handle, title, tags, weight: weight * quantity, digital };
    }),
    goods: sum(lines.map((line) => times(line.unit, line.quantity))),
  };
}

function priceLines(
  lines: readonly CartLine[],
  taxes: TaxTerms,
  chosen: ShippingOffer | undefined,
  { shop, explain = false }: Till,
  promotions: readonly PricingPromotion[],
): Totals {
  const { pricesIncludeTax, taxRounding, taxExempt } = taxes;
  const shipping = chosen && {
    price: chosen.price,
    ...taxes.shipping(chosen.method.taxClass),
    label: chosen.method.name,
  };
  return priceCart(
    {
      currency: shop.currency,
      pricesIncludeTax,
      taxRounding,
      taxExempt,
      lines: lines.map(({ id, variantId, unit, quantity, compareAt, taxClass }) => {
        return { id, variantId, unit, quantity, ...taxes.goods(taxClass), ...(compareAt !== null && { compareAt }) };
      }),
      promotions,
      ...(shipping && { shipping }),
    },
    { explain },
  );
}

/** Only what is sent goes over a border: who fetches it, or gets it by email, pays the tax. */
function isExempt(
  to: Place,
  chosen: ShippingOffer | undefined,
  { shop, vatNumber }: { readonly shop: ShopSettings; readonly vatNumber: string },
): boolean {
  if (!shop.vatNumbers || vatNumber === "" || chosen?.method.type !== "delivery") return false;
  return isTaxExempt({ shopCountry: shop.country, to, vatNumber });
}
