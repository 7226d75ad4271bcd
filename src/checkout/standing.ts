import { canBeBought, type Cart } from "#src/cart/cart.ts";
import { quoteCart, type Quote, type Till } from "#src/cart/quote.ts";
import { isPaymentMethod, paymentChoices, type DeliveryType, type PaymentMethod } from "#src/payments/payment.ts";
import { zero, type Cents } from "#src/pricing/money.ts";
import type { Place } from "#src/shipping/place.ts";
import type { PickupPoint, ShippingOffer } from "#src/shipping/shipping-method.ts";
import { checkContact, type Asked, type DraftErrors } from "./check-draft.ts";
import { readShipChoice, shipChoice, type Draft } from "./draft.ts";

/** One way for the goods to come: a method, or a method and one of its places to fetch them. */
export type Way = {
  readonly value: string;
  readonly offer: ShippingOffer;
  readonly point: PickupPoint | undefined;
  readonly price: Cents;
};

/** A checkout as it stands: what is in it, what is known, what it comes to, and what is still to be said. */
export type Standing = {
  readonly cart: Cart;
  readonly draft: Draft;
  /** As it will be charged: by the address, or by where the goods are fetched. */
  readonly quote: Quote;
  readonly ways: readonly Way[];
  readonly refusals: Quote["choices"]["refusals"];
  /** The one that was chosen, else the one that most would choose. */
  readonly way: Way | undefined;
  readonly delivery: DeliveryType;
  readonly payments: readonly PaymentMethod[];
  readonly asked: Asked;
};

type Given = Omit<Till, "place" | "shippingMethodId"> & { readonly cart: Cart; readonly draft: Draft };

/** Pure: the same cart, draft and terms always stand the same. */
export function standing({ cart, draft: given, ...till }: Given): Standing {
  const { vatNumber, ...rest } = given;
  const draft: Draft = till.shop.vatNumbers ? given : rest;
  const place = placeOf(draft) ?? undefined;
  const chosen = readShipChoice(draft.ship ?? "");
  const there = quoteCart(cart, { ...till, place, shippingMethodId: chosen.methodId, vatNumber });
  const ways = there.choices.offers.flatMap((offer) => waysOf(offer, till.terms.points, there));
  const way =
    ways.find((each) => each.value === draft.ship) ??
    ways.find((each) => each.offer.method.id === there.chosen?.method.id);
  const quote = way?.point ? quoteCart(cart, { ...till, place: way.point, shippingMethodId: chosen.methodId }) : there;
  const delivery = there.noDelivery ? "digital" : (way?.offer.method.type ?? "delivery");
  return {
    cart,
    draft,
    quote,
    ways,
    way,
    delivery,
    refusals: there.choices.refusals,
    payments: paymentChoices(till.shop, delivery),
    asked: {
      address: delivery === "delivery",
      countries: reachedBy(till.terms.methods),
      vatNumber: till.shop.vatNumbers,
    },
  };
}

/** Where the address is, once a country is chosen. */
export function placeOf({ country = "", region = "", postcode = "", city = "" }: Draft): Place | undefined {
  return country === "" ? undefined : { country, region, postcode, city };
}

/** A promotion that makes a method free makes it free in the list, too. */
function waysOf(offer: ShippingOffer, points: readonly PickupPoint[], { freeMethods, offerPrices }: Quote): Way[] {
  const { method } = offer;
  const price = freeMethods.includes(method.id) ? zero : (offerPrices.get(method.id) ?? offer.price);
  if (method.type !== "pickup") return [{ value: shipChoice(method.id), offer, point: undefined, price }];
  return points
    .filter((point) => method.pickupPointIds.includes(point.id))
    .map((point) => ({ value: shipChoice(method.id, point.id), offer, point, price }));
}

/** Countries that any delivery goes to; undefined where one goes everywhere. */
function reachedBy(methods: Till["terms"]["methods"]): readonly string[] | undefined {
  const deliveries = methods.filter((method) => method.type === "delivery");
  if (deliveries.some((method) => method.countries.length === 0)) return undefined;
  return [...new Set(deliveries.flatMap((method) => method.countries))];
}

export type MissingStep = "cart" | "contact" | "delivery";

/** The first step at which something is still to be said; undefined where only the payment is. */
export function missingStep(standing: Standing): MissingStep | undefined {
  if (!canBeBought(standing.cart)) return "cart";
  if (Object.keys(contactErrors(standing)).length > 0) return "contact";
  return isDeliveryChosen(standing) ? undefined : "delivery";
}

export const contactErrors = ({ draft, asked }: Standing): DraftErrors => checkContact(draft, asked);

export const isDeliveryChosen = ({ delivery, way, draft }: Standing): boolean =>
  delivery === "digital" || (way !== undefined && way.value === draft.ship);

/** How it will be paid: nothing to choose where nothing is owed. */
export function paymentOf({ payments, quote }: Standing, pay: string): PaymentMethod | undefined {
  if (quote.totals.total === 0) return payments[0] ?? "transfer";
  return isPaymentMethod(pay) && payments.includes(pay) ? pay : undefined;
}
